import type { Reading } from '../../reading/reading.ts';
import { type Flag, step } from './flag.ts';

/** Shorter words of a title say nothing about the article. */
const TELLING = 4;

const share = ({ words, titleWords }: Reading): number => {
  const telling = new Set(titleWords.filter(({ length }) => length >= TELLING));
  const said = new Set(words);
  return [...telling].filter((word) => said.has(word)).length / Math.max(1, telling.size);
};

/** Whether the comment is about the article; not raised when no title is known. */
export const titleFlags = [
  {
    name: 'title-words',
    detect: (reading) =>
      reading.titleWords.length > 0 ? step(share(reading), [0.01, 0.34, 0.67]) : undefined,
  },
  {
    name: 'title-quoted',
    detect: ({ input, clear }) => (input.title?.length ?? 0) > 15 && clear.includes(input.title ?? '\0'),
  },
] as const satisfies readonly Flag[];
