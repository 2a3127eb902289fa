import { BatchWriteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOptions } from '../../src/local/client-options.ts';
import { createTable } from '../../src/local/create-table.ts';
import { type Engine, startEngine } from '../../src/local/engine.ts';
import { type Swept, sweepExpired } from '../../src/local/sweep-expired.ts';

const NOW = 1_800_000_000;
let engine: Engine;
let client: DynamoDBClient;
beforeAll(async () => {
  engine = await startEngine();
  client = new DynamoDBClient(clientOptions(engine.endpoint));
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

const fill = async (table: string, expiries: readonly (number | undefined)[]) => {
  await createTable(engine.endpoint, table);
  const requests = expiries.map((expiresAt, at) => ({
    PutRequest: {
      Item: {
        pk: { S: `p${at % 7}` },
        sk: { S: String(at) },
        ...(expiresAt === undefined ? {} : { expiresAt: { N: String(expiresAt) } }),
      },
    },
  }));
  for (let at = 0; at < requests.length; at += 25)
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests.slice(at, at + 25) } }));
};
const left = async (table: string) => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  return Items.map(({ sk }) => Number(sk?.S)).sort((a, b) => a - b);
};

test('what is over goes; what is not, never is or says 1970 stays', async () => {
  await fill('mixed', [NOW - 1, NOW, NOW + 1, undefined, 0]);
  expect(await sweepExpired(client, { tableName: 'mixed', now: NOW })).toMatchObject({ removed: 2 });
  expect(await left('mixed')).toEqual([2, 3, 4]);
});

test('a second sweep finds nothing', async () => {
  await fill('twice', [NOW - 1]);
  await sweepExpired(client, { tableName: 'twice', now: NOW });
  expect(await sweepExpired(client, { tableName: 'twice', now: NOW })).toEqual({ removed: 0 });
});

test('a sweep that looked at its fill says where the next goes on', async () => {
  await fill(
    'large',
    Array.from({ length: 60 }, (_, at) => (at % 2 ? NOW - 1 : NOW + 1)),
  );
  let removed = 0;
  let sweeps = 0;
  let next: Swept['next'];
  do {
    const sweep = await sweepExpired(client, {
      tableName: 'large',
      now: NOW,
      from: next,
      pagesMax: 2,
      pageItems: 7,
    });
    expect(sweep.removed).toBeLessThanOrEqual(14);
    removed += sweep.removed;
    sweeps += 1;
    next = sweep.next;
  } while (next);
  expect({ removed, sweeps }).toEqual({ removed: 30, sweeps: 5 });
  expect((await left('large')).every((at) => at % 2 === 0)).toBe(true);
});
