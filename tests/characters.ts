import fc from 'fast-check';

// fast-check's own units `binary` and `grapheme`, and its web addresses, list all characters first, for most of a second in each file of tests.

/** Any code point, halves of surrogate pairs too. */
export const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

const plain = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
/** Beyond ASCII, what Unicode assigns and readers see by itself: no control, no mark, no half of a surrogate pair. */
const visible = fc
  .integer({ min: 0xa1, max: 0x323af })
  .map((code) => String.fromCodePoint(code))
  .filter((text) => /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]$/u.test(text));
/** Letters with their marks apart, and syllables of single letters. */
const decomposed = visible.map((text) => text.normalize('NFD'));
/** Several code points that are one picture, or one letter with several marks. */
const joined = fc.constantFrom('o\u0302\u0323', 'q\u0307', '👍🏽', '👩‍🚒', '🇫🇷', '1️⃣');

/** One character as readers see it, of one or more code points. */
export const grapheme = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 3, arbitrary: visible },
  decomposed,
  joined,
);

const segment = fc.string({ unit: grapheme, maxLength: 8 }).map(encodeURIComponent);

/** An address of the web, often with a query and a fragment. */
export const someWebAddress = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    host: fc.domain(),
    path: fc.array(segment, { maxLength: 5 }),
    query: fc.option(segment),
    fragment: fc.option(segment),
  })
  .map(({ scheme, host, path, query, fragment }) =>
    [
      ...[`${scheme}://${host}`, ...path.map((part) => `/${part}`)],
      ...[query === null ? '' : `?${query}`, fragment === null ? '' : `#${fragment}`],
    ].join(''),
  );
