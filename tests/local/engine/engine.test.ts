import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, expect, test } from '@jest/globals';
import { openEngine } from '../../../local/engine/engine.ts';
import { definition } from '../../reference/definition.ts';

// Cases that a random test would rarely meet, by kind; `npm run test:reference` compares the rest with AWS's own engine.

const TableName = 'cases';
let time = 1_700_000_000_000;
const engine = openEngine({ tableName: TableName, definition, now: () => time });
afterAll(engine.close);

const key = (sk: string, pk = 'p') => ({ pk: { S: pk }, sk: { S: sk } });
const put = (item: PutItemCommandInput['Item'], more: Partial<PutItemCommandInput> = {}) =>
  engine.send(new PutItemCommand({ TableName, Item: item, ...more }));
const get = async (sk: string, pk = 'p') =>
  (await engine.send(new GetItemCommand({ TableName, Key: key(sk, pk) }))).Item;
const update = (sk: string, expression: string, more: Partial<UpdateItemCommandInput> = {}) =>
  engine.send(new UpdateItemCommand({ TableName, Key: key(sk), UpdateExpression: expression, ...more }));
const query = (input: Partial<QueryCommandInput>) =>
  engine.send(new QueryCommand({ TableName, KeyConditionExpression: 'pk = :p', ...input }));
const transact = (parts: readonly object[], more: object = {}) =>
  engine.send(new TransactWriteItemsCommand({ TransactItems: parts as never, ...more }));
const invalid = (message: RegExp) => ({
  name: 'ValidationException',
  message: expect.stringMatching(message),
});

test('numbers keep 38 digits, and sums of them too', async () => {
  const big = '99999999999999999999999999999999999999';
  await put({ ...key('digits'), n: { N: '12345678901234567890123456789012345678' }, big: { N: big } });
  await update('digits', 'ADD n :one', { ExpressionAttributeValues: { ':one': { N: '0.1e1' } } });
  expect((await get('digits'))?.n).toEqual({ N: '12345678901234567890123456789012345679' });
  await expect(
    update('digits', 'ADD big :tenth', { ExpressionAttributeValues: { ':tenth': { N: '0.1' } } }),
  ).rejects.toMatchObject(invalid(/38 significant digits/));
  expect((await get('digits'))?.big).toEqual({ N: big });
});

test.each([
  ['-0', '0'],
  ['007', '7'],
  ['1.50', '1.5'],
  ['1e3', '1000'],
  ['1E+00000000005', '100000'],
  ['1e-000000000000', '1'],
  ['.5', '0.5'],
  ['-1.0E-3', '-0.001'],
])('the number %s is stored as %s', async (N, stored) => {
  await put({ ...key('number'), n: { N } });
  expect((await get('number'))?.n).toEqual({ N: stored });
});

test.each(['1e126', '1e-131', 'NaN', '', '1x', '0x10', '123456789012345678901234567890123456789'])(
  'the number %j is refused',
  async (N) => {
    await expect(put({ ...key('number'), n: { N } })).rejects.toMatchObject({ name: 'ValidationException' });
  },
);

test('every right-hand side of a SET reads the item as it was', async () => {
  await put({ ...key('swap'), left: { S: '1' }, right: { S: '2' } });
  await update('swap', 'SET #l = #r, #r = #l', { ExpressionAttributeNames: { '#l': 'left', '#r': 'right' } });
  expect(await get('swap')).toMatchObject({ left: { S: '2' }, right: { S: '1' } });
});

test('an answer never aliases what is stored, nor what was handed over', async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  await put({ ...key('alias'), b: { B: bytes }, l: { L: [{ S: 'a' }] } });
  bytes[0] = 9;
  const item = await get('alias');
  item?.l?.L?.push({ S: 'more' });
  item?.b?.B?.fill(9);
  expect(await get('alias')).toMatchObject({ b: { B: Uint8Array.of(1, 2, 3) }, l: { L: [{ S: 'a' }] } });
});

test('texts are ordered by their UTF-8 bytes and begin with whole signs', async () => {
  for (const sk of ['\u{1F600}', '\uFF5E', 'a\u{10FFFF}b', 'a', 'ab', 'é']) await put(key(sk, 'order'));
  const skOf = async (input: Partial<QueryCommandInput>) =>
    (await query(input)).Items?.map(({ sk }) => sk?.S);
  expect(await skOf({ ExpressionAttributeValues: { ':p': { S: 'order' } } })).toEqual([
    ...['a', 'ab', 'a\u{10FFFF}b', 'é', '\uFF5E', '\u{1F600}'],
  ]);
  expect(
    await skOf({
      KeyConditionExpression: 'pk = :p AND begins_with(sk, :a)',
      ExpressionAttributeValues: { ':p': { S: 'order' }, ':a': { S: 'a' } },
    }),
  ).toEqual(['a', 'ab', 'a\u{10FFFF}b']);
});

test('entries of an index that are equal there are ordered by the table’s key, and pages go on between them', async () => {
  for (const pk of ['z', 'x', 'y']) await put({ ...key('tie', pk), v: { S: 'tied' }, vs: { S: 'same' } });
  const seen: (string | undefined)[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await query({
      IndexName: 'view',
      KeyConditionExpression: 'v = :v',
      ExpressionAttributeValues: { ':v': { S: 'tied' } },
      Limit: 1,
      ExclusiveStartKey: start,
    });
    seen.push(...(page.Items ?? []).map(({ pk }) => pk?.S));
    start = page.LastEvaluatedKey;
  } while (start);
  expect(seen).toEqual(['x', 'y', 'z']);
});

test('an item with half a key of an index is not in it', async () => {
  await put({ ...key('half'), v: { S: 'half' } });
  const inIndex = () =>
    query({
      IndexName: 'view',
      KeyConditionExpression: 'v = :v',
      ExpressionAttributeValues: { ':v': { S: 'half' } },
    });
  expect((await inIndex()).Count).toBe(0);
  await update('half', 'SET vs = :one', { ExpressionAttributeValues: { ':one': { S: '1' } } });
  expect((await inIndex()).Count).toBe(1);
  await update('half', 'REMOVE v');
  expect((await inIndex()).Count).toBe(0);
});

test('a page ends where it passes 1 MB', async () => {
  for (const n of [1, 2, 3, 4]) await put({ ...key(String(n), 'big'), text: { S: 'é'.repeat(190_000) } });
  const values = { ExpressionAttributeValues: { ':p': { S: 'big' } } };
  const page = await query(values);
  expect([page.Count, page.LastEvaluatedKey]).toEqual([3, key('3', 'big')]);
  expect((await query({ ...values, ExclusiveStartKey: page.LastEvaluatedKey })).Count).toBe(1);
});

test('a page ends where it has 1 MB to the byte', async () => {
  const besides = ['pk', 'exact', 'sk', '1', 'text'].join('').length;
  const text = { S: 'x'.repeat(2 ** 18 - besides) };
  for (const n of [1, 2, 3, 4, 5]) await put({ ...key(String(n), 'exact'), text });
  const page = await query({ ExpressionAttributeValues: { ':p': { S: 'exact' } } });
  expect([page.Count, page.LastEvaluatedKey]).toEqual([4, key('4', 'exact')]);
});

test('a filter runs after the limit, and a page that it empties still says where to go on', async () => {
  for (const sk of ['1', '2', '3']) await put({ ...key(sk, 'filter'), n: { N: sk } });
  const page = await query({
    FilterExpression: 'n > :two',
    ExpressionAttributeValues: { ':p': { S: 'filter' }, ':two': { N: '2' } },
    Limit: 2,
  });
  expect(page).toMatchObject({ Count: 0, ScannedCount: 2, LastEvaluatedKey: key('2', 'filter') });
});

test.each([
  [{ ...key('') }, /empty string/],
  [{ pk: { S: 'p' } }, /Missing the key sk/],
  [{ ...key('\ud800') }, /not valid UTF-8/],
  [{ pk: { S: 'p' }, sk: { N: '1' } }, /Type mismatch/],
  [{ ...key('a'), v: { N: '1' } }, /Type mismatch/],
  [{ ...key('a'), vs: { S: '' }, v: { S: 'a' } }, /empty string/],
  [{ ...key('a'), set: { SS: [] } }, /may not be empty/],
  [{ ...key('a'), set: { SS: ['a', 'a'] } }, /duplicates/],
  [{ ...key('a'), text: { S: 'x'.repeat(410_000) } }, /Item size/],
  [{ pk: { S: 'p' }, sk: { S: 'x'.repeat(1025) } }, /exceeded 1024/],
  [{ pk: { S: 'é'.repeat(1025) }, sk: { S: 'x' } }, /exceeded 2048/],
])('an item like %# is refused', async (item, message) => {
  await expect(put(item as never)).rejects.toMatchObject(invalid(message));
});

test.each([
  ['SET status = :a', /reserved keyword; reserved keyword: status/],
  ['SET one = :a, one = :a', /overlap/],
  ['SET one.two = :a, one = :a', /overlap/],
  ['SET pk = :a', /part of the key/],
  ['SET one = :missing', /not defined/],
  ['SET one = :a SET two = :a', /only be used once/],
  ['SET one = unknown(:a)', /Invalid function name; function: unknown/],
  ['SET one = size(:a)', /not allowed/],
  ['SET one :a', /Syntax error/],
  ['SET one = :a + two', /Incorrect operand type/],
  ['', /can not be empty/],
  [`SET one = :a${' '.repeat(4096)}, two = :a`, /maximum allowed size/],
])('the update %j is refused', async (expression, message) => {
  await expect(
    update('refused', expression, { ExpressionAttributeValues: { ':a': { S: 'a' } } }),
  ).rejects.toMatchObject(invalid(message));
  expect(await get('refused')).toBeUndefined();
});

const list = (...texts: readonly string[]) => ({ L: texts.map((S) => ({ S })) });
test.each([
  ['REMOVE l[0], x, l[2]', ['0', '1', '2', '3', '4', '5'], ['1', '3', '4', '5']],
  ['REMOVE l[2], l[0], l[9]', ['0', '1', '2', '3'], ['1', '3']],
  ['SET l[5] = :a, l[3] = :b', ['0'], ['0', 'B', 'A']],
  ['SET l[9] = :a, l[3] = :b REMOVE l[0]', ['0'], ['B', 'A']],
  ['SET l[9] = :a, l[8] = :b REMOVE l[1]', ['0'], ['0', 'B', 'A']],
  ['SET l[1] = :a, l[0] = :b REMOVE l[2]', ['0', '1', '2', '3'], ['B', 'A', '3']],
])('places in a list mean places as they were: %s', async (expression, before, after) => {
  await put({ ...key('list'), l: list(...before) });
  const values = Object.fromEntries(
    [':a', ':b']
      .filter((name) => expression.includes(name))
      .map((name) => [name, { S: name[1]?.toUpperCase() ?? '' }]),
  );
  await update(
    'list',
    expression,
    Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {},
  );
  expect((await get('list'))?.l).toEqual(list(...after));
});

test('what is removed within an element goes from that element, whatever goes before it', async () => {
  await put({
    ...key('deep'),
    l: { L: [{ S: 'x' }, { M: { a: { S: '1' }, b: { S: '2' } } }, list('p', 'q')] },
  });
  await update('deep', 'REMOVE l[0], l[1].a, l[2][0]');
  expect((await get('deep'))?.l).toEqual({ L: [{ M: { b: { S: '2' } } }, list('q')] });
});

test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
  'an attribute may be called %s, and is there only when somebody wrote it',
  async (name) => {
    const names = { ExpressionAttributeNames: { '#c': name } };
    await put(key('names'));
    const absent = { ConditionExpression: 'attribute_not_exists(#c)', ...names };
    await update('names', 'SET m = if_not_exists(#c, :v)', {
      ...absent,
      ExpressionAttributeValues: { ':v': { M: {} } },
    });
    await update('names', 'SET #c = :v, m.#c = :v', {
      ...absent,
      ExpressionAttributeValues: { ':v': { N: '1' } },
    });
    await update('names', 'ADD #c :v', { ...names, ExpressionAttributeValues: { ':v': { N: '1' } } });
    const item = await get('names');
    expect(Object.entries(item ?? {}).find(([own]) => own === name)?.[1]).toEqual({ N: '2' });
    expect(Object.entries(item?.m?.M ?? {})).toEqual([[name, { N: '1' }]]);
    const { Item } = await engine.send(
      new GetItemCommand({ TableName, Key: key('names'), ProjectionExpression: 'm.#c', ...names }),
    );
    expect(Object.entries(Item?.m?.M ?? {})).toEqual([[name, { N: '1' }]]);
  },
);

test('placeholders that no expression uses are refused', async () => {
  const more = { ExpressionAttributeNames: { '#a': 'a' }, ExpressionAttributeValues: { ':b': { S: 'b' } } };
  await expect(update('a', 'SET one = :b', more)).rejects.toMatchObject(invalid(/unused.+#a/));
});

test.each([
  ['the operation DescribeTable', new DescribeTableCommand({ TableName })],
  [
    'ReturnItemCollectionMetrics of PutItem',
    new PutItemCommand({ TableName, Item: key('a'), ReturnItemCollectionMetrics: 'SIZE' }),
  ],
  ['Expected of DeleteItem', new DeleteItemCommand({ TableName, Key: key('a'), Expected: {} })],
])('what the engine does not know it refuses by name: %s', async (name, command) => {
  await expect(engine.send(command as never)).rejects.toThrow(`The embedded engine does not know ${name}.`);
});

test('a request for another table is refused, since there is none', async () => {
  await expect(engine.send(new GetItemCommand({ TableName: 'other', Key: key('a') }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('a condition that fails says what stands there, for who asked', async () => {
  await put({ ...key('taken'), n: { N: '1' } });
  const again = (more: object) =>
    put(key('taken'), { ConditionExpression: 'attribute_not_exists(pk)', ...more });
  const error = await again({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ConditionalCheckFailedException);
  expect(error.Item).toEqual({ ...key('taken'), n: { N: '1' } });
  await expect(again({})).rejects.not.toHaveProperty('Item', expect.anything());
});

test('a transaction judges every condition before it writes anything, and says for each part what was wrong', async () => {
  await put({ ...key('there'), n: { N: '1' } });
  const error = await transact([
    { Put: { TableName, Item: key('new') } },
    {
      Update: {
        TableName,
        Key: key('there'),
        UpdateExpression: 'SET n = :two',
        ConditionExpression: 'n = :two',
        ExpressionAttributeValues: { ':two': { N: '2' } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    { ConditionCheck: { TableName, Key: key('none'), ConditionExpression: 'attribute_exists(pk)' } },
  ]).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(TransactionCanceledException);
  expect(error.CancellationReasons).toMatchObject([
    { Code: 'None' },
    { Code: 'ConditionalCheckFailed', Item: { n: { N: '1' } } },
    { Code: 'ConditionalCheckFailed' },
  ]);
  expect(await get('new')).toBeUndefined();
});

test('an update of a key cancels a transaction', async () => {
  const Update = {
    TableName,
    Key: key('there'),
    UpdateExpression: 'SET sk = :a',
    ExpressionAttributeValues: { ':a': { S: 'a' } },
  };
  await expect(transact([{ Update }])).rejects.toMatchObject({
    CancellationReasons: [{ Code: 'ValidationError' }],
  });
});

test.each([
  [[], /between 1 and 100/],
  [
    Array.from({ length: 101 }, (_, at) => ({ Put: { TableName, Item: key(`many${at}`) } })),
    /between 1 and 100/,
  ],
  [[{ Put: { TableName, Item: key('a') } }, { Delete: { TableName, Key: key('a') } }], /multiple operations/],
  [[{ ConditionCheck: { TableName, Key: key('a') } }], /needs a ConditionExpression/],
  [
    Array.from({ length: 11 }, (_, at) => ({
      Put: { TableName, Item: { ...key(`b${at}`), t: { S: 'x'.repeat(390_000) } } },
    })),
    /4 MB/,
  ],
  [[{ Put: { TableName, Item: key('a') }, Delete: { TableName, Key: key('b') } }], /only contain one/],
])('a transaction like %# is refused', async (parts, message) => {
  await expect(transact(parts)).rejects.toMatchObject(invalid(message));
});

test('a transaction’s token stands for it for ten minutes, and for no other', async () => {
  const add = (n: string) => ({
    Update: {
      TableName,
      Key: key('token'),
      UpdateExpression: 'ADD n :n',
      ExpressionAttributeValues: { ':n': { N: n } },
    },
  });
  const ClientRequestToken = 'one';
  await transact([add('1')], { ClientRequestToken });
  await transact([add('1')], { ClientRequestToken });
  expect((await get('token'))?.n).toEqual({ N: '1' });
  await expect(transact([add('2')], { ClientRequestToken })).rejects.toMatchObject({
    name: 'IdempotentParameterMismatchException',
  });
  time += 600_001;
  await transact([add('2')], { ClientRequestToken });
  expect((await get('token'))?.n).toEqual({ N: '3' });
});

test('a token stands for the same request in another order of attributes and of a set’s members', async () => {
  const put = (Item: object) => transact([{ Put: { TableName, Item } }], { ClientRequestToken: 'order' });
  await put({ ...key('order'), a: { S: '1' }, b: { S: '2' } });
  await expect(put({ b: { S: '2' }, a: { S: '1' }, ...key('order') })).resolves.toBeDefined();
  const set = (SS: string[]) =>
    transact([{ Put: { TableName, Item: { ...key('set'), SS: { SS } } } }], { ClientRequestToken: 'set' });
  await set(['a', 'b']);
  await expect(set(['b', 'a'])).resolves.toBeDefined();
  const bytes = (one: Uint8Array) =>
    transact([{ Put: { TableName, Item: { ...key('bytes'), b: { B: one }, bs: { BS: [one] } } } }], {
      ClientRequestToken: 'bytes',
    });
  await bytes(Uint8Array.of(1, 2));
  await expect(bytes(Buffer.of(1, 2))).resolves.toBeDefined();
  await expect(bytes(Buffer.of(1, 3))).rejects.toMatchObject({
    name: 'IdempotentParameterMismatchException',
  });
  await expect(set(['b', 'c'])).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
  await expect(
    transact([{ Put: { TableName, Item: key('a') } }], { ClientRequestToken: 'x'.repeat(37) }),
  ).rejects.toMatchObject(invalid(/1 to 36/));
});

test('a request that comes again with its token costs what reading its items in a transaction does', async () => {
  const request = () =>
    transact(
      [
        { Put: { TableName, Item: { ...key('replayed'), text: { S: 'x'.repeat(9000) } } } },
        { Delete: { TableName, Key: key('never there') } },
      ],
      { ClientRequestToken: 'replayed', ReturnConsumedCapacity: 'TOTAL' },
    );
  const units = async () => (await request()).ConsumedCapacity?.map(({ CapacityUnits }) => CapacityUnits);
  expect(await units()).toEqual([2 * 9 + 2]);
  expect(await units()).toEqual([2 * 3 + 2]);
});

test('a token of a transaction that failed is free again', async () => {
  const ConditionCheck = { TableName, Key: key('late'), ConditionExpression: 'attribute_exists(pk)' };
  const attempt = () => transact([{ ConditionCheck }], { ClientRequestToken: 'free' });
  await expect(attempt()).rejects.toThrow();
  await put(key('late'));
  await expect(attempt()).resolves.toBeDefined();
});

test('transactions cost double in the table and once in an index, as DynamoDB bills them', async () => {
  const { ConsumedCapacity } = await transact(
    [
      {
        Put: {
          TableName,
          Item: { ...key('cost'), v: { S: 'c' }, vs: { S: '1' }, text: { S: 'x'.repeat(1500) } },
        },
      },
      {
        ConditionCheck: { TableName, Key: key('costless'), ConditionExpression: 'attribute_not_exists(pk)' },
      },
    ],
    { ReturnConsumedCapacity: 'INDEXES' },
  );
  expect(ConsumedCapacity).toMatchObject([
    {
      CapacityUnits: 9,
      Table: { CapacityUnits: 6 },
      GlobalSecondaryIndexes: { view: { CapacityUnits: 1 }, whole: { CapacityUnits: 2 } },
    },
  ]);
});

test('a batch costs for each key, also for those that lead nowhere', async () => {
  await put({ ...key('read'), text: { S: 'x'.repeat(5000) } });
  const { Responses, ConsumedCapacity } = await engine.send(
    new BatchGetItemCommand({
      RequestItems: { [TableName]: { Keys: [key('read'), key('nothing')] } },
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
  expect(Responses?.[TableName]).toHaveLength(1);
  expect(ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 1.5 }]);
});

test('hostile expressions end in an error, not in a full stack', async () => {
  const around = (text: string) => `${'('.repeat(900)}${text}${')'.repeat(900)}`;
  for (const ConditionExpression of [
    around('attribute_exists(a)'),
    `NOT ${around('NOT a = b')}`,
    `${'NOT '.repeat(900)}a = b`,
    Array(400).fill('a = b').join(' OR '),
  ])
    await expect(put(key('a'), { ConditionExpression })).rejects.toMatchObject(
      invalid(/redundant|operators/),
    );
});

test('a batch gives at most 16 MB, counted in bytes, and names the keys it left', async () => {
  const names = Array.from({ length: 45 }, (_, at) => `large-${at}`);
  // Two bytes each: 390 KB for an item, and 42 items are under 16 MB.
  const text = { S: 'é'.repeat(195 * 1024) };
  for (const name of names) await put({ ...key(name), text });
  const ask = (Keys: ReturnType<typeof key>[]) =>
    engine.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }));
  const first = await ask(names.map((name) => key(name)));
  const left = first.UnprocessedKeys?.[TableName]?.Keys ?? [];
  expect(first.Responses?.[TableName]).toHaveLength(42);
  expect(left).toHaveLength(3);
  expect(left).toEqual(names.slice(-left.length).map((name) => key(name)));
  expect((await ask(left as ReturnType<typeof key>[])).Responses?.[TableName]).toHaveLength(left.length);
});
