import { TEXT_MAX } from '../../../comment/limits.ts';
import { type FilterInput, headAndTail } from './filter-input.ts';

/**
 * Length of a passage and distance between two starts, in UTF-16 units. Anything half as long as a passage
 * lies whole in one. Passages of a text of more than ten thousand units are longer.
 */
const LENGTH = 650;
const STEP = 325;
/** Most passages. In the longest texts that a site accepts they hardly overlap, so that these take no longer. */
const PASSAGES_MAX = 16;
/** Ends a passage that is cut off, so that nothing is read from how it ends. */
const CUT = '…';
/** Units of the longest text that a site accepts: an emoji has two. */
const UNITS_MAX = 2 * TEXT_MAX;
/** A text of up to this length has no passages. */
const LONG_FROM = 900;

/**
 * Overlapping passages of a long comment, each with the comment's name and page; none of a short one. Spam
 * inside a long honest text fills a passage of its own, while the whole hardly shows it. Of a text longer than any site accepts, what is read
 * as a whole is read again in passages side by side.
 */
export const passagesOf = ({ text, ...others }: FilterInput): readonly FilterInput[] => {
  if (text.length <= LONG_FROM) return [];
  const [known, step] = text.length <= UNITS_MAX ? [text, STEP] : [headAndTail(text), LENGTH];
  const length = Math.max(LENGTH, Math.ceil(known.length / PASSAGES_MAX));
  const last = known.length - length;
  const count = Math.min(PASSAGES_MAX, Math.ceil(last / step) + 1);
  return Array.from({ length: count }, (_, nth) => {
    const from = Math.round((nth * last) / (count - 1));
    return { ...others, text: `${known.slice(from, from + length)}${nth < count - 1 ? CUT : ''}` };
  });
};
