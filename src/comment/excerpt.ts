const EXCERPT_MAX = 140;
/** Characters that are read: consecutive spaces count once in the excerpt. */
const LOOKED_AT = 4 * EXCERPT_MAX;

/** A text's beginning on one line: at most 140 characters, with an ellipsis where it was cut. */
export const excerptOf = (text: string): string => {
  const line = text.slice(0, LOOKED_AT).toWellFormed().replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= EXCERPT_MAX && text.length <= LOOKED_AT) return line;
  return `${characters
    .slice(0, EXCERPT_MAX - 1)
    .join('')
    .trimEnd()}…`;
};
