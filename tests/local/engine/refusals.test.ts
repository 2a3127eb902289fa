import {
  BatchGetItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openEngine } from '../../../local/engine/engine.ts';
import { definition } from '../../reference/definition.ts';

// Requests that DynamoDB refuses, or that the engine does not know: it must say so rather than carry out something else.

const TableName = 'refusals';
const engine = openEngine({ tableName: TableName, definition });
afterAll(engine.close);

const key = { pk: { S: 'p' }, sk: { S: 'b' } };
const item = { ...key, v: { S: 'V' }, vs: { S: 'b' }, a: { S: 'A' }, n: { N: '1' } };
const put = (Item: object) => engine.send(new PutItemCommand({ TableName, Item: Item as never }));
const update = (UpdateExpression: string, value?: unknown) =>
  engine.send(
    new UpdateItemCommand({
      TableName,
      Key: key,
      UpdateExpression,
      ...(value === undefined ? {} : { ExpressionAttributeValues: { ':v': value as never } }),
    }),
  );
const refused = (message: RegExp) => ({
  name: 'ValidationException',
  message: expect.stringMatching(message),
});
const unknown = (message: RegExp) => ({ ...refused(message), name: 'UnsupportedByEmbeddedEngine' });

beforeAll(async () => {
  await put(item);
});

describe('a page', () => {
  const sources = [
    { IndexName: undefined, keys: 'pk = :h AND sk', hash: 'p', start: key },
    { IndexName: 'view', keys: 'v = :h AND vs', hash: 'V', start: { ...key, v: item.v, vs: item.vs } },
    { IndexName: 'author', keys: 'a = :h AND sk', hash: 'A', start: { ...key, a: item.a } },
  ];
  const starts = (source: (typeof sources)[number], condition: string, isForward: boolean) =>
    engine.send(
      new QueryCommand({
        TableName,
        IndexName: source.IndexName,
        KeyConditionExpression: `${source.keys} ${condition}`,
        ExpressionAttributeValues: { ':h': { S: source.hash }, ':r': { S: 'c' } },
        ScanIndexForward: isForward,
        ExclusiveStartKey: source.start,
      } as QueryCommandInput),
    );
  for (const source of sources)
    for (const isForward of [true, false]) {
      const name = `${source.IndexName ?? 'the table'} ${isForward ? 'forward' : 'backward'}`;
      test(`of ${name} goes on from a key that its condition on the sort key takes`, async () => {
        expect(await starts(source, '< :r', isForward)).toMatchObject({ Count: 0 });
      });
      test(`of ${name} does not go on from a key that its condition on the sort key leaves out`, async () => {
        await expect(starts(source, '> :r', isForward)).rejects.toMatchObject(
          refused(/does not match the range key predicate/),
        );
      });
    }
  test('goes on from no key with an empty text', async () => {
    const ExclusiveStartKey = { pk: { S: 'p' }, sk: { S: '' } };
    await expect(engine.send(new ScanCommand({ TableName, ExclusiveStartKey }))).rejects.toMatchObject(
      refused(/starting key/),
    );
  });
});

test.each([
  ['AttributesToGet', ['n']],
  ['ExpressionAttributeValues', { ':a': { S: 'a' } }],
  ['Other', 1],
])('a batch does not pass over %s of its table', async (name, value) => {
  const batch = new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [key], [name]: value } } });
  await expect(engine.send(batch)).rejects.toMatchObject(unknown(new RegExp(`${name} of BatchGetItem`)));
});

test.each([
  ['Put', { Item: item, Expected: {} }, /Expected of Put in TransactWriteItems/],
  ['Put', { Item: item, ReturnValues: 'ALL_OLD' }, /ReturnValues of Put/],
  ['Update', { Key: key, AttributeUpdates: {} }, /AttributeUpdates of Update/],
  ['Delete', { Key: key, UpdateExpression: 'REMOVE n' }, /UpdateExpression of Delete/],
  ['ConditionCheck', { Key: key, Item: item }, /Item of ConditionCheck/],
  ['Get', { Key: key }, /Get of TransactWriteItems/],
])(
  'a %s in a transaction does not pass over what the engine does not know (%#)',
  async (kind, part, message) => {
    const TransactItems = [{ [kind]: { TableName, ...part } }] as never;
    await expect(engine.send(new TransactWriteItemsCommand({ TransactItems }))).rejects.toMatchObject(
      unknown(message),
    );
  },
);

test.each([
  [{ TableName: undefined, Key: key }, /Invalid table/],
  [{ TableName: 'a name', Key: key }, /Invalid table/],
  [{ TableName, Key: key, ReturnConsumedCapacity: 'SOME' }, /ReturnConsumedCapacity/],
])('a request is refused for a value that an option never has (%#)', async (input, message) => {
  await expect(engine.send(new GetItemCommand(input as never))).rejects.toMatchObject(refused(message));
});

describe('Select', () => {
  const select = (IndexName: string | undefined, Select: string, ProjectionExpression?: string) =>
    engine.send(
      new QueryCommand({
        TableName,
        IndexName,
        Select: Select as never,
        ProjectionExpression,
        KeyConditionExpression: IndexName ? 'v = :h' : 'pk = :h',
        ExpressionAttributeValues: { ':h': { S: IndexName ? 'V' : 'p' } },
      }),
    );
  test.each([
    [undefined, 'SPECIFIC_ATTRIBUTES', undefined, /Must specify/],
    [undefined, 'COUNT', 'n', /only the Count/],
    [undefined, 'ALL_ATTRIBUTES', 'n', /Cannot specify the ProjectionExpression/],
    [undefined, 'ALL_PROJECTED_ATTRIBUTES', undefined, /only when Querying using an IndexName/],
    ['view', 'ALL_ATTRIBUTES', undefined, /projection type is not ALL/],
    ['view', 'ALL_PROJECTED_ATTRIBUTES', 'n', /Cannot specify the ProjectionExpression/],
    ['whole', 'SOME', undefined, /Select/],
  ])('is refused on %s where %s meets the projection %s', async (index, kind, projection, message) => {
    await expect(select(index, kind, projection)).rejects.toMatchObject(refused(message));
  });
  test.each([
    [undefined, 'SPECIFIC_ATTRIBUTES', 'n'],
    [undefined, 'ALL_ATTRIBUTES', undefined],
    ['view', 'ALL_PROJECTED_ATTRIBUTES', undefined],
    ['whole', 'ALL_ATTRIBUTES', undefined],
  ])('is taken on %s where %s goes with the projection %s', async (index, kind, projection) => {
    expect(await select(index, kind, projection)).toMatchObject({ Count: 1 });
  });
});

test.each([
  [{ S: 'a', N: '1' }, /more than one datatypes set/],
  [{ L: [{ S: 'a', BOOL: true }] }, /more than one datatypes set/],
  [{}, /is empty/],
  [{ S: undefined }, /is empty/],
  [null, /is empty/],
  [{ OTHER: 'a' }, /is empty/],
  [{ NULL: false }, /must have the value of true/],
  [{ S: 1 }, /another kind/],
  [{ BOOL: 'true' }, /another kind/],
  [{ SS: 'a' }, /another kind/],
  [{ M: [] }, /another kind/],
  [{ B: 'AA==' }, /another kind/],
])('the value %j is refused in an item and in an expression', async (value, message) => {
  await expect(put({ ...item, x: value })).rejects.toMatchObject(refused(message));
  await expect(update('SET x = :v', value)).rejects.toMatchObject(
    value === null ? refused(/not defined/) : refused(message),
  );
});

test('a value with a member that the engine does not know is refused by its name', async () => {
  await expect(put({ ...item, x: { S: 'a', OTHER: 'b' } })).rejects.toMatchObject(unknown(/OTHER/));
});

describe('lists and maps', () => {
  const nested = (levels: number): object =>
    levels === 0
      ? { S: 'x' }
      : levels % 2 === 0
        ? { L: [nested(levels - 1)] }
        : { M: { a: nested(levels - 1) } };

  test('nest 31 levels in an item and no more', async () => {
    await put({ ...item, x: nested(31) });
    await expect(put({ ...item, x: nested(32) })).rejects.toMatchObject(refused(/Nesting Levels/));
    await expect(put({ ...item, x: { L: [nested(31)] } })).rejects.toMatchObject(refused(/Nesting Levels/));
  });
  test('nest no deeper after an update than in an item', async () => {
    await put({ ...item, m: { M: { l: { L: [] } } } });
    await update('SET m.l[0] = :v', nested(29));
    await expect(update('SET m.l[0] = :v', nested(30))).rejects.toMatchObject(refused(/Nesting Levels/));
    await expect(update('SET m.l[0] = m')).rejects.toMatchObject(refused(/Nesting Levels/));
  });
  test('are compared with values one level deeper', async () => {
    const compared = (levels: number) =>
      engine.send(
        new PutItemCommand({
          TableName,
          Item: item,
          ConditionExpression: 'x <> :v',
          ExpressionAttributeValues: { ':v': nested(levels) as never },
        }),
      );
    await compared(32);
    await expect(compared(33)).rejects.toMatchObject(refused(/Nesting Levels/));
  });
  test('are reached by paths of 32 parts and no longer', async () => {
    const get = (indexes: number) =>
      engine.send(
        new GetItemCommand({ TableName, Key: key, ProjectionExpression: `l${'[0]'.repeat(indexes)}` }),
      );
    await get(31);
    await expect(get(32)).rejects.toMatchObject(refused(/too many nesting levels/));
  });
});

describe('a name', () => {
  const named = (name: string) => put({ ...item, [name]: { S: 'a' } });
  const within = (name: string) => put({ ...item, m: { M: { [name]: { S: 'a' } } } });
  const behind = (placeholder: string, name: string) =>
    engine.send(
      new UpdateItemCommand({
        TableName,
        Key: key,
        UpdateExpression: `SET ${placeholder} = n`,
        ExpressionAttributeNames: { [placeholder]: name },
      }),
    );
  for (const [where, write] of Object.entries({
    named,
    within,
    behind: (name: string) => behind('#n', name),
  })) {
    test(`is not empty (${where})`, async () => {
      await expect(write('')).rejects.toMatchObject(refused(/Empty attribute name/));
    });
    test(`has at most 65535 bytes (${where})`, async () => {
      await write('n'.repeat(65_535));
      await expect(write('n'.repeat(65_536))).rejects.toMatchObject(refused(/too large/));
      await expect(write('é'.repeat(32_768))).rejects.toMatchObject(refused(/too large/));
    });
  }
  test('has a placeholder of at most 255 bytes', async () => {
    await behind(`#${'n'.repeat(254)}`, 'x');
    await expect(behind(`#${'n'.repeat(255)}`, 'x')).rejects.toMatchObject(refused(/too long/));
    await expect(
      engine.send(
        new UpdateItemCommand({
          TableName,
          Key: key,
          UpdateExpression: `SET x = :${'v'.repeat(255)}`,
          ExpressionAttributeValues: { [`:${'v'.repeat(255)}`]: { S: 'a' } },
        }),
      ),
    ).rejects.toMatchObject(refused(/too long/));
  });
  test('of a key has at most 255 bytes', () => {
    const long = 'k'.repeat(256);
    const asKey = {
      AttributeDefinitions: ['pk', long].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' as const },
        { AttributeName: long, KeyType: 'RANGE' as const },
      ],
    };
    expect(() => openEngine({ tableName: 'long', definition: asKey })).toThrow(/more than 255 bytes/);
  });
});

test('a key condition compares the sort key with at most 1024 bytes', async () => {
  const after = (length: number) =>
    engine.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :p AND sk > :s',
        ExpressionAttributeValues: { ':p': { S: 'p' }, ':s': { S: 'x'.repeat(length) } },
      }),
    );
  expect(await after(1024)).toMatchObject({ Count: 0 });
  await expect(after(1025)).rejects.toMatchObject(refused(/size limit of 1024 bytes/));
});

test('the values of an expression have 2 MB together and no more', async () => {
  const compared = (length: number) =>
    engine.send(
      new PutItemCommand({
        TableName,
        Item: item,
        ConditionExpression: 'x <> :v',
        ExpressionAttributeValues: { ':v': { S: 'x'.repeat(length) } },
      }),
    );
  await compared(2 ** 21 - 2);
  await expect(compared(2 ** 21)).rejects.toMatchObject(refused(/exceeds max size/));
});
