import {
  type AttributeValue,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  type Update,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openEngine } from '../../../local/engine/engine.ts';
import { definition } from '../../reference/definition.ts';

// Source: DynamoDB's API reference, "TransactWriteItems", cancellation reasons: ValidationError.

const TableName = 'reasons';
const engine = openEngine({ tableName: TableName, definition });
afterAll(engine.close);

const key = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk } });
const text = (length: number) => ({ S: 'x'.repeat(length) });
const nested = (levels: number): AttributeValue => (levels === 0 ? { S: 'x' } : { L: [nested(levels - 1)] });
const fails = { ConditionExpression: 'attribute_exists(nothing)' };
const other = { Put: { TableName, Item: key('other') } };

beforeAll(async () => {
  const Item = {
    ...key('a'),
    ...{ s: { S: 't' }, n: { N: '9e125' }, v: { S: 'V' }, vs: { S: '1' }, l: { L: [{ S: 'q' }] } },
    ...{ big: text(300_000), deep: nested(31) },
  };
  await engine.send(new PutItemCommand({ TableName, Item }));
});

const outcomeOf = async (part: object) => {
  try {
    await engine.send(new TransactWriteItemsCommand({ TransactItems: [other, part] as never }));
  } catch (error) {
    return error as { name: string; CancellationReasons?: { Code: string; Message?: string }[] };
  } finally {
    // Nothing of a transaction that was canceled is written.
    expect((await engine.send(new GetItemCommand({ TableName, Key: key('other') }))).Item).toBeUndefined();
  }
  return undefined;
};
const canceled = (message: RegExp) => ({
  name: 'TransactionCanceledException',
  CancellationReasons: [
    { Code: 'None' },
    { Code: 'ValidationError', Message: expect.stringMatching(message) },
  ],
});

describe('what an update would make of its item', () => {
  const cases: readonly (readonly [string, string, AttributeValue | undefined, RegExp])[] = [
    ['an operand of the wrong type in ADD', 'ADD s :v', { N: '1' }, /incorrect data type/],
    ['an operand of the wrong type in DELETE', 'DELETE s :v', { SS: ['a'] }, /incorrect data type/],
    ['an operand of the wrong type in SET', 'SET x = s + :v', { N: '1' }, /incorrect data type/],
    ['an attribute that is not there', 'SET x = nothing', undefined, /does not exist in the item/],
    ['a path that leads nowhere', 'SET s.x = :v', { N: '1' }, /document path .* is invalid for update/],
    ['a key attribute', 'SET sk = :v', { S: 'b' }, /part of the key/],
    ['an item of more than 400 KB', 'SET more = :v', text(200_000), /Item size to update/],
    ['an index key of another type', 'SET v = :v', { N: '1' }, /Type mismatch/],
    ['an index key that is too long', 'SET v = :v', text(2049), /exceeded 2048 bytes/],
    ['an index key without a text', 'SET v = :v', { S: '' }, /empty string/],
    ['a number that is too large', 'SET n = n + n', undefined, /overflow/],
    ['a number that is too long', 'SET n = n + :v', { N: '1' }, /38 significant digits/],
    ['lists that are too deep', 'SET l[0] = deep', undefined, /Nesting Levels/],
  ];
  const updateOf = (UpdateExpression: string, value: AttributeValue | undefined): Update => ({
    TableName,
    Key: key('a'),
    UpdateExpression,
    ...(value ? { ExpressionAttributeValues: { ':v': value } } : {}),
  });

  test.each(cases)(
    'is a reason for which a transaction is canceled: %s',
    async (_, expression, value, message) => {
      expect(await outcomeOf({ Update: updateOf(expression, value) })).toMatchObject(canceled(message));
    },
  );
  test.each(cases)('refuses an update by itself as what it is: %s', async (_, expression, value, message) => {
    await expect(engine.send(new UpdateItemCommand(updateOf(expression, value)))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(message),
    });
  });
  test('is not asked for where its condition fails', async () => {
    const update = { ...updateOf('ADD s :v', { N: '1' }), ...fails };
    expect((await outcomeOf({ Update: update }))?.CancellationReasons?.[1]?.Code).toBe(
      'ConditionalCheckFailed',
    );
  });
});

describe('a key of the wrong type', () => {
  test.each<[string, object]>([
    ['an index key that is put', { Put: { TableName, Item: { ...key('b'), v: { N: '1' } } } }],
    [
      'an index key that is put on a condition',
      { Put: { TableName, Item: { ...key('b'), v: { N: '1' } }, ...fails } },
    ],
    ['the key of a put', { Put: { TableName, Item: { pk: { S: 'p' }, sk: { N: '1' } } } }],
    ['the key of a delete', { Delete: { TableName, Key: { pk: { S: 'p' }, sk: { N: '1' } } } }],
  ])('is a reason for which a transaction is canceled: %s', async (_, part) => {
    expect(await outcomeOf(part)).toMatchObject(canceled(/Type mismatch/));
  });
  test('refuses a put by itself, whatever its condition', async () => {
    const put = new PutItemCommand({ TableName, Item: { ...key('b'), v: { N: '1' } }, ...fails });
    await expect(engine.send(put)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

test.each<[string, object]>([
  ['an item of more than 400 KB', { Put: { TableName, Item: { ...key('b'), big: text(410 * 1024) } } }],
  ['an index key without a text', { Put: { TableName, Item: { ...key('b'), v: { S: '' } } } }],
  ['a key that lacks a part', { Delete: { TableName, Key: { pk: { S: 'p' } } } }],
  ['an expression that cannot be read', { Update: { TableName, Key: key('a'), UpdateExpression: 'ADD s' } }],
])('what no item has a part in refuses the whole transaction: %s', async (_, part) => {
  expect(await outcomeOf(part)).toMatchObject({ name: 'ValidationException' });
});
