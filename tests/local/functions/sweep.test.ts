import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { provideDatabase } from '../../../local/functions/prepare.ts';
import { tableDefinition } from '../../../local/local-database.ts';
import { readStack } from '../../../local/stack.ts';
import { DAY_MS, HOUR_MS } from '../../../src/comment/time.ts';
import { toItem } from '../../../src/storage/dynamodb/attributes.ts';
import { runKey } from '../../../src/storage/dynamodb/keys.ts';

test('nothing expires on this machine while no purge believed the clock, and little beyond the last that did', async () => {
  const now = Date.now();
  const setup = { tableName: 'palabre', definition: tableDefinition(readStack()) };
  const { engine, sweepUntil } = provideDatabase(setup);
  const put = (item: object) =>
    engine?.send(new PutItemCommand({ TableName: 'palabre', Item: toItem(item as never) }));
  await put({ pk: 'a', sk: 'old', expiresAt: Math.floor((now - 20 * DAY_MS) / 1000) });
  await put({ pk: 'a', sk: 'fresh', expiresAt: Math.floor((now - HOUR_MS) / 1000) });
  const sweep = async () => engine?.removeExpired(10, await sweepUntil());

  expect(await sweep()).toBe(0);
  await put({ ...runKey('purge-expired'), at: now - 10 * DAY_MS });
  expect(await sweep()).toBe(1);
  await put({ ...runKey('purge-expired'), at: now - HOUR_MS });
  expect(await sweep()).toBe(1);
  engine?.close();
});
