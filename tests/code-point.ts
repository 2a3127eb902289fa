import fc from 'fast-check';

/** Any code point, halves of surrogate pairs too: the unit `binary` of fast-check, which takes a second to list them all first. */
export const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
