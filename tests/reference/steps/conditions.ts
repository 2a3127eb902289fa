import fc from 'fast-check';
import { inAnyCase, seldom, strangePath, strangeValue, wrapped } from '../edges.ts';
import { attributes, value } from './items.ts';
import { asValue, joined, named, type Part } from './parts.ts';

export const pathText = fc.oneof(
  { weight: 120, arbitrary: fc.constantFrom(...attributes) },
  {
    weight: 60,
    arbitrary: fc.constantFrom('m.x', 'm.y', 'm.status', 'l[0]', 'l[1]', 'l[5]', 'm.x.y', 'b[0]'),
  },
  { weight: 10, arbitrary: fc.constantFrom('pk', 'sk') },
  { weight: 3, arbitrary: strangePath },
);
/** What every index carries or most do not; filters of the table may name anything but its key. */
export const path = wrapped(pathText.map(named));
export const literal = wrapped(seldom(value, strangeValue, 200).map(asValue));
const pair = () => fc.tuple(path, literal).map((parts) => joined(parts, (a, b) => `${a}, ${b}`));
const sized = wrapped(path.map((of) => joined([of], (text) => `size(${text})`)));
/** Functions where none may stand, or only some. */
const misplaced = fc
  .oneof(
    fc.tuple(fc.constantFrom('size', 'attribute_exists', 'if_not_exists'), sized),
    fc.tuple(fc.constant('size'), literal),
    fc.tuple(fc.constantFrom('begins_with', 'contains', 'list_append', 'if_not_exists'), pair()),
  )
  .map(([name, of]) => joined([of], (text) => `${name}(${text})`));
const operand = seldom(fc.oneof(path, literal, sized), misplaced);
const comparator = fc.constantFrom('=', '<>', '<', '<=', '>', '>=');
/** A literal of the kind that most items have at a path. */
const typed = fc.oneof(
  fc.constantFrom('1', '2', '10', '1.50').map((N) => [named('n'), asValue({ N })] as const),
  fc.constantFrom('a', 'ab', 'é').map((S) => [named('s'), asValue({ S })] as const),
  fc.constantFrom('1', '2', '\uFF5E').map((S) => [named('vs'), asValue({ S })] as const),
);
const comparison: fc.Arbitrary<Part> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(typed, comparator)
      .map(([[one, other], by]) => joined([one, other], (a, b) => `${a} ${by} ${b}`)),
  },
  path.map((of) => joined([of], (text) => `attribute_exists(${text})`)),
  fc
    .tuple(path, comparator, literal)
    .map(([one, by, other]) => joined([one, other], (a, b) => `${a} ${by} ${b}`)),
  fc
    .tuple(operand, comparator, operand)
    .map(([one, by, other]) => joined([one, other], (a, b) => `${a} ${by} ${b}`)),
  path.map((of) => joined([of], (text) => `attribute_exists(${text})`)),
  path.map((of) => joined([of], (text) => `attribute_not_exists(${text})`)),
  fc.tuple(path, literal).map((parts) => joined(parts, (a, b) => `contains(${a}, ${b})`)),
  fc.tuple(path, literal).map((parts) => joined(parts, (a, b) => `begins_with(${a}, ${b})`)),
  fc
    .tuple(path, fc.constantFrom('S', 'N', 'L', 'M', 'SS', 'NULL', 'ZZ'))
    .map(([of, S]) => joined([of, asValue({ S })], (a, b) => `attribute_type(${a}, ${b})`)),
  fc
    .tuple(operand, literal, literal)
    .map((parts) => joined(parts, (a, b, c) => `${a} BETWEEN ${b} AND ${c}`)),
  { weight: 1, arbitrary: misplaced.map((of) => joined([of], (text) => `NOT ${text}`)) },
  fc
    .tuple(operand, operand, operand)
    .map((parts) => joined(parts, (a, b, c) => `${a} BETWEEN ${b} AND ${c}`)),
  fc.tuple(operand, operand).map((parts) => joined(parts, (a, b) => `contains(${a}, ${b})`)),
  fc.tuple(operand, operand).map((parts) => joined(parts, (a, b) => `begins_with(${a}, ${b})`)),
  fc
    .tuple(path, fc.array(literal, { minLength: 1, maxLength: 3 }))
    .map(([of, list]) => joined([of, ...list], (a, ...rest) => `${a} IN (${rest.join(', ')})`)),
);
export const condition: fc.Arbitrary<Part> = fc.letrec<{ any: Part }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc
      .tuple(tie('any'), inAnyCase('AND', 'OR'), tie('any'))
      .map(([one, word, other]) => joined([one, other], (a, b) => `(${a}) ${word} ${b}`)),
    fc.tuple(inAnyCase('NOT'), tie('any')).map(([word, one]) => joined([one], (text) => `${word} (${text})`)),
    wrapped(
      fc
        .tuple(tie('any'), inAnyCase('AND', 'OR'), tie('any'))
        .map(([one, word, other]) => joined([one, other], (a, b) => `${a} ${word} ${b}`)),
    ),
  ),
})).any;
