import { GetItemCommand, type GetItemCommandOutput } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { surgeWindowKey } from '../../src/storage/dynamodb/keys.ts';
import { NOW, withStore } from './with-store.ts';

const fixture = withStore();

test('a window is forgotten two hours after it was written, also an empty one', async () => {
  const { store, client, tableName } = fixture;
  await store.saveSurgeWatch('calme', await store.readSurgeWatch('calme'), { window: [], now: NOW });
  const Key = toItem(surgeWindowKey('calme'));
  const { Item } = (await client.send(
    new GetItemCommand({ TableName: tableName, Key }),
  )) as GetItemCommandOutput;
  expect(Item?.expiresAt?.N).toBe(String(NOW / 1000 + 7200));
});
