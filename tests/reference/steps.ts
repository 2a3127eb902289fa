import {
  type AttributeValue,
  BatchGetItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import type { TableDefinition } from '../../local/engine/schema.ts';
import { inAnyCase, seldom, strangeName, strangePath, strangeValue, wrapped } from './edges.ts';

/** A table with an index of each kind of projection. */
export const definition = {
  AttributeDefinitions: ['pk', 'sk', 'v', 'vs', 'a'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'view',
      KeySchema: [
        { AttributeName: 'v', KeyType: 'HASH' },
        { AttributeName: 'vs', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['n', 'l', 'big'] },
    },
    {
      IndexName: 'author',
      KeySchema: [
        { AttributeName: 'a', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    {
      IndexName: 'whole',
      KeySchema: [
        { AttributeName: 'v', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
} as const satisfies TableDefinition;

/** Makes a command for a table; partitions begin with `run`, so that runs do not meet. */
export type Step = (table: string, run: string) => { readonly input: object };

const sortKeys = ['a', 'b', 'C#1', 'C#2', 'C#', '\u{1F600}', '\uFF5E', 'é'];
const partitions = ['p', 'q'];
const attributes = [
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

const numbers = [
  ...['0', '1', '-1', '2', '10', '007', '1.50', '-0', '1e3', '0.1', '12345678901234567890'],
  ...['99999999999999999999999999999999999999', '1E-130', '9.9E125', '0.0000001', '-3.14'],
];
const plain = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'abc', 'é', '\u{1F600}', '\uFF5E').map((S) => ({ S })),
  fc.constantFrom(...numbers).map((N) => ({ N })),
  fc.uint8Array({ maxLength: 3 }).map((B) => ({ B })),
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc.constant({ NULL: true }),
);
const set = fc.oneof(
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((SS) => ({ SS })),
  fc.uniqueArray(fc.constantFrom('1', '2', '3.5'), { minLength: 1 }).map((NS) => ({ NS })),
  fc
    .uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1 })
    .map((bytes) => ({ BS: bytes.map((byte) => Uint8Array.of(byte)) })),
);
const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  { weight: 4, arbitrary: plain },
  set,
  fc.array(plain, { maxLength: 3 }).map((L) => ({ L })),
  fc.dictionary(fc.constantFrom('x', 'y', 'status'), plain, { maxKeys: 3 }).map((M) => ({ M })),
) as fc.Arbitrary<AttributeValue>;

type Key = { readonly pk: string; readonly sk: string };
const keyIn = (pk: string, sk: string): Key => ({ pk, sk: pk === 'p' ? sk : `${sk}~` });
/** No two items of a run share a sort key: how an index orders equal ones is nowhere promised. */
const key = fc
  .record({ pk: fc.constantFrom(...partitions), sk: fc.constantFrom(...sortKeys) })
  .map(({ pk, sk }) => keyIn(pk, sk));
const keyItem = ({ pk, sk }: Key, run: string) => ({ pk: { S: run + pk }, sk: { S: sk } });

/** Every key that a run may use. */
export const keysOf = (run: string) =>
  partitions.flatMap((pk) => sortKeys.map((sk) => keyItem(keyIn(pk, sk), run)));

/** Attributes of an item, most of which are of the kind their name says. */
const body = fc.record(
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
const strange = fc.oneof(
  { weight: 40, arbitrary: fc.constant({}) },
  strangeValue.map((odd) => ({ odd })),
  fc.tuple(strangeName, plain).map(([name, of]) => ({ [name]: of })),
);

/** Index partitions begin with the run as well. */
const itemOf = (k: Key, attributes: object, run: string) => {
  const item: Record<string, any> = { ...attributes, ...keyItem(k, run) };
  for (const name of ['v', 'a']) if (item[name]?.S) item[name] = { S: run + item[name].S };
  if (item.vs) item.vs = { S: `${item.vs.S}~${k.sk}` };
  return item;
};

/** An expression under way: text, and what its placeholders stand for. */
type Part = { readonly text: string; readonly values: Record<string, AttributeValue> };
let placeholder = 0;
const asValue = (of: AttributeValue): Part => {
  placeholder = (placeholder + 1) % 100_000;
  return { text: `:x${placeholder}`, values: { [`:x${placeholder}`]: of } };
};
const joined = (parts: readonly Part[], join: (...texts: string[]) => string): Part => ({
  text: join(...parts.map(({ text }) => text)),
  values: Object.assign({}, ...parts.map(({ values }) => values)),
});
const named = (path: string): Part => ({ text: path, values: {} });

const pathText = fc.oneof(
  { weight: 120, arbitrary: fc.constantFrom(...attributes) },
  {
    weight: 60,
    arbitrary: fc.constantFrom('m.x', 'm.y', 'm.status', 'l[0]', 'l[1]', 'l[5]', 'm.x.y', 'b[0]'),
  },
  { weight: 10, arbitrary: fc.constantFrom('pk', 'sk') },
  { weight: 3, arbitrary: strangePath },
);
/** What every index carries or most do not; filters of the table may name anything but its key. */
const path = wrapped(pathText.map(named));
const literal = wrapped(seldom(value, strangeValue, 200).map(asValue));
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
const condition: fc.Arbitrary<Part> = fc.letrec<{ any: Part }>((tie) => ({
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
const update = fc
  .uniqueArray(
    fc.constantFrom('SET', 'SET', 'REMOVE', 'ADD', 'DELETE') as fc.Arbitrary<keyof typeof action>,
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .chain((words) => fc.tuple(...words.map(section)))
  .map((parts) => joined(parts, (...texts) => texts.join(' ')));

/** Names that are reserved or hold signs go through placeholders, and some of the others too. */
const withNames = (expressions: Readonly<Record<string, Part | undefined>>) => {
  const names: Record<string, string> = {};
  const written: Record<string, string> = {};
  for (const [name, part] of Object.entries(expressions)) {
    if (!part) continue;
    written[name] = part.text.replace(/(?<![\w:#])(x#y|status|nums|set|v)(?![\w(])/g, (found) => {
      if (/^[A-Z]+$/.test(found)) return found;
      names[`#${found.replace('#', '0')}`] = found;
      return `#${found.replace('#', '0')}`;
    });
  }
  const values = Object.assign({}, ...Object.values(expressions).map((part) => part?.values ?? {}));
  return {
    ...written,
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
};

/** A text that begins with `@` begins with the run instead; one that begins with `^` ends in the item's sort key. */
const ofRun = <T extends { ExpressionAttributeValues?: Record<string, any> }>(
  written: T,
  run: string,
  { sk }: Key,
): T => ({
  ...written,
  ...(written.ExpressionAttributeValues && {
    ExpressionAttributeValues: Object.fromEntries(
      Object.entries(written.ExpressionAttributeValues).map(([name, of]) => [
        name,
        typeof of.S === 'string'
          ? { S: of.S.replace(/^@/, run).replace(/^\^(.*)/su, (_: string, text: string) => `${text}~${sk}`) }
          : of,
      ]),
    ),
  }),
});

const maybe = <T>(of: fc.Arbitrary<T>) => fc.oneof(fc.constant(undefined), fc.constant(undefined), of);
const onFailure = fc.constantFrom(undefined, 'ALL_OLD' as const);
const CAPACITY = { ReturnConsumedCapacity: 'INDEXES' } as const;

const put = fc
  .record({
    key,
    body: fc.tuple(body, strange).map(([usual, more]) => ({ ...usual, ...more })),
    condition: maybe(condition),
    ReturnValues: fc.constantFrom(undefined, undefined, 'NONE', 'ALL_OLD', 'ALL_OLD', 'ALL_NEW'),
    onFailure,
  })
  .map(({ key: k, body: attributes, condition: when, ReturnValues, onFailure: old }) => ({
    kind: 'Put' as const,
    inputOf: (run: string) => ({
      Item: itemOf(k, attributes, run),
      ...withNames({ ConditionExpression: when }),
      ReturnValuesOnConditionCheckFailure: old,
    }),
    ReturnValues,
  }));
const change = fc
  .record({
    key,
    update,
    condition: maybe(condition),
    ReturnValues: fc.constantFrom(undefined, 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW'),
    onFailure,
  })
  .map(({ key: k, update: to, condition: when, ReturnValues, onFailure: old }) => ({
    kind: 'Update' as const,
    inputOf: (run: string) => ({
      Key: keyItem(k, run),
      ...ofRun(withNames({ UpdateExpression: to, ConditionExpression: when }), run, k),
      ReturnValuesOnConditionCheckFailure: old,
    }),
    ReturnValues,
  }));
const remove = fc
  .record({
    key,
    condition: maybe(condition),
    ReturnValues: fc.constantFrom(undefined, 'ALL_OLD'),
    onFailure,
  })
  .map(({ key: k, condition: when, ReturnValues, onFailure: old }) => ({
    kind: 'Delete' as const,
    inputOf: (run: string) => ({
      Key: keyItem(k, run),
      ...withNames({ ConditionExpression: when }),
      ReturnValuesOnConditionCheckFailure: old,
    }),
    ReturnValues,
  }));
/** Of a condition check alone the reference takes paths into keys; the engine refuses those as in any other condition. */
const outsideKeys = condition.map((of) => ({
  ...of,
  text: of.text.replace(/(?<![\w#:.])(?:pk\.x|a\.x|vs\[0\])/g, 'm.x'),
}));
const check = fc
  .record({ key, condition: outsideKeys, onFailure })
  .map(({ key: k, condition: when, onFailure: old }) => ({
    kind: 'ConditionCheck' as const,
    inputOf: (run: string) => ({
      Key: keyItem(k, run),
      ...withNames({ ConditionExpression: when }),
      ReturnValuesOnConditionCheckFailure: old,
    }),
    ReturnValues: undefined,
  }));

const commands: Readonly<Record<string, any>> = {
  Put: PutItemCommand,
  Update: UpdateItemCommand,
  Delete: DeleteItemCommand,
};
const write = fc.oneof({ weight: 2, arbitrary: put }, { weight: 3, arbitrary: change }, remove).map(
  ({ kind, inputOf, ReturnValues }): Step =>
    (TableName, run) =>
      new commands[kind]({ TableName, ...inputOf(run), ReturnValues, ...CAPACITY }),
);
const transaction = fc
  .uniqueArray(fc.oneof(put, change, remove, check), {
    minLength: 1,
    maxLength: 4,
    selector: ({ inputOf }) => {
      const { Item, Key: own } = inputOf('') as Record<string, any>;
      return JSON.stringify([(Item ?? own).pk, (Item ?? own).sk]);
    },
  })
  .map(
    (parts): Step =>
      (TableName, run) =>
        new TransactWriteItemsCommand({
          TransactItems: parts.map(({ kind, inputOf }) => ({ [kind]: { TableName, ...inputOf(run) } })),
        } as never),
  );

const projection = fc
  .uniqueArray(pathText, { minLength: 1, maxLength: 3 })
  .map((paths) => joined(paths.map(named), (...texts) => texts.join(', ')));
const get = fc.record({ key, projection: maybe(projection), ConsistentRead: fc.boolean() }).map(
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
const batch = fc
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
const queried = fc.constantFrom(...sources).chain(({ IndexName, hash, range, of }) =>
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
const scanned = maybe(condition).map(
  (filter): Step =>
    (TableName, run) => {
      const mine = joined([asValue({ S: run })], (text) => `begins_with(pk, ${text})`);
      const both = filter ? joined([mine, filter], (a, b) => `${a} AND (${b})`) : mine;
      return new ScanCommand({ TableName, ...withNames({ FilterExpression: both }), ConsistentRead: true });
    },
);

/** One random operation. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: write },
  { weight: 2, arbitrary: transaction },
  { weight: 2, arbitrary: get },
  { weight: 1, arbitrary: batch },
  { weight: 5, arbitrary: queried },
  { weight: 1, arbitrary: scanned },
);
