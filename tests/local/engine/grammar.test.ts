import { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openEngine } from '../../../local/engine/engine.ts';
import { definition } from '../../reference/definition.ts';

// Texts that are close to one another, of which DynamoDB takes some and refuses others.

const TableName = 'grammar';
const engine = openEngine({ tableName: TableName, definition });
afterAll(engine.close);

const key = { pk: { S: 'p' }, sk: { S: 's' } };
const item = { ...key, n: { N: '1' }, l: { L: [{ S: 'x' }] }, m: { M: { x: { S: 'y' } } } };
const values: Readonly<Record<string, object>> = {
  ':n': { N: '1' },
  ':s': { S: 's' },
  ':p': { S: 'p' },
  ':l': { L: [] },
};
const names: Readonly<Record<string, string>> = { '#n': 'n', '#m': 'm' };
const among = (texts: Readonly<Record<string, unknown>>, sign: RegExp, text: string) => {
  const used = [...new Set(text.match(sign))].map((name) => [name, texts[name]]);
  return used.length > 0 ? Object.fromEntries(used) : undefined;
};
/** What a text's placeholders stand for. */
const given = (text: string) => ({
  ExpressionAttributeValues: among(values, /:\w+/g, text),
  ExpressionAttributeNames: among(names, /#\w+/g, text),
});
beforeAll(async () => {
  await engine.send(new PutItemCommand({ TableName, Item: item as never }));
});

const kinds: Readonly<Record<string, (text: string) => Promise<object>>> = {
  condition: (ConditionExpression) =>
    engine.send(
      new PutItemCommand({
        TableName,
        Item: item as never,
        ConditionExpression,
        ...given(ConditionExpression),
      }),
    ),
  update: (UpdateExpression) =>
    engine.send(new UpdateItemCommand({ TableName, Key: key, UpdateExpression, ...given(UpdateExpression) })),
  projection: (ProjectionExpression) =>
    engine.send(
      new GetItemCommand({
        TableName,
        Key: key,
        ProjectionExpression,
        ExpressionAttributeNames: given(ProjectionExpression).ExpressionAttributeNames,
      }),
    ),
  'key condition': (KeyConditionExpression) =>
    engine.send(new QueryCommand({ TableName, KeyConditionExpression, ...given(KeyConditionExpression) })),
};

const taken: Readonly<Record<string, readonly string[]>> = {
  condition: [
    ...['(n) = :n', 'n = (:n)', '((n) = (:n))', 'size((l)) = :n', '(size(l)) = :n', 'n IN ((:n))'],
    ...['(n) BETWEEN (:n) AND (:n)', '(n) IN (:n)', 'NOT contains((n), (:s))', 'attribute_exists((n))'],
    ...['n=:n AND(n=:n)', '\nn\t=\r:n', 'not not n = :n', 'm . x <> :s', 'l[ 0 ] <> :s', 'size(l) = size(m)'],
    ...['NOT l[2147483647] = :s', ':n IN (n)', 'contains(size(l), :n) OR n = :n'],
  ],
  update: [
    ...['SET x = (:n)', 'SET x = (:n) + (:n)', 'SET x = (n + :n)', 'SET x = ((n) - :n)', 'set x = n-:n'],
    ...['SET x = if_not_exists((y), (:n))', 'SET x = if_not_exists(y, if_not_exists(n, :n))'],
    ...['SET x = list_append((l), (:l))', 'SET x = list_append(if_not_exists(y, :l), l)', 'remove x'],
  ],
  projection: ['n , l', 'l[0],l[1]', 'm . x', '#m.x'],
  'key condition': [
    ...[
      ':p = pk',
      '(pk) = (:p)',
      'pk = :p AND :s = sk',
      '(:s <= sk) AND (pk = :p)',
      '(pk = :p AND (sk = :s))',
    ],
    ...['pk = :p AND begins_with((sk), (:s))', 'pk = :p AND sk BETWEEN (:s) AND (:s)'],
  ],
};
const refused: Readonly<Record<string, readonly string[]>> = {
  condition: [
    ...['((n = :n))', '((n)) = :n', 'n = ((:n))', 'NOT ((n = :n))', '(n) and n = :n', '(n = :n', 'n = :n)'],
    ...['size(size(l)) = :n', 'size(:n) = :n', 'attribute_exists(size(n))', 'begins_with(size(n), :s)'],
    ...['begins_with(:n, n)', 'begins_with(begins_with(n, :s), :s)', 'attribute_type(n, m)', 'size(l)'],
    ...['#n = n', 'n IN (m, n)', 'n BETWEEN n AND :n', 'contains(#n, n)', 'm.x <> #m.x'],
    ...[
      'l[00] = :s',
      'l[01] = :s',
      'l[2147483648] = :s',
      '_n = :n',
      'n\u00a0= :n',
      'n\f= :n',
      '\ufeffn = :n',
    ],
    ...['pk.x = :s', 'a.b = :s', 'attribute_exists(vs[0])', 'n IN (:n,)', 'n = :n;', 'n NOT IN (:n)'],
    Array(101).fill('contains(size(n), :s)').join(' OR '),
  ],
  update: [
    ...['SET x = ((:n))', 'SET x = ((n + :n))', 'SET x = n + n + n', 'SET x = if_not_exists(y, (n + :n))'],
    ...['SET x = if_not_exists(n, #n)', 'SET x = if_not_exists(if_not_exists(n, :n), :n)', 'SET l[00] = :n'],
    ...['SET x = list_append(l, list_append(l, :l))', 'SET x = if_not_exists(y, list_append(l, :l))'],
    ...[
      'SET x = :n, SET y = :n',
      'REMOVE x,',
      'SET x = v.y',
      `SET ${Array.from({ length: 301 }, (_, at) => `x${at}=n+n`)}`,
    ],
  ],
  projection: ['l[00]', 'l[2147483648]', 'pk.x', '#n.', '(n)', 'n,,l'],
  'key condition': [
    ...[
      '((pk = :p))',
      'pk = sk',
      'pk = :p AND sk = n',
      'pk = :p AND :s <> sk',
      ':p > pk',
      'pk = :p OR pk = :p',
    ],
    ...['pk = :p AND sk BETWEEN :s AND sk', 'pk = :p AND begins_with(sk, n)', 'pk = :p AND sk[0] = :s'],
  ],
};

for (const [kind, run] of Object.entries(kinds))
  describe(`the ${kind}`, () => {
    test.each(taken[kind] ?? [])('%j is taken', async (text) => {
      await expect(run(text)).resolves.toBeDefined();
    });
    test.each((refused[kind] ?? []).map((text) => [text.slice(0, 80), text]))(
      '%j is refused',
      async (_, text) => {
        await expect(run(text)).rejects.toMatchObject({ name: 'ValidationException' });
      },
    );
  });

test.each(['SET x = list_append(l, :l) + n', 'SET x = n - list_append(l, :l)'])(
  '%j is refused by its form alone, whatever the item is like',
  async (UpdateExpression) => {
    const absent = { pk: { S: 'p' }, sk: { S: 'absent' } };
    const update = { TableName, Key: absent, UpdateExpression, ConditionExpression: 'attribute_exists(n)' };
    await expect(
      engine.send(new UpdateItemCommand({ ...update, ...given(UpdateExpression) })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  },
);
