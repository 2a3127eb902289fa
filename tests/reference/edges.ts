import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';

// What is at the edge of what DynamoDB takes, or past it: the random operations hold some of it, seldom enough that most of them succeed.

/** One in so many. */
const COMMON = 60;
const RARE = 150;

/** Mostly one, seldom the other. */
export const seldom = <T, U>(
  of: fc.Arbitrary<T>,
  edge: fc.Arbitrary<U>,
  weight = COMMON,
): fc.Arbitrary<T | U> =>
  fc.oneof({ weight, arbitrary: of as fc.Arbitrary<T | U> }, edge as fc.Arbitrary<T | U>);

/** An expression's text, with one pair of parentheses around it now and then, and with two very seldom. */
export const wrapped = <P extends { readonly text: string }>(of: fc.Arbitrary<P>): fc.Arbitrary<P> =>
  fc
    .tuple(
      of,
      fc.oneof(
        { weight: RARE, arbitrary: fc.constant(0) },
        { weight: 8, arbitrary: fc.constant(1) },
        fc.constant(2),
      ),
    )
    .map(([part, pairs]) => ({ ...part, text: `${'('.repeat(pairs)}${part.text}${')'.repeat(pairs)}` }));

/** Keywords are read in any case. */
export const inAnyCase = (...words: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...words), seldom(fc.constant(false), fc.constant(true), 10))
    .map(([word, isLower]) => (isLower ? word.toLowerCase() : word));

/** Places in lists and names as no path may hold them, paths into keys, and one level more than there may be. */
export const strangePath = fc.constantFrom(
  ...['l[00]', 'l[01]', 'l[2147483647]', 'l[2147483648]', 'l[ 0 ]', 'm . x', 'm.x.', '_n', 'l[-1]'],
  ...['pk.x', 'a.x', 'vs[0]', `l${'[0]'.repeat(31)}`, `l${'[0]'.repeat(32)}`],
);

const nested = (levels: number, leaf: AttributeValue): AttributeValue => {
  let value = leaf;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? { L: [value] } : { M: { x: value } };
  return value;
};

/** Values of no type, of two, or about as deep as they may be; and names that no attribute may have. */
export const strangeValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.constantFrom(
    ...[{}, { S: 'a', N: '1' }, { NULL: false }, { NULL: true, S: 'a' }, { OTHER: 'a' }, { SS: [] }],
    ...[{ L: [{}] }, { L: [{ S: 'a', BOOL: true }] }, { M: { '': { S: 'a' } } }, { NS: ['1', '1.0'] }],
  ),
  fc
    .tuple(
      fc.integer({ min: 30, max: 33 }),
      fc.constantFrom<object>({ S: 'x' }, { L: [] }, { M: {} }, { SS: ['a'] }),
    )
    .map(([levels, leaf]) => nested(levels, leaf as AttributeValue)),
) as fc.Arbitrary<AttributeValue>;

/** Names about as long as they may be, and the one that is too short. */
export const strangeName = fc.constantFrom('', 'n'.repeat(255), 'n'.repeat(256), 'n'.repeat(65_536));
