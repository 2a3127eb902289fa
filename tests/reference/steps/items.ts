import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { strangeName, strangeValue } from '../edges.ts';

export const sortKeys = ['a', 'b', 'C#1', 'C#2', 'C#', '\u{1F600}', '\uFF5E', 'é'];
export const partitions = ['p', 'q'];
export const attributes = [
  'n',
  's',
  'l',
  'm',
  'b',
  'set',
  'nums',
  'v',
  'vs',
  'a',
  'big',
  'x#y',
  'status',
  'constructor',
];

export const numbers = [
  ...['0', '1', '-1', '2', '10', '007', '1.50', '-0', '1e3', '0.1', '12345678901234567890'],
  ...['99999999999999999999999999999999999999', '1E-130', '9.9E125', '0.0000001', '-3.14'],
];
export const plain = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'abc', 'é', '\u{1F600}', '\uFF5E').map((S) => ({ S })),
  fc.constantFrom(...numbers).map((N) => ({ N })),
  fc.uint8Array({ maxLength: 3 }).map((B) => ({ B })),
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc.constant({ NULL: true }),
);
export const set = fc.oneof(
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((SS) => ({ SS })),
  fc.uniqueArray(fc.constantFrom('1', '2', '3.5'), { minLength: 1 }).map((NS) => ({ NS })),
  fc
    .uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1 })
    .map((bytes) => ({ BS: bytes.map((byte) => Uint8Array.of(byte)) })),
);
export const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  { weight: 4, arbitrary: plain },
  set,
  fc.array(plain, { maxLength: 3 }).map((L) => ({ L })),
  fc.dictionary(fc.constantFrom('x', 'y', 'status'), plain, { maxKeys: 3 }).map((M) => ({ M })),
) as fc.Arbitrary<AttributeValue>;

export type Key = { readonly pk: string; readonly sk: string };
const keyIn = (pk: string, sk: string): Key => ({ pk, sk: pk === 'p' ? sk : `${sk}~` });
/** No two items of a run share a sort key: how an index orders equal ones is nowhere promised. */
export const key = fc
  .record({ pk: fc.constantFrom(...partitions), sk: fc.constantFrom(...sortKeys) })
  .map(({ pk, sk }) => keyIn(pk, sk));
export const keyItem = ({ pk, sk }: Key, run: string) => ({ pk: { S: run + pk }, sk: { S: sk } });

/** Every key that a run may use. */
export const keysOf = (run: string) =>
  partitions.flatMap((pk) => sortKeys.map((sk) => keyItem(keyIn(pk, sk), run)));

/** Attributes of an item, most of which are of the kind their name says. */
export const body = fc.record(
  {
    n: fc.constantFrom(...numbers).map((N) => ({ N })),
    s: plain,
    l: fc.array(fc.oneof({ weight: 3, arbitrary: plain }, value), { maxLength: 5 }).map((L) => ({ L })),
    m: fc.dictionary(fc.constantFrom('x', 'y', 'status'), value, { maxKeys: 3 }).map((M) => ({ M })),
    b: value,
    set,
    nums: fc.constant({ NS: ['1', '2'] }),
    v: fc.constantFrom('p', 'q').map((S) => ({ S })),
    vs: fc.constantFrom('1', '2', '\uFF5E', '\u{1F600}').map((S) => ({ S })),
    a: fc.constantFrom('x', 'y').map((S) => ({ S })),
    big: fc.constantFrom(100, 900, 1100, 5000).map((length) => ({ S: 'x'.repeat(length) })),
    'x#y': value,
    status: plain,
  },
  { requiredKeys: [] },
);

/** What hardly any item holds, and most of it none. */
export const strange = fc.oneof(
  { weight: 40, arbitrary: fc.constant({}) },
  strangeValue.map((odd) => ({ odd })),
  fc.tuple(strangeName, plain).map(([name, of]) => ({ [name]: of })),
);

/** Index partitions begin with the run as well. */
export const itemOf = (k: Key, attributes: object, run: string) => {
  const item: Record<string, any> = { ...attributes, ...keyItem(k, run) };
  for (const name of ['v', 'a']) if (item[name]?.S) item[name] = { S: run + item[name].S };
  if (item.vs) item.vs = { S: `${item.vs.S}~${k.sk}` };
  return item;
};
