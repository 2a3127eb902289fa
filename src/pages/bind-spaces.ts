const NO_BREAK = '\u00A0';
const NARROW_NO_BREAK = '\u202F';

/** Before these a French space is narrow. */
const NARROW_BEFORE = ';!?';

/** Spaces that may be bound, by the characters beside them: few of a text's, and found in one pass. */
const candidates = / (?=[;!?:»%‰€$£°\d\p{Lu}])|(?<=[«\d]|\d[A-Za-z]{2}) /gu;

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
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

/** The spaces that a line must not end at, each at the place it is asked about. It looks at a bounded number of characters on both sides. */
const bound: readonly RegExp[] = [
  / (?=[;!?:»])|(?<=«) /y,
  // n° 3, p. 12, art. 5
  new RegExp(`(?<=${START}(?:n[°º]|no[.]|nos|p[.]|pp[.]|art[.]|chap[.]|vol[.])) (?=\\d)`, 'iuy'),
  // M. Dupont, Mme Aubrée, Dr Smith
  new RegExp(`(?<=${START}(?:MM?[.]|Mmes?|Mlles?|Mr[.]?|Mrs[.]?|Ms[.]?|Dr[.]?|Pr|Me)) (?=\\p{Lu})`, 'uy'),
  // 14 juillet, 1er mai, 4th July, July 14
  new RegExp(`(?<=${START}\\d{1,2}(?:er|st|nd|rd|th)?) (?=(?:${months}|${englishMonths})${END})`, 'iuy'),
  new RegExp(`(?<=${START}(?:${englishMonths})) (?=\\d{1,2}(?:st|nd|rd|th)?${END})`, 'uy'),
  // 10 %, 5 €, 20 km, 18 h 30, 10 000
  new RegExp(`(?<=\\d) (?=[%‰€$£°]|(?:${units})${END}|\\d{3}(?!\\d))|(?<=\\d[ \\u00A0]h) (?=\\d)`, 'uy'),
];

/**
 * A text for display whose lines do not end inside what belongs together: before French high punctuation, inside guillemets, in
 * `n° 3`, `14 juillet`, `10 %`. Spaces become no-break spaces; nothing is added or taken away. Takes time linear in the text.
 */
export const bindSpaces = (text: string): string =>
  text.replace(candidates, (space, at: number) => {
    if (!isBound(text, at)) return space;
    return NARROW_BEFORE.includes(text[at + 1] ?? ' ') ? NARROW_NO_BREAK : NO_BREAK;
  });

const isBound = (text: string, at: number): boolean =>
  bound.some((spaces) => {
    spaces.lastIndex = at;
    return spaces.test(text);
  });
