/**
 * Whether a whole text is what a pattern says, `*` standing for any run of characters, also none.
 * Each piece is taken where it first occurs, so no pattern makes it go back.
 */
export const wildcard = (pattern: string): ((text: string) => boolean) => {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return (text) => text === pattern;

  return (text) =>
    text.length >= first.length + last.length &&
    text.startsWith(first) &&
    text.endsWith(last) &&
    holdsInOrder(text.slice(first.length, text.length - last.length), others);
};

const holdsInOrder = (text: string, pieces: readonly string[]): boolean => {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return true;
};
