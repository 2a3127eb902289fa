import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileGlobs, globsIn } from '../../../src/screening/text/globs.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const found = (patterns: readonly string[], text: string) =>
  [...globsIn(compileGlobs(patterns), text, '|')].sort();

/** What a regular expression says of each pattern alone. */
const expected = (patterns: readonly string[], text: string) =>
  [...patterns.keys()]
    .filter((nth) => {
      const pieces = (patterns[nth] ?? '').split('*').map((piece) => piece.replaceAll('|', '[|]'));
      return pieces.some((piece) => piece !== '') && new RegExp(pieces.join('[^|]*')).test(text);
    })
    .sort();

const over = (signs: string, maxLength: number) =>
  fc.array(fc.constantFrom(...signs), { maxLength }).map((some) => some.join(''));
/** Stars at the ends say nothing: a regular expression would not cross a wall there either, for nothing follows. */
const pattern = over('aab|*', 9).map((text) => text.replace(/^[*]+|[*]+$/g, ''));

/** Too many to be looked for one by one; no text has them. */
const crowd = Array.from({ length: 100 }, (_, nth) => `z${nth}`);

test.each([
  ['few', []],
  ['many', crowd],
])('finds together what regular expressions find one by one, of %s patterns', (_, others) => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 12 }), over('aab|', 40), (patterns, text) => {
      expect(found([...patterns, ...others], text)).toEqual(expected(patterns, text));
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['a string inside another', ['ab', 'b', 'abc'], 'xabcx', [0, 1, 2]],
  ['equal patterns', ['ab', 'ab'], 'ab', [0, 1]],
  ['a star that stands for nothing', ['a*b'], 'ab', [0]],
  ['no star across a wall', ['a*b'], 'a|b', []],
  ['pieces that must not overlap', ['aba*aba'], 'ababa', []],
  ['nothing by nothing', ['', '*', '**'], 'abc', []],
])('finds %s', (_, patterns, text, numbers) => {
  expect(found(patterns, text)).toEqual(numbers);
});

test('passes over what lies between two walls at once, for five thousand patterns', () => {
  // From every place of a first piece on, looking for the second takes seconds.
  const patterns = Array.from({ length: 5_000 }, (_, nth) => `a*z${nth % 7}*${'z'.repeat(nth % 90)}${nth}`);
  const lists = [
    patterns,
    Array.from({ length: 5_000 }, (_, nth) => `a*${'|z'.repeat(nth + 1)}`.slice(0, 90)),
  ];
  const text = `|${'a|'.repeat(4_900)}z0|z1|z2|`;
  for (const list of [...lists, Array(5_000).fill('a*z0')])
    expect(cpuMsOf(() => Array.from({ length: 10 }, () => found(list, text)))).toBeLessThan(2_000);
});

// One by one, five thousand patterns take minutes on such texts.
test.each<[string, (nth: number) => string, string]>([
  ['one letter and a star', (nth) => `a*a*a*b${nth}`, 'a'],
  ['the beginnings of one another', (nth) => `${'a'.repeat(nth % 90)}b*${nth}`, 'a'],
  ['pieces that are everywhere', (nth) => `a*b*${nth % 7}*a`, 'ab1'],
  ['phrases of the commonest word', (nth) => `${'|a'.repeat(nth % 45)}|${nth}`, '|a'],
])('goes once through a text for five thousand patterns of %s', (_, patternOf, unit) => {
  const patterns = Array.from({ length: 5_000 }, (__, nth) => patternOf(nth));
  const text = unit.repeat(10_000).slice(0, 10_000);
  expect(cpuMsOf(() => found(patterns, text))).toBeLessThan(2_000);
});
