import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openEngine } from '../../../local/engine/engine.ts';
import { definition } from '../../reference/definition.ts';

// A parameter of another kind than DynamoDB's never counts as one that is absent.

const TableName = 'kinds';
const engine = openEngine({ tableName: TableName, definition });
afterAll(engine.close);

const key = { pk: { S: 'p' }, sk: { S: 'a' } };
const Item = { ...key, n: { N: '1' } };
const page = {
  KeyConditionExpression: 'pk = :p',
  ExpressionAttributeValues: { ':p': { S: 'p' } },
};
beforeAll(async () => {
  await engine.send(new PutItemCommand({ TableName, Item }));
});

const commands = {
  put: (more: object) => new PutItemCommand({ TableName, Item: key, ...more }),
  update: (more: object) => new UpdateItemCommand({ TableName, Key: key, ...more }),
  get: (more: object) => new GetItemCommand({ TableName, Key: key, ...more }),
  query: (more: object) => new QueryCommand({ TableName, ...page, ...more }),
  transaction: (more: object) =>
    new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: key } }], ...more }),
  part: (more: object) =>
    new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: key, ...more } }] }),
};

const OBJECT = new String('attribute_not_exists(pk)');
const noTexts = [5, 0, true, false, {}, [], ['n'], OBJECT, Number.NaN, 5n, new Date(0)];
const noIntegers = [1.5, Number.NaN, 2 ** 31, 2 ** 40, Number.POSITIVE_INFINITY, '1', true, {}];
const noBooleans = ['true', 1, 0, {}, []];
const noMaps = ['text', 1, true, []];

const cases: readonly (readonly [keyof typeof commands, string, readonly unknown[]])[] = [
  ['put', 'ConditionExpression', noTexts],
  ['part', 'ConditionExpression', noTexts],
  ['update', 'UpdateExpression', noTexts],
  ['get', 'ProjectionExpression', noTexts],
  ['query', 'FilterExpression', noTexts],
  ['query', 'KeyConditionExpression', noTexts],
  ['query', 'IndexName', noTexts],
  ['transaction', 'ClientRequestToken', noTexts],
  ['query', 'Limit', noIntegers],
  ['query', 'ConsistentRead', noBooleans],
  ['query', 'ScanIndexForward', noBooleans],
  ['query', 'ExclusiveStartKey', noMaps],
  ['query', 'ExpressionAttributeNames', noMaps],
  ['query', 'ExpressionAttributeValues', noMaps],
  ['get', 'Key', noMaps],
  ['put', 'Item', noMaps],
  ['transaction', 'TransactItems', ['text', 1, true, {}]],
];

test.each(cases)('a %s is refused for a %s of another kind', async (command, name, values) => {
  for (const value of values)
    await expect(engine.send(commands[command]({ [name]: value }) as never)).rejects.toMatchObject({
      name: 'SerializationException',
      message: expect.stringContaining(name),
    });
  expect(await engine.send(commands.get({}) as GetItemCommand)).toMatchObject({ Item });
});

test('a name that a placeholder stands for is a text', async () => {
  const named = { ProjectionExpression: '#n', ExpressionAttributeNames: { '#n': 5 } };
  await expect(engine.send(commands.get(named) as GetItemCommand)).rejects.toMatchObject({
    name: 'SerializationException',
  });
});

test('a limit of 0 is refused as one that no page has', async () => {
  await expect(engine.send(commands.query({ Limit: 0 }) as QueryCommand)).rejects.toMatchObject({
    name: 'ValidationException',
  });
});
