import { type FilterInput, headAndTail } from './filter-input.ts';

/**
 * Length of a passage and distance between two starts, in UTF-16 units. Anything half as long as a passage
 * lies whole in one.
 */
const LENGTH = 650;
const STEP = 325;
/** Most passages. In the longest texts they hardly overlap, so that these take no longer. */
const PASSAGES_MAX = 16;
/** Ends a passage that is cut off, so that nothing is read from how it ends. */
const CUT = '…';
/** A text of up to this length has no passages. */
const LONG_FROM = 900;
/** Units that passages cover at the beginning and at the end. No policy allows texts longer than both together. */
const HEAD = 9_000;
const TAIL = 1_000;

/**
 * Overlapping passages of a long comment, each with the comment's name and page; none of a short one. Spam
 * inside a long honest text fills a passage of its own, while the whole hardly shows it.
 */
export const passagesOf = ({ text, ...others }: FilterInput): readonly FilterInput[] => {
  if (text.length <= LONG_FROM) return [];
  const known = headAndTail(text, HEAD, TAIL);
  const last = known.length - LENGTH;
  const count = Math.min(PASSAGES_MAX, Math.ceil(last / STEP) + 1);
  return Array.from({ length: count }, (_, nth) => {
    const from = Math.round((nth * last) / (count - 1));
    return { ...others, text: `${known.slice(from, from + LENGTH)}${nth < count - 1 ? CUT : ''}` };
  });
};
