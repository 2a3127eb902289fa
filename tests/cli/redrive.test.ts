import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { DynamoDBRecord } from 'aws-lambda';
import { placeOf } from '../../cli/redrive/mend-article.ts';
import { readSecret, secretFileIn, secretIn } from '../../local/secret.ts';
import { readStack, streamOf } from '../../local/stack.ts';
import { changeToRecord } from '../../local/stream/event-record.ts';
import { failedRecordsIn, isTooOld, keepFailed, removeOldFailed } from '../../local/stream/failed-records.ts';
import { readFilter } from '../../local/stream/filter.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import { readRecord } from '../../src/storage/dynamodb/changes.ts';
import { deliverToConsumers } from '../../src/stream/deliver-to-consumers.ts';
import { createDigests } from '../../src/tokens/digests.ts';
import { withFolder } from '../local/with-folder.ts';
import { run } from '../local/with-server.ts';
import { anId } from '../storage/with-store.ts';
import { problemsOf } from './recount.ts';
import { dump, moderate, type Opened, openFolder, site, write } from './with-site.ts';

const folder = withFolder();
const dataDir = join(folder, 'data');
const isWanted = readFilter(streamOf(readStack())?.stream.filterPatterns);

const look = async () => {
  const opened = openFolder(dataDir);
  try {
    return problemsOf(await dump(opened), site.id);
  } finally {
    opened.close();
  }
};

const recordsOf = ({ engine: { changes } }: Opened): readonly DynamoDBRecord[] =>
  changes
    .after(0, Number.MAX_SAFE_INTEGER)
    .map((change) => changeToRecord(change, changes.stream))
    .filter(isWanted);

/** Follows records as the stream's function does; some fail, and are given up. */
const follow = async (
  { store }: Opened,
  records: readonly DynamoDBRecord[],
  fails: (record: DynamoDBRecord) => boolean,
) => {
  for (const record of records) {
    if (fails(record)) keepFailed(dataDir, { name: 'follow-changes', tries: 10, record });
    else {
      const auditDigest = async () => createDigests(secretIn(secretFileIn(dataDir))).audit;
      const deps = { store, loadModel: shippedModel, auditDigest, now: Date.now, newBatch: () => anId(9) };
      expect(await deliverToConsumers(deps, readRecord(record))).toEqual([]);
    }
  }
};

test('what was given up is redriven: counts, trust, trail and learning are right after it, and its records are gone', async () => {
  const opened = openFolder(dataDir);
  await store(opened);
  const records = recordsOf(opened);
  await follow(opened, records, ({ dynamodb }) => Number(dynamodb?.SequenceNumber) % 3 === 0);
  opened.close();
  expect(await look()).not.toEqual([]);
  const kept = readdirSync(failedRecordsIn(dataDir));
  expect(kept.length).toBeGreaterThan(30);

  // None of an article, cut off, and not ours to read or no file.
  const at = (name: string) => join(failedRecordsIn(dataDir), name);
  keepFailed(dataDir, { name: 'follow-changes', tries: 10, record: strange });
  writeFileSync(at('cut.json'), '{"payload":"{\\"Records');
  writeFileSync(at('null.json'), JSON.stringify({ payload: JSON.stringify({ Records: [null] }) }));
  writeFileSync(at('README'), 'Kept for 30 days.');
  mkdirSync(at('folder.json'));
  const old = '2026-03-09T08.00.00-a.json';
  writeFileSync(at(old), '{}');

  const redrive = await run(dataDir, ['redrive']);
  expect(JSON.parse(redrive.output)).toEqual({
    looked: kept.length + 5,
    redriven: kept.length,
    kept: 4,
    expired: 1,
  });
  expect(redrive.code).toBe(1);
  expect(redrive.errors).toContain('cut.json is kept: It holds no record');
  expect(redrive.errors).toContain(`${old} is removed, since it is older than 30 days: It holds no record`);
  expect(redrive.errors).toContain('folder.json is kept: ');
  expect(redrive.errors).toContain('null.json is kept: It holds something that is no record.');
  expect(await look()).toEqual([]);
  const left = readdirSync(failedRecordsIn(dataDir));
  expect(left).toHaveLength(5);
  const [name = ''] = left.filter((one) => !/^(cut|null|folder)[.]json$|^README$/.test(one));
  expect(JSON.parse(readFileSync(at(name), 'utf8'))).toMatchObject({
    payload: JSON.stringify({ Records: [strange] }),
    redrive: { at: expect.stringMatching(/^\d{4}-/), reason: 'It tells of no comment and of no decision.' },
  });
  expect(readFileSync(at('cut.json'), 'utf8')).toBe('{"payload":"{\\"Records');

  // Nothing counts again, whether a record comes by the stream after all or is redriven twice.
  const late = openFolder(dataDir);
  await follow(late, records, () => false);
  late.close();
  expect(await look()).toEqual([]);
});

const store = async (opened: Opened) => {
  await readSecret(dataDir);
  await opened.store.saveSite(site, 0);
  await moderate(opened, await write(opened, 0, 120));
};

const strange: DynamoDBRecord = {
  eventID: '1',
  dynamodb: { Keys: { pk: { S: '~D#demo#2026-01-01' }, sk: { S: 'a1' } }, SequenceNumber: '1' },
};

test('what failed more than 30 days ago is not kept on, by the time in its name', () => {
  const dir = join(folder, 'old');
  const file = keepFailed(dir, { name: 'follow-changes', tries: 10, record: strange });
  const names = ['2026-03-09T08.00.00-a.json', '2026-03-09T08.00.00-b.json.7.draft', 'README', '2026.json'];
  for (const name of names) writeFileSync(join(failedRecordsIn(dir), name), '');
  removeOldFailed(dir, Date.now());
  expect(readdirSync(failedRecordsIn(dir)).sort()).toEqual([basename(file), ...names.slice(2)].sort());
  removeOldFailed(join(folder, 'none'), Date.now());
  const object = 'aws/lambda/u/shardId-1/2026/03/09/2026-03-09T08.00.00-a';
  const failedAt = Date.UTC(2026, 2, 9, 8);
  expect([30, 30.1].map((days) => isTooOld(object, failedAt + days * 86_400_000))).toEqual([false, true]);
});

test('it says what it does, and knows no other option', async () => {
  expect((await run(dataDir, ['redrive', '--help'])).output).toMatch(/^npm run redrive/);
  const other = await run(dataDir, ['redrive', '--all']);
  expect([other.code, other.errors]).toEqual([2, expect.stringContaining('--all')]);
});

test('a record of a site’s own trail names the site, and one of anything else nothing', () => {
  const recordOf = (pk: string, sk: string) => ({ dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } } });
  expect(placeOf(recordOf('~E#demo', 'E#01'))).toEqual({ site: 'demo' });
  expect(placeOf(recordOf('demo#gare', 'E#01#02#1'))).toEqual({ site: 'demo', article: 'gare' });
  for (const [pk, sk] of [
    ['~E#demo', 'Z#1'],
    ['~C#demo', '2026-01-01'],
    ['~B#demo', 'M#1'],
    ['demo#gare', 'Z#1'],
  ])
    expect(() => placeOf(recordOf(pk as string, sk as string))).toThrow('no decision');
});
