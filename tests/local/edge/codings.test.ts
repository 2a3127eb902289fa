import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptedCodings } from '../../../local/edge/codings.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip identity'],
  ['gzip, deflate', 'gzip identity'],
  ['gzip, deflate, br, zstd', 'br gzip identity'],
  ['BR;Q=1.0 , GZip ; q=0.5', 'br gzip identity'],
  ['br;q=0.2, gzip;q=0.8', 'gzip br identity'],
  ['br;q=0, gzip', 'gzip identity'],
  ['x-gzip', 'gzip identity'],
  ['identity', 'identity'],
  ['identity, gzip', 'gzip identity'],
  ['identity;q=1, gzip;q=0.9', 'identity gzip'],
  ['gzip, identity;q=0', 'gzip'],
  ['*', 'br gzip identity'],
  ['*;q=0.5, gzip', 'gzip br identity'],
  ['br;q=0, *', 'gzip identity'],
  ['gzip, *;q=0', 'gzip'],
  ['*;q=0, identity;q=0.1', 'identity'],
  ['deflate', 'identity'],
])('%s takes %s', (header, codings) => {
  expect(acceptedCodings(header).join(' ')).toBe(codings);
});

test.each(['identity;q=0', '*;q=0', 'identity;q=0, deflate'])(
  'a header that takes nothing we have is disregarded: %s',
  (header) => {
    expect(acceptedCodings(header)).toEqual(['identity']);
  },
);

test.each([
  'gzip;q=2',
  'gzip;q=',
  'gzip;q=0.1234',
  'gzip;level=1',
  'gz ip',
  ';q=1',
  `${'a,'.repeat(20)}gzip`,
])('what is not written well is as good as not there: %s', (header) => {
  expect(acceptedCodings(header)).toEqual(['identity']);
});

test('some coding is always left, and no coding twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'gzipbr*;q=0.1, ') }), (header) => {
      const codings = acceptedCodings(header);
      expect(codings.length).toBeGreaterThan(0);
      expect(new Set(codings).size).toBe(codings.length);
    }),
  );
});
