import {
  anyClasses,
  type Classes,
  isWestern,
  keptUnicode,
  westernClasses,
} from '../screening/text/unicode.ts';

const NO_BREAK = '\u00A0';
const NARROW_NO_BREAK = '\u202F';

/** Before these a French space is narrow. */
const NARROW_BEFORE = ';!?';
/** Before these, and inside guillemets, a space is always bound. */
const HIGH = ';!?:»';

/**
 * Spaces that may be bound, by the characters beside them: few of a text's, and found in one pass. The last line has all endings of
 * `beforeName`, and every capital letter is in its ranges.
 */
const candidates = new RegExp(
  ` (?:${[
    '(?=[;!?:»%‰€$£°\\d])',
    '(?<=(?:[«\\d]|\\d[A-Za-z]{2}) )',
    '(?<=(?:[Mrs][.]|[ml]es?|rs|M[ers]|[DP]r) )(?=[A-Z\\u0080-\\uFFFF])',
  ].join('|')})`,
  'g',
);

const months = [
  ...[
    'janvier',
    'janv[.]',
    'février',
    'févr[.]',
    'mars',
    'avril',
    'avr[.]',
    'mai',
    'juin',
    'juillet',
    'juil[.]',
  ],
  ...['août', 'septembre', 'sept[.]', 'octobre', 'oct[.]', 'novembre', 'nov[.]', 'décembre', 'déc[.]'],
].join('|');
const englishMonths = 'January|February|March|April|May|June|July|August|September|October|November|December';
const units = 'km|cm|mm|m|kg|g|ha|kWh|h|min|s|millions?|milliards?|billions?';

/** Spaces that a line must not end at, by what stands behind them. Each looks at a bounded number of characters on both sides. */
const expressionsOf = ({ word }: Classes) => {
  const [start, end] = [`(?<![${word}])`, `(?![${word}])`];
  return {
    beforeFigure: [
      // n° 3, p. 12, art. 5
      keptUnicode(`(?<=${start}(?:n[°º]|no[.]|nos|p[.]|pp[.]|art[.]|chap[.]|vol[.])) (?=\\d)`, 'iuy'),
      // July 14, July 4th
      keptUnicode(`(?<=${start}(?:${englishMonths})) (?=\\d{1,2}(?:st|nd|rd|th)?${end})`, 'uy'),
      // 10 000, 18 h 30
      keptUnicode(String.raw`(?<=\d) (?=\d{3}(?!\d))|(?<=\d[ \u00A0]h) (?=\d)`, 'uy'),
    ],
    // M. Dupont, Mme Aubrée, Dr Smith
    beforeName: keptUnicode(
      `(?<=${start}(?:MM?[.]|Mmes?|Mlles?|Mr[.]?|Mrs[.]?|Ms[.]?|Dr[.]?|Pr|Me)) (?=\\p{Lu})`,
      'uy',
    ),
    behindFigure: [
      // 14 juillet, 1er mai, 4th July
      keptUnicode(`(?<=${start}\\d{1,2}(?:er|st|nd|rd|th)?) (?=(?:${months}|${englishMonths})${end})`, 'iuy'),
      // 10 %, 5 €, 20 km, 18 h
      keptUnicode(`(?<=\\d) (?=[%‰€$£°]|(?:${units})${end})`, 'uy'),
    ],
  };
};
type Expressions = ReturnType<typeof expressionsOf>;
const forWestern = expressionsOf(westernClasses);
const forAny = expressionsOf(anyClasses);

/**
 * A text for display whose lines do not end inside what belongs together: before French high punctuation, inside guillemets, in
 * `n° 3`, `14 juillet`, `10 %`. Spaces become no-break spaces; nothing is added or taken away. Takes time linear in the text.
 */
export const bindSpaces = (text: string): string => {
  const expressions = isWestern(text) ? forWestern : forAny;
  return text.replace(candidates, (space, at: number) => {
    const next = text[at + 1] ?? ' ';
    if (HIGH.includes(next)) return NARROW_BEFORE.includes(next) ? NARROW_NO_BREAK : NO_BREAK;
    return isBound(text, at, expressions) ? NO_BREAK : space;
  });
};

const isBound = (
  text: string,
  at: number,
  { beforeFigure, beforeName, behindFigure }: Expressions,
): boolean => {
  const [before, next] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  if (before === '«') return true;
  if (next >= '0' && next <= '9') return beforeFigure.some((spaces) => isAt(spaces, text, at));
  return isAt(beforeName, text, at) || behindFigure.some((spaces) => isAt(spaces, text, at));
};

const isAt = (expression: () => RegExp, text: string, at: number): boolean => {
  const spaces = expression();
  spaces.lastIndex = at;
  return spaces.test(text);
};
