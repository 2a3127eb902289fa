import type { Trace } from '../../comment/verdict.ts';
import type { Check, CheckResult } from '../check.ts';
import { type OwnTerms, ownTerm } from '../own-terms.ts';
import { TRACES_MAX } from '../screen.ts';
import { unicode } from '../text/unicode.ts';
import { isVisible, visibleCount } from '../text/visible.ts';

/**
 * Invisible characters that nothing but a trick puts there, or next to nothing to see. Soft hyphens, joiners and the like,
 * which scripts, emoji and word processors use, are no trick: lists and the filter drop them before they look.
 */
export const invisible: Check<'invisible'> = {
  name: 'invisible',
  version: 3,
  run: ({ draft }) => {
    // Nearly every text ends here, before the long expressions are made.
    if (fields.every((field) => isPlain(draft[field]))) return undefined;
    const empty = fields.find((field) => !isVisible(draft[field]));
    if (empty) return refusal(empty);

    const traces = fields.flatMap((field) => tricksIn(draft[field]).map((term): Trace => ({ field, term })));
    return traces.length === 0
      ? undefined
      : { outcome: 'hold', score: 0.8, traces: traces.slice(0, TRACES_MAX) };
  },
};

const fields = ['text', 'author'] as const;
/** Only Western European letters and common punctuation, without soft hyphens and without long runs of spaces. */
const isPlain = (text: string): boolean => PLAIN.test(text) && /[!-~]/.test(text) && !/\s{4}/.test(text);
const PLAIN = /^[\t\n -~\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u20AC]+$/;

const refusal = (field: string): CheckResult => ({
  outcome: 'refuse',
  score: 1,
  traces: [{ field, term: ownTerm('nothing to see') }],
  refusal: { code: 'invalid-fields', detail: `The ${field} has nothing that can be seen.`, field },
});

const LETTER = String.raw`[[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{sc=Georgian}\p{sc=Hebrew}\p{sc=Hangul}0-9]--[\p{M}\p{DI}]]`;
const SELECTOR = String.raw`[\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`;
/** Hidden characters that some program or script writes between letters. */
const USUAL = String.raw`[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]`;
const HIDDEN = String.raw`[\p{DI}--${SELECTOR}--${USUAL}--[\u{E0000}-\u{E007F}]]`;

/** Each pattern captures the character that the trace names. */
const signs: readonly (readonly [() => RegExp, OwnTerms['invisible']])[] = [
  [
    () =>
      unicode(`${LETTER}[[\\p{M}${USUAL}]--${HIDDEN}]*(${HIDDEN})[\\p{M}${USUAL}${HIDDEN}]*${LETTER}`, 'v'),
    '{} inside a word',
  ],
  [() => /([\u115F\u1160\u17B4\u17B5\u3164\uFFA0\u{1D159}\u{13441}\u{13442}])/u, '{} as a blank letter'],
  [() => /^(?!.*[\u2801-\u28FF])[^\u2800]*(\u2800)/su, '{} as a blank letter'],
  // Tag characters spell the region of an emoji flag, such as Scotland's, and have no other use.
  [() => /(?<![\u{1F3F4}\u{E0020}-\u{E007F}])([\u{E0000}-\u{E007F}])/u, '{} outside a flag'],
  // Letters parted one by one: no hyphenation does that.
  [
    () => unicode(`(?:${LETTER}[\\p{M}--${USUAL}]*(${USUAL})${USUAL}*){3}${LETTER}`, 'v'),
    '{} between single letters',
  ],
  // Different ones in a row carry data; the one of emoji is often there twice.
  [() => unicode(`(?<=${SELECTOR})(${SELECTOR})(?<!\\1\\1)`, 'v'), '{} in a row'],
];

/** The characters that only a trick puts there and where they are, in words of the verdict; nothing where there are none. */
export const tricksIn = (text: string): readonly string[] => {
  const found = signs.flatMap(([sign, where]) => {
    const [, hidden] = sign().exec(text) ?? [];
    return hidden === undefined ? [] : [ownTerm(where, codeOf(hidden))];
  });
  return isMostlyVisible(text) ? found : [...found, ownTerm('hardly anything to see')];
};

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** At least one visible character in three. Spaces in a row, which align a table and are shown as one, count as one. */
const isMostlyVisible = (text: string): boolean => {
  const plain = text.replace(/[\u{E0020}-\u{E007F}]/gu, '').replace(/[ \t]+/g, ' ');
  return 3 * visibleCount(plain) >= [...plain].length;
};
