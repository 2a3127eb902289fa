const GRAM = 3;

/**
 * Rules out quickly that a text contains a fragment, for long lists of them: a fragment with a trigram that the text lacks
 * is not in it. Reads the text once, then looks up each fragment's trigrams. Fragments under three UTF-16 units always pass.
 */
export const trigramFilter = (text: string): ((fragment: string) => boolean) => {
  const known = new Set(trigramsOf(text));
  return (fragment) => {
    for (const trigram of trigramsOf(fragment)) if (!known.has(trigram)) return false;
    return true;
  };
};

function* trigramsOf(text: string) {
  for (let at = 0; at + GRAM <= text.length; at += 1) yield text.slice(at, at + GRAM);
}
