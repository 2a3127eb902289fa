import fc from 'fast-check';

/** Any code point, halves of surrogate pairs too. So is the unit `binary` of fast-check, but it lists them all first, for most of a second. */
export const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
