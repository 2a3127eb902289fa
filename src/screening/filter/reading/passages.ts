import { type FilterInput, headAndTail } from './filter-input.ts';

/** UTF-16 units of a stretch and from one's beginning to the next: what is half as long lies whole in one of them. */
const STRETCH = 650;
const STEP = 300;
/** Stretches at most: those of the longest texts hardly overlap, so that they take no longer. */
const STRETCHES_MAX = 16;
/** A text up to here is one stretch. */
const LONG_FROM = 900;
/** Units read in stretches, at the beginning and at the end; no policy allows longer texts than both. */
const HEAD = 9_000;
const TAIL = 1_000;

/**
 * Overlapping stretches of a long comment, each with the comment's name and page; none of a short one. An
 * advertisement inside a long honest text fills one of them, though the whole hardly shows it.
 */
export const stretchesOf = ({ text, ...others }: FilterInput): readonly FilterInput[] => {
  if (text.length <= LONG_FROM) return [];
  const known = headAndTail(text, HEAD, TAIL);
  const last = known.length - STRETCH;
  const count = Math.min(STRETCHES_MAX, Math.ceil(last / STEP) + 1);
  return Array.from({ length: count }, (_, nth) => {
    const from = Math.round((nth * last) / (count - 1));
    return { ...others, text: known.slice(from, from + STRETCH) };
  });
};
