import { keptUnicode, unicode } from '../../text/unicode.ts';
import { hasOnlyUsualCharacters } from './usual-characters.ts';

/** Most words read from a text. */
const WORDS_MAX = 400;
/** Letters kept of a word. */
const WORD_MAX = 24;

/** Scripts without spaces between words. Their characters are read as overlapping pairs. */
const UNSPACED = keptUnicode(
  String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`,
  'u',
);
const RUN = () => unicode(String.raw`[\p{L}\p{M}\p{N}]+|\uE000`, 'gu');

/**
 * The words of a normalised text in order, at most `most`. A number becomes its length (`#4`); scripts
 * without spaces become overlapping pairs.
 */
export const wordsOf = (text: string, most = WORDS_MAX): readonly string[] => {
  const words: string[] = [];
  for (const run of runsOf(text)) {
    if (words.length >= most) break;
    if (run > '\u02FF' && UNSPACED().test(run)) words.push(...pairsOf(run));
    else words.push(isNumber(run) ? `#${Math.min(run.length, 6)}` : run.slice(0, WORD_MAX));
  }
  return words.slice(0, most);
};

const runsOf = (text: string): readonly string[] =>
  text.match(hasOnlyUsualCharacters(text) ? /[A-Za-z0-9]+|\uE000/g : RUN()) ?? [];

const isNumber = (run: string): boolean =>
  /^\d/.test(run) ? /^\d+$/.test(run) : run > '\u02FF' && /^\p{N}+$/u.test(run);

const pairsOf = (run: string): readonly string[] => {
  const signs = [...run.slice(0, WORDS_MAX)];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
};
