import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { seldom, wrapped } from '../edges.ts';
import { literal, path } from './conditions.ts';
import { numbers, plain, set, value } from './items.ts';
import { asValue, joined, named } from './parts.ts';

const simple = fc.oneof(
  literal,
  path,
  wrapped(fc.tuple(path, literal).map((parts) => joined(parts, (a, b) => `if_not_exists(${a}, ${b})`))),
);
/** Functions in one another, as some may stand. */
const term = seldom(
  simple,
  fc
    .tuple(fc.constantFrom('if_not_exists', 'list_append'), simple, simple)
    .map(([name, ...parts]) => joined(parts, (a, b) => `${name}(${a}, ${b})`)),
  20,
);
const assigned = wrapped(
  fc.oneof(
    { weight: 3, arbitrary: literal },
    term,
    fc
      .tuple(term, fc.constantFrom('+', '-'), term)
      .map(([one, by, other]) => joined([one, other], (a, b) => `${a} ${by} ${b}`)),
    fc
      .tuple(path, fc.array(plain, { maxLength: 2 }))
      .map(([of, L]) => joined([of, asValue({ L } as AttributeValue)], (a, b) => `list_append(${a}, ${b})`)),
  ),
);
/** What an update may change; keys are a case of their own, which the reference judges at another moment in a transaction. */
const target = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom('n', 's', 'l', 'm', 'b', 'set', 'nums', 'big', 'x#y', 'status').map(named),
  },
  {
    weight: 14,
    arbitrary: fc
      .constantFrom('m.x', 'm.y', 'l[0]', 'l[1]', 'l[2]', 'l[5]', 'l[7]', 'l[1].x', 'l[1][0]')
      .map(named),
  },
  fc.constantFrom('m.x.y', 'b[0]', 'm.constructor', 'constructor').map(named),
);
/** The reference lets wrong types of an index's keys pass, so those are always texts here. */
const placing = fc.oneof(
  fc
    .constantFrom('1', '2', '\uFF5E', '\u{1F600}')
    .map((S) => joined([asValue({ S: `^${S}` })], (text) => `vs = ${text}`)),
  fc.constantFrom('p', 'q').map((S) => joined([asValue({ S: `@${S}` })], (text) => `v = ${text}`)),
  fc.constantFrom('x', 'y').map((S) => joined([asValue({ S: `@${S}` })], (text) => `a = ${text}`)),
);
const fitting = fc.oneof(
  fc.constantFrom(...numbers).map((N) => joined([asValue({ N })], (text) => `n = ${text}`)),
  fc
    .constantFrom('1', '0.1', '2')
    .map((N) => joined([asValue({ N })], (text) => `n = if_not_exists(n, ${text}) + ${text}`)),
  fc.constantFrom('1', '0.1').map((N) => joined([asValue({ N })], (text) => `n = n - ${text}`)),
  plain.map((of) => joined([asValue({ L: [of] } as never)], (text) => `l = list_append(l, ${text})`)),
  plain.map((of) =>
    joined(
      [asValue({ L: [of] } as never), asValue({ L: [] })],
      (text, none) => `l = list_append(${text}, if_not_exists(l, ${none}))`,
    ),
  ),
  value.map((of) => joined([asValue(of)], (text) => `m.x = ${text}`)),
  fc.constant(named('s = if_not_exists(b, n)')),
);
const action = {
  SET: fc.oneof(
    { weight: 4, arbitrary: placing },
    { weight: 5, arbitrary: fitting },
    {
      weight: 2,
      arbitrary: fc.tuple(target, literal).map((parts) => joined(parts, (a, b) => `${a} = ${b}`)),
    },
    fc.tuple(target, assigned).map((parts) => joined(parts, (a, b) => `${a} = ${b}`)),
  ),
  REMOVE: fc.oneof({ weight: 3, arbitrary: target }, fc.constantFrom('v', 'vs', 'a').map(named)),
  ADD: fc.oneof(
    fc.constantFrom(...numbers).map((N) => joined([asValue({ N })], (text) => `n ${text}`)),
    set.map((of) => joined([asValue(of as never)], (text) => `set ${text}`)),
    fc.tuple(target, literal).map((parts) => joined(parts, (a, b) => `${a} ${b}`)),
  ),
  DELETE: fc.oneof(
    set.map((of) => joined([asValue(of as never)], (text) => `set ${text}`)),
    fc
      .tuple(
        target,
        set.map((of) => asValue(of as never)),
      )
      .map((parts) => joined(parts, (a, b) => `${a} ${b}`)),
  ),
};
const section = (word: keyof typeof action) =>
  fc
    .array(action[word], { minLength: 1, maxLength: 3 })
    .map((parts) => joined(parts, (...texts) => `${word} ${texts.join(', ')}`));
export const update = fc
  .uniqueArray(
    fc.constantFrom('SET', 'SET', 'REMOVE', 'ADD', 'DELETE') as fc.Arbitrary<keyof typeof action>,
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .chain((words) => fc.tuple(...words.map(section)))
  .map((parts) => joined(parts, (...texts) => texts.join(' ')));
