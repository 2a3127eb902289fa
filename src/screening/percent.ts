/** A text with its percent-encoded characters read, once; what is not UTF-8 stays as it is. Takes time linear in the text, and never grows it. */
export const withoutPercents = (text: string): string =>
  text.includes('%') ? text.replace(/(?:%[0-9a-f]{2})+/gi, read) : text;

const read = (codes: string): string => {
  try {
    return decodeURIComponent(codes);
  } catch {
    return codes;
  }
};
