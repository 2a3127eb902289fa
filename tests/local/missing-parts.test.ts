import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, jest, test } from '@jest/globals';
import { openEngine } from '../../local/engine/engine.ts';
import { LOCAL_TABLE } from '../../local/functions/environment.ts';
import { makeFolder } from '../../local/keep.ts';
import { databaseIn, localDatabase } from '../../local/local-database.ts';
import { prepare } from '../../local/parts.ts';
import { readSecret, secretIn } from '../../local/secret.ts';
import { readSettings } from '../../local/settings.ts';
import { readStack } from '../../local/stack.ts';
import { withFolder } from './with-folder.ts';

// A data folder is a database and the secret that it was made with: one is of no use without the other.

const folder = withFolder();
const DAMAGED = 'x';

/** A folder whose database holds an item, or none. */
const aFolder = async (name: string, { items }: { readonly items: 0 | 1 }) => {
  const dataDir = join(folder, name);
  makeFolder(dataDir);
  const engine = openEngine(localDatabase(dataDir));
  const item = { TableName: LOCAL_TABLE, Item: { pk: { S: 'a' }, sk: { S: 'b' } } };
  if (items > 0) await engine.send(new PutItemCommand(item));
  engine.close();
  return { dataDir, secret: join(dataDir, 'secret') };
};

test('a missing secret is made only where the database holds nothing', async () => {
  const { dataDir: empty } = await aFolder('empty', { items: 0 });
  expect(await readSecret(empty)).toMatch(/^[0-9a-f]{64}$/);

  const { dataDir, secret } = await aFolder('without', { items: 1 });
  await expect(readSecret(dataDir)).rejects.toThrow(`${secret} is missing: bring it back from a copy. With`);
  expect(existsSync(secret)).toBe(false);
});

test('the sentence on a damaged secret names what is lost without it', async () => {
  const { dataDir, secret } = await aFolder('damaged', { items: 1 });
  writeFileSync(secret, DAMAGED);
  await expect(readSecret(dataDir)).rejects.toThrow(`${secret} is damaged: bring it back from a copy. With`);
  expect(() => secretIn(secret)).toThrow('no audit trail fits its seals');
});

test.each(['missing', 'empty'])('a start says when the database of a secret is %s', async (name) => {
  const { dataDir } = await aFolder(`${name} database`, { items: 0 });
  await readSecret(dataDir);
  rmSync(databaseIn(dataDir));
  if (name === 'empty') writeFileSync(databaseIn(dataDir), '');
  const settings = readSettings({ DATA_DIR: dataDir, DEMO: 'off' });
  const print = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    await prepare({ stack: readStack(), settings, port: 0, url: '', outer: {} });
    expect(print.mock.calls).toEqual([[expect.stringContaining('missing or empty beside a secret')]]);
  } finally {
    print.mockRestore();
  }
});
