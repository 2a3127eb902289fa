import {
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { openEngine } from '../../../local/engine/engine.ts';
import { definition } from '../../reference/definition.ts';

const TableName = 'changes';
const NOW = 1_700_000_000_000;
const open = () => {
  let commits = 0;
  const engine = openEngine({
    tableName: TableName,
    definition: { ...definition, expiry: { AttributeName: 'expiresAt' } } as never,
    now: () => NOW,
    onCommit: () => {
      commits += 1;
    },
  });
  const put = (sk: string, more: object = {}) =>
    engine.send(new PutItemCommand({ TableName, Item: { pk: { S: 'p' }, sk: { S: sk }, ...more } }));
  return { engine, put, commits: () => commits };
};
const key = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk } });

test('every change is recorded in the order of commits, with both images', async () => {
  const { engine, put } = open();
  await put('a', { n: { N: '1' } });
  await engine.send(new UpdateItemCommand({ TableName, Key: key('a'), UpdateExpression: 'REMOVE n' }));
  await engine.send(new DeleteItemCommand({ TableName, Key: key('a') }));
  const seen = engine.changes.after(0, 10).map(({ seq, old, new: next }) => [seq, old, next]);
  const [one, other] = ['{"pk":{"S":"p"},"sk":{"S":"a"},"n":{"N":"1"}}', '{"pk":{"S":"p"},"sk":{"S":"a"}}'];
  expect(seen).toEqual([
    [1, null, one],
    [2, one, other],
    [3, other, null],
  ]);
  engine.close();
});

test('a write that changes nothing, and one that is refused, leave no record', async () => {
  const { engine, put } = open();
  await put('a', { l: { SS: ['x', 'y'] }, m: { M: { a: { S: '1' }, b: { S: '2' } } } });
  await put('a', { m: { M: { b: { S: '2' }, a: { S: '1' } } }, l: { SS: ['y', 'x'] } });
  await engine.send(new DeleteItemCommand({ TableName, Key: key('none') }));
  const refused = { TableName, Item: key('b'), ConditionExpression: 'attribute_exists(pk)' };
  await expect(engine.send(new PutItemCommand(refused))).rejects.toThrow();
  await expect(
    engine.send(
      new TransactWriteItemsCommand({
        TransactItems: [{ Put: { TableName, Item: key('c') } }, { Put: refused }],
      }),
    ),
  ).rejects.toThrow();
  expect(engine.changes.after(0, 10)).toHaveLength(1);
  engine.close();
});

test('what one turn of the event loop writes is committed at once', async () => {
  const { engine, put, commits } = open();
  await Promise.all(Array.from({ length: 50 }, (_, at) => put(String(at))));
  expect(commits()).toBe(1);
  expect(engine.changes.after(0, 100)).toHaveLength(50);
  engine.close();
});

test('a refused write takes none of those beside it along', async () => {
  const { engine, put } = open();
  const outcomes = await Promise.allSettled([put('a'), put('', {}), put('b', { n: { N: 'x' } }), put('c')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(engine.changes.after(0, 10).map(({ sk }) => sk)).toEqual(['a', 'c']);
  engine.close();
});

test('a change is forgotten once every consumer is done with it, and its number is never used again', async () => {
  const { engine, put } = open();
  for (const sk of ['a', 'b', 'c']) await put(sk);
  engine.changes.settle('one', 3);
  engine.changes.flush();
  expect(engine.changes.after(0, 10)).toEqual([]);
  engine.changes.settle('other', 1);
  await put('d');
  expect(engine.changes.after(0, 10).map(({ seq }) => seq)).toEqual([4]);
  engine.changes.settle('one', 4);
  engine.changes.flush();
  expect(engine.changes.after(0, 10)).toHaveLength(1);
  expect([engine.changes.checkpoint('one'), engine.changes.checkpoint('new')]).toEqual([4, 0]);
  engine.close();
});

test('what a consumer is done with is written along with the next commit', async () => {
  const { engine, put } = open();
  await put('a');
  engine.changes.settle('one', 1);
  expect(engine.changes.checkpoint('one')).toBe(1);
  expect(engine.changes.after(0, 10)).toHaveLength(1);
  await put('b');
  expect(engine.changes.after(0, 10).map(({ seq }) => seq)).toEqual([2]);
  engine.close();
});

test('items whose time is over are removed, oldest first, and their records say so', async () => {
  const { engine, put } = open();
  const seconds = NOW / 1000;
  await put('over', { expiresAt: { N: String(seconds - 10) } });
  await put('long over', { expiresAt: { N: String(seconds - 20) } });
  await put('not yet', { expiresAt: { N: String(seconds + 1) } });
  await put('a mistake', { expiresAt: { N: String(seconds - 6 * 365 * 86_400) } });
  await put('no time', { expiresAt: { S: 'soon' } });
  await put('never');
  expect([engine.removeExpired(1), engine.removeExpired(10), engine.removeExpired(10)]).toEqual([1, 1, 0]);
  const removed = engine.changes.after(6, 10);
  expect(removed.map(({ sk, expired, new: next }) => [sk, expired, next])).toEqual([
    ['long over', 1, null],
    ['over', 1, null],
  ]);
  engine.close();
});
