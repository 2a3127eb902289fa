/** What windows-1252 prints for the bytes 0x80 to 0x9F, five of which print nothing. https://encoding.spec.whatwg.org/#windows-1252 */
const PRINTED = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** A text in which control characters that came from windows-1252, as a pasted U+0092 for an apostrophe, are what was meant. */
export const fromWindows1252 = (text: string): string =>
  text.replace(/[\x80-\x9F]/g, (control) => PRINTED[control.charCodeAt(0) - 0x80] ?? '');
