import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildAutomaton, endsIn, stringsIn } from '../../../src/screening/text/automaton.ts';

const letters = (maxLength: number) =>
  fc.array(fc.constantFrom(...'aab'), { maxLength }).map((some) => some.join(''));

const places = (string: string, text: string): readonly number[] =>
  [...text].flatMap((_, at) => (text.startsWith(string, at) ? at + string.length : []));

test('finds every occurrence of every string, and no other', () => {
  const strings = fc.uniqueArray(
    letters(5).filter((string) => string !== ''),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(strings, letters(40), (sought, text) => {
      const automaton = buildAutomaton(sought);
      const ends = endsIn(automaton, text);
      for (const [nth, string] of sought.entries()) {
        expect(ends.get(nth) ?? []).toEqual(places(string, text));
        expect(stringsIn(automaton, text).has(nth)).toBe(text.includes(string));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('no strings, or empty ones, are never found', () => {
  expect(stringsIn(buildAutomaton([]), 'abc').size).toBe(0);
  expect(stringsIn(buildAutomaton(['', 'b']), 'abc')).toEqual(new Set([1]));
});
