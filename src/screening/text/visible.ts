import { keptUnicode } from './unicode.ts';

/** Anything but separators, controls and characters that draw nothing: ignorable ones, blank braille, empty notes and hieroglyphs. */
const VISIBLE = keptUnicode(
  String.raw`[^\p{Z}\p{Cc}\p{DI}\u2800\uFFF9-\uFFFC\u{1D159}\u{13441}\u{13442}]`,
  'u',
);

/** Whether a text shows anything besides spaces and invisible characters. */
export const isVisible = (text: string): boolean => /[!-~]/.test(text) || VISIBLE().test(text);

/** Code points from the first visible one to the last; 0 when there is none. */
export const visibleLength = (text: string): number => {
  const points = [...text];
  const first = points.findIndex(isVisible);
  return first === -1 ? 0 : points.findLastIndex(isVisible) - first + 1;
};

/** Number of visible code points. */
export const visibleCount = (text: string): number => [...text].filter(isVisible).length;
