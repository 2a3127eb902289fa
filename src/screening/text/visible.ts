/** Spaces, controls, and characters that leave no mark: ignorable ones, blank braille, empty notes and hieroglyphs. */
const VISIBLE = /[^\p{Z}\p{Cc}\p{DI}\u2800\uFFF9-\uFFFC\u{1D159}\u{13441}\u{13442}]/u;

/** Whether a person sees anything of a text once spaces and invisible characters of any kind are taken away. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);

/** Code points from the first to the last that can be seen; 0 when there is none. */
export const visibleLength = (text: string): number => {
  const points = [...text];
  const first = points.findIndex(isVisible);
  return first === -1 ? 0 : points.findLastIndex(isVisible) - first + 1;
};

/** How many code points of a text can be seen. */
export const visibleCount = (text: string): number => [...text].filter(isVisible).length;
