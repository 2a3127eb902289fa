import type { Trace } from '../../comment/verdict.ts';
import type { Check, CheckResult } from '../check.ts';
import { TRACES_MAX } from '../screen.ts';
import { isVisible, visibleCount } from '../text/visible.ts';

/** Invisible characters where no script needs them, which hide words from filters; or hardly any visible characters. */
export const invisible: Check<'invisible'> = {
  name: 'invisible',
  version: 1,
  run: ({ draft }) => {
    // Nearly every text returns here, so that the long expressions are not even compiled.
    if (fields.every((field) => isPlain(draft[field]))) return undefined;
    const empty = fields.find((field) => !isVisible(draft[field]));
    if (empty) return refusal(empty);

    const traces = fields.flatMap((field) => termsOf(draft[field]).map((term): Trace => ({ field, term })));
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
  traces: [{ field, term: 'nothing to see' }],
  refusal: { code: 'invalid-fields', detail: `The ${field} has nothing that can be seen.`, field },
});

/** Scripts that use no joiners inside words. Persian, Urdu and the Indic scripts need them. */
const LETTER = String.raw`[[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{sc=Georgian}\p{sc=Hebrew}\p{sc=Hangul}0-9]--[\p{M}\p{DI}]]`;
const SELECTOR = String.raw`[\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`;
const HIDDEN = String.raw`[\p{DI}--${SELECTOR}]`;

/** Each pattern captures the character that the trace names. */
const signs: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${LETTER}[\\p{M}--${HIDDEN}]*(${HIDDEN})[\\p{M}${HIDDEN}]*${LETTER}`, 'v'), 'inside a word'],
  [/([\u115F\u1160\u17B4\u17B5\u3164\uFFA0\u{1D159}\u{13441}\u{13442}])/u, 'as a blank letter'],
  [/^(?!.*[\u2801-\u28FF])[^\u2800]*(\u2800)/su, 'as a blank letter'],
  // Tag characters spell the region of an emoji flag, such as Scotland's, and have no other use.
  [/(?<![\u{1F3F4}\u{E0020}-\u{E007F}])([\u{E0000}-\u{E007F}])/u, 'outside a flag'],
  [new RegExp(`(${SELECTOR}){2}`, 'v'), 'in a row'],
];

const termsOf = (text: string): readonly string[] => {
  const found = signs.flatMap(([sign, where]) => {
    const [, hidden] = sign.exec(text) ?? [];
    return hidden === undefined ? [] : [`${codeOf(hidden)} ${where}`];
  });
  return isMostlyVisible(text) ? found : [...found, 'hardly anything to see'];
};

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

const isMostlyVisible = (text: string): boolean => {
  const plain = text.replace(/[\u{E0020}-\u{E007F}]/gu, '');
  return 3 * visibleCount(plain) >= [...plain].length;
};
