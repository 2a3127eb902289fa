const GRAM = 3;

/**
 * A quick "certainly not" for long lists: whether a fragment may occur in a text, told by its runs of three.
 * One pass over the text, then a few look-ups a fragment; fragments under three units always may.
 */
export const sieve = (text: string): ((fragment: string) => boolean) => {
  const seen = new Set(grams(text));
  return (fragment) => {
    for (const gram of grams(fragment)) if (!seen.has(gram)) return false;
    return true;
  };
};

function* grams(text: string) {
  for (let at = 0; at + GRAM <= text.length; at += 1) yield text.slice(at, at + GRAM);
}
