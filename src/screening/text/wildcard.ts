/**
 * Compiles a pattern that must match a whole text; `*` stands for any run of characters, including none. Each piece is
 * matched where it first occurs, so no pattern backtracks.
 */
export const wildcard = (pattern: string): ((text: string) => boolean) => {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return (text) => text === pattern;

  return (text) =>
    text.length >= first.length + last.length &&
    text.startsWith(first) &&
    text.endsWith(last) &&
    hasInOrder(text.slice(first.length, text.length - last.length), others);
};

const hasInOrder = (text: string, pieces: readonly string[]): boolean => {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return true;
};
