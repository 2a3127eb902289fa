import { BatchGetItemCommand, GetItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { seldom } from '../edges.ts';
import { condition, pathText } from './conditions.ts';
import { key, keyItem, partitions, sortKeys } from './items.ts';
import { asValue, joined, named, withNames } from './parts.ts';
import { CAPACITY, maybe, type Step } from './step.ts';

const projection = fc
  .uniqueArray(pathText, { minLength: 1, maxLength: 3 })
  .map((paths) => joined(paths.map(named), (...texts) => texts.join(', ')));
export const get = fc.record({ key, projection: maybe(projection), ConsistentRead: fc.boolean() }).map(
  ({ key: k, projection: only, ConsistentRead }): Step =>
    (TableName, run) =>
      new GetItemCommand({
        TableName,
        Key: keyItem(k, run),
        ...withNames({ ProjectionExpression: only }),
        ConsistentRead,
        ...CAPACITY,
      }),
);
export const batch = fc
  .record({
    keys: fc.array(key, { minLength: 1, maxLength: 4 }),
    projection: maybe(projection),
    ConsistentRead: fc.boolean(),
  })
  .map(
    ({ keys, projection: only, ConsistentRead }): Step =>
      (TableName, run) =>
        new BatchGetItemCommand({
          RequestItems: {
            [TableName]: {
              Keys: keys.map((k) => keyItem(k, run)),
              ...withNames({ ProjectionExpression: only }),
              ConsistentRead,
            },
          },
          ...CAPACITY,
        }),
  );

const rangeCondition = (range: string) =>
  fc.oneof(
    fc.constant(undefined),
    fc
      .tuple(fc.constantFrom('=', '<', '<=', '>', '>='), fc.constantFrom(...sortKeys, '1', '2'))
      .map(([by, S]) => joined([asValue({ S })], (text) => `${range} ${by} ${text}`)),
    fc
      .tuple(fc.constantFrom('=', '<', '<=', '>', '>='), fc.constantFrom(...sortKeys))
      .map(([by, S]) => joined([asValue({ S })], (text) => `(${text} ${by} ${range})`)),
    fc
      .constantFrom('C', 'C#', 'a', '\u{1F600}', '\uFF5E')
      .map((S) => joined([asValue({ S })], (text) => `begins_with(${range}, ${text})`)),
    fc
      .tuple(fc.constantFrom(...sortKeys), fc.constantFrom(...sortKeys))
      .map(([from, to]) =>
        joined([asValue({ S: from }), asValue({ S: to })], (a, b) => `${range} BETWEEN ${a} AND ${b}`),
      ),
  );
const sources = [
  { IndexName: undefined, hash: 'pk', range: 'sk', of: partitions },
  { IndexName: 'view', hash: 'v', range: 'vs', of: ['p', 'q'] },
  { IndexName: 'author', hash: 'a', range: 'sk', of: ['x', 'y'] },
  { IndexName: 'whole', hash: 'v', range: 'sk', of: ['p', 'q'] },
];
const selects = ['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT'] as const;
/** Where a page may go on that no page ended at. */
const startKey = fc.record({ key, hash: fc.constantFrom('p', 'p', 'q', 'x'), vs: fc.constantFrom('1', '2') });
type StartKey = typeof startKey extends fc.Arbitrary<infer T> ? T : never;
const startIn = (
  { IndexName, hash, range }: { IndexName: string | undefined; hash: string; range: string },
  { key: k, hash: S, vs }: StartKey,
  run: string,
) => ({
  ...keyItem(k, run),
  ...(IndexName && { [hash]: { S: run + S } }),
  ...(range === 'vs' && { vs: { S: `${vs}~${k.sk}` } }),
});
export const queried = fc.constantFrom(...sources).chain(({ IndexName, hash, range, of }) =>
  fc
    .record({
      partition: fc.constantFrom(...of),
      range: rangeCondition(range),
      filter: maybe(condition),
      projection: maybe(projection),
      Limit: fc.constantFrom(undefined, 1, 2, 3),
      ScanIndexForward: fc.constantFrom(undefined, true, false),
      ConsistentRead: fc.constantFrom(undefined, undefined, undefined, undefined, true),
      select: seldom(
        fc.constantFrom(undefined, undefined, 'COUNT' as const),
        fc.tuple(fc.constantFrom(...selects), fc.boolean()),
        8,
      ),
      start: seldom(fc.constant(undefined), startKey, 6),
    })
    .map(
      ({ partition, range: within, filter, projection: only, select, start, ...rest }): Step =>
        (TableName, run) => {
          const whole = asValue({ S: run + partition });
          // Most pairs of what is selected and a projection make no sense.
          const [Select, isPaired] = Array.isArray(select) ? select : [select, select === undefined];
          const keys = joined(within ? [whole, within] : [whole], (text, more) =>
            more ? `${hash} = ${text} AND ${more}` : `${hash} = ${text}`,
          );
          return new QueryCommand({
            TableName,
            IndexName,
            ...withNames({
              KeyConditionExpression: keys,
              FilterExpression: filter,
              ProjectionExpression: isPaired ? only : undefined,
            }),
            ...rest,
            Select,
            ExclusiveStartKey: start && startIn({ IndexName, hash, range }, start, run),
            ...CAPACITY,
          });
        },
    ),
);
export const scanned = maybe(condition).map(
  (filter): Step =>
    (TableName, run) => {
      const mine = joined([asValue({ S: run })], (text) => `begins_with(pk, ${text})`);
      const both = filter ? joined([mine, filter], (a, b) => `${a} AND (${b})`) : mine;
      return new ScanCommand({ TableName, ...withNames({ FilterExpression: both }), ConsistentRead: true });
    },
);
