import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { LOCAL_TABLE } from '../../local/functions/environment.ts';
import { readSecret, secretFileIn, secretIn } from '../../local/secret.ts';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { sealMissed } from '../../src/stream/seal-missed.ts';
import { createDigests, unkeyedDigest } from '../../src/tokens/digests.ts';
import { changePolicy } from '../../src/use-cases/change-policy.ts';
import { saveSite } from '../../src/use-cases/save-site.ts';
import type { Item } from '../journeys/with-backend.ts';
import { withFolder } from '../local/with-folder.ts';
import { run } from '../local/with-server.ts';
import { policyAppOver } from '../use-cases/policy-app.ts';
import { dump, moderate, type Opened, openFolder, site, write } from './with-site.ts';

const folder = withFolder();

/** A data folder of its own for each test, with a secret, as `npm start` makes it. */
const newFolder = async (name: string) => {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  await readSecret(dataDir);
  const audit = async (...options: string[]) => {
    const { code, output, errors } = await run(dataDir, ['audit', ...options]);
    const [lines = '', summary = ''] = output.split(/^(?=\{)/m).slice(-2);
    const told = summary === '' ? lines : summary;
    return {
      code,
      errors,
      lines: summary === '' ? [] : lines.trim().split('\n'),
      ...JSON.parse(told || '{}'),
    };
  };
  const inFolder = async (use: (opened: Opened) => Promise<unknown>) => {
    const opened = openFolder(dataDir);
    try {
      await use(opened);
    } finally {
      opened.close();
    }
  };
  return { dataDir, audit, inFolder };
};
const put = (Items: Item) => (opened: Opened) =>
  opened.engine.send(new PutItemCommand({ TableName: LOCAL_TABLE, Item: Items }));

test('every kind of tampering with the table is named with its place, and an untouched one is not', async () => {
  const { dataDir, audit, inFolder } = await newFolder('tampered');
  let items: readonly Item[] = [];
  await inFolder(async (opened) => {
    await opened.store.saveSite(site, 0);
    await moderate(opened, await write(opened, 0, 40, 4));
    const auditDigest = async () => createDigests(secretIn(secretFileIn(dataDir))).audit;
    for (const article of ['a0', 'a1', 'a2', 'a3']) {
      const recount = await opened.store.recount(site.id, article);
      await opened.store.repair(site.id, article, recount);
      await sealMissed({ store: opened.store, auditDigest }, { site: site.id, article }, { dryRun: false });
    }
    items = await dump(opened);
  });
  const sound = await audit();
  expect(sound).toMatchObject({ code: 0, trails: 4, unsealed: 0, flaws: 0 });
  expect(sound.events).toBeGreaterThan(40);

  const isDecision = ({ sk, action }: Item) => sk?.S?.startsWith('E#') && action?.S === 'approve';
  const [event] = items.filter(isDecision) as [Item];
  const { pk, sk } = event as { pk: { S: string }; sk: { S: string } };
  const [, article] = pk.S.split('#');
  const found = async () => ((await audit()).lines as string[]).map((line) => line.split('\t'));

  await inFolder(put({ ...event, by: { S: 'somebody-else' } }));
  expect(await found()).toEqual([['changed', site.id, article, sk.S]]);
  expect((await audit()).code).toBe(1);
  expect((await audit('--site', site.id)).code).toBe(1);
  for (const site of ['another', '']) {
    const unknown = await run(dataDir, ['audit', '--site', site]);
    expect([unknown.code, unknown.errors]).toEqual([
      2,
      expect.stringContaining(`--site ${site} names no site`),
    ]);
  }

  await inFolder(({ engine }) =>
    engine.send(
      new DeleteItemCommand({ TableName: LOCAL_TABLE, Key: { pk: event.pk, sk: event.sk } as never }),
    ),
  );
  const [comment, version] = sk.S.split('#').slice(2);
  expect(await found()).toEqual([
    ['removed', site.id, article, sk.S],
    ['gap', site.id, article, `${comment}#${version}`],
  ]);

  await inFolder(put(event));
  await inFolder(put({ ...event, sk: { S: sk.S.replace(/^E#0/, 'E#1') } }));
  expect((await found()).map(([kind]) => kind)).toEqual(['fork', 'unsealed']);
});

test('a policy that was changed, removed or put in beside its trail is named, and one that is in force and never was saved', async () => {
  const { audit, inFolder } = await newFolder('policies');
  const saved: Item[] = [];
  let current: Item = {};
  const acting = (n: number) => ({
    by: 'claire',
    now: Date.now() + n,
    event: newCommentId(Date.now() + n, Uint8Array.of(n)),
  });
  await inFolder(async (opened) => {
    const app = { ...policyAppOver(opened), digestOf: unkeyedDigest };
    await saveSite(
      app,
      { id: 'lesoir', name: 'Le Soir', language: 'fr', origins: ['https://lesoir.example'] },
      acting(1),
    );
    for (const n of [2, 3]) {
      const lesoir = await opened.store.readSite('lesoir');
      if (!lesoir) throw new Error('no site');
      const document = { ...lesoir.policy, links: { holdFrom: n }, fixtures: [] };
      await changePolicy(app, lesoir, { document }, { ...acting(n), language: 'fr' });
    }
    const items = await dump(opened);
    saved.push(...items.filter(({ pk }) => pk?.S === '~H#lesoir'));
    current = items.find(({ pk, sk }) => pk?.S === '~S' && sk?.S === 'lesoir') as Item;
  });
  const found = async () =>
    ((await audit('--site', 'lesoir')).lines as string[])
      .map((line) => line.split('\t'))
      .filter(([kind]) => kind !== 'unsealed')
      .map(([kind, site, article, at]) => [kind, site, article, at]);
  expect(saved).toHaveLength(3);
  expect(await found()).toEqual([]);

  const [, second, third] = saved as [Item, Item, Item];
  await inFolder(
    put({ ...second, document: { S: String(second.document?.S).replace('"holdFrom":2', '"holdFrom":99') } }),
  );
  expect(await found()).toEqual([['changed', 'lesoir', '(site)', 'policy#2']]);
  await inFolder(put(second));

  await inFolder(
    put({ ...current, policy: { S: String(current.policy?.S).replace('"holdFrom":3', '"holdFrom":99') } }),
  );
  expect(await found()).toEqual([['changed', 'lesoir', '(site)', 'policy#3 in force']]);
  await inFolder(put(current));

  await inFolder(put({ ...third, sk: { S: 'H#000000009' }, version: { N: '9' } }));
  expect(await found()).toEqual([['gap', 'lesoir', '(site)', 'policy#9']]);
  const remove =
    (sk: string) =>
    ({ engine }: Opened) =>
      engine.send(
        new DeleteItemCommand({ TableName: LOCAL_TABLE, Key: { pk: { S: '~H#lesoir' }, sk: { S: sk } } }),
      );
  await inFolder(remove('H#000000009'));
  await inFolder(remove('H#000000002'));
  expect(await found()).toEqual([['removed', 'lesoir', '(site)', 'policy#2']]);
});

test('it says what it does, and refuses what it does not know', async () => {
  expect((await run(folder, ['audit', '--help'])).output).toMatch(/^npm run --silent audit/);
  expect((await run(folder, ['audit', '--mend'])).code).toBe(2);
  expect((await run(folder, ['audit', '--region', 'eu-west-3'])).code).toBe(2);
});
