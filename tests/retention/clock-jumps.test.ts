import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import { DAY_MS, HOUR_MS } from '../../src/comment/time.ts';
import { jobKey } from '../../src/storage/dynamodb/keys.ts';
import { DAY_S, HOUR_S, stopClock } from '../clock.ts';
import { ask } from '../journeys/call-gateway.ts';
import { follow } from '../journeys/follow-stream.ts';
import { invoke } from '../journeys/functions.ts';
import { asModerator, list, submit } from '../journeys/requests.ts';
import { noFlood, withBackend } from '../journeys/with-backend.ts';
import { anId, aSite, aStored } from '../storage/with-store.ts';

const START = Date.UTC(2026, 4, 12, 9, 30);
const JOBS = ['purge-expired', 'forget-networks', 'reconcile-counts'] as const;
const backend = withBackend({ table: 'of-test', policy: { ...noFlood } });
let clock = stopClock(START);
beforeEach(() => {
  clock = stopClock(START);
});
afterAll(() => clock.restart());

const setClock = (time: number) => clock.pass((time - clock.now()) / 1000);
const run = (job: string, how: object = {}) => invoke(job, { job, dryRun: false, ...how });
const failed = (job: string, how: object = {}): Promise<{ reason?: string; message?: string }> =>
  run(job, how).then(
    () => ({ reason: 'nothing failed' }),
    (error) => error,
  );

/** Pending comments of the demo site that are due so many days after they came in. */
const addPending = async (count: number, since = START, days = 30) => {
  for (let n = 0; n < count; n += 1)
    await backend.store.add(
      aStored({ id: anId(n, since), createdAt: since, since, expiresAt: since + days * DAY_MS }),
    );
};
const comments = async () => (await backend.dump()).filter(({ sk }) => sk?.S?.startsWith('C#'));
const withoutRuns = async () => (await backend.dump()).filter(({ sk }) => !sk?.S?.startsWith('ran#'));

const jumps = [
  ['to 2099', Date.UTC(2099, 0, 1)],
  ['to 2199', Date.UTC(2199, 0, 1)],
  ['back to 1970', 60_000],
  ['back by a day', START - DAY_MS],
  ['ahead by half a year', START + 180 * DAY_MS],
] as const;

test.each(jumps)(
  'no job works by a clock that jumped %s, and all do once it is right again',
  async (_, time) => {
    await addPending(3);
    await follow(backend);
    for (const job of JOBS) await run(job);
    const before = await backend.dump();

    setClock(time);
    for (const job of JOBS) expect((await failed(job)).reason).toMatch(/^clock-/);
    expect(await backend.dump()).toEqual(before);

    setClock(START + HOUR_MS);
    for (const job of JOBS) expect(await run(job)).toMatchObject({ finished: true });
  },
);

test.each(jumps.slice(0, 4))(
  'where no run is on record, the newest comment shows a clock that jumped %s',
  async (_, time) => {
    await addPending(3);
    const before = await backend.dump();
    setClock(time);
    for (const job of JOBS) expect((await failed(job)).reason).toMatch(/^clock-/);
    expect(await backend.dump()).toEqual(before);
  },
);

test('where all comments are public and no run is on record, what was counted last shows a clock that jumped', async () => {
  await backend.store.add(
    aStored({ status: 'approved', id: anId(1, START), createdAt: START, since: START }),
  );
  await follow(backend);
  setClock(Date.UTC(2099, 0, 1));
  for (const job of JOBS) expect((await failed(job)).reason).toBe('clock-ahead');
});

test('a refused job says in the log why, and no sentence of it', async () => {
  await addPending(1);
  const logged = jest.spyOn(console, 'error').mockImplementation(() => {});
  setClock(Date.UTC(2099, 0, 1));
  expect((await failed('purge-expired')).message).toContain('The clock says 2099-01-01');
  const [entry] = logged.mock.calls.at(-1) ?? [];
  logged.mockRestore();
  expect(entry).toMatchObject({ event: 'job-refused', job: 'purge-expired', reason: 'clock-ahead' });
});

test('a dry run counts by a wrong clock and says that it would be refused; nothing is noted of it', async () => {
  await addPending(3);
  setClock(Date.UTC(2099, 0, 1));
  expect(await run('purge-expired', { dryRun: true })).toMatchObject({ removed: 3, refused: 'clock-ahead' });
  setClock(START);
  expect(await run('purge-expired')).toMatchObject({ removed: 0 });
});

test('with force a job believes the clock, and forgets later runs, which were of a wrong one', async () => {
  setClock(START + 80 * DAY_MS);
  for (const job of JOBS) await run(job);
  setClock(START);
  expect((await failed('purge-expired')).reason).toBe('clock-behind');
  await run('purge-expired', { force: true });
  for (const job of JOBS) expect(await run(job)).toMatchObject({ finished: true });
});

test('a purge of a large share of a site stops before it removes anything, and goes on with force', async () => {
  await addPending(30);
  await follow(backend);
  await run('purge-expired');
  clock.pass(31 * DAY_S);
  expect(await failed('purge-expired')).toMatchObject({
    reason: 'too-much',
    facts: { stopped: 30, removed: 0 },
  });
  expect((await failed('purge-expired')).message).toContain('--force');
  expect(await run('purge-expired', { dryRun: true })).toMatchObject({
    ...{ stopped: 30, removed: 0, refused: 'too-much' },
  });
  expect(await comments()).toHaveLength(30);
  expect(await run('purge-expired', { force: true })).toMatchObject({ removed: 30, stopped: 0 });
});

const addNetworked = async (count: number, since: number) => {
  for (let n = 0; n < count; n += 1)
    await backend.store.add(aStored({ id: anId(n, since), status: 'approved', createdAt: since, since }));
};
test('by a clock 60 days ahead no network is forgotten; with force all are', async () => {
  await addNetworked(30, START - DAY_MS);
  await run('forget-networks');
  const before = await comments();
  setClock(START + 60 * DAY_MS);
  expect(await failed('forget-networks')).toMatchObject({
    reason: 'too-much',
    facts: { stopped: 30, forgotten: 0, sites: 'demo' },
  });
  expect(await run('forget-networks', { dryRun: true })).toMatchObject({ stopped: 30, refused: 'too-much' });
  expect(await comments()).toEqual(before);
  expect(await run('forget-networks', { force: true })).toMatchObject({ forgotten: 30, stopped: 0 });
});

test('networks that come due are forgotten, many on a day that follows the last run, and few after any pause', async () => {
  await addNetworked(30, START - 31 * DAY_MS);
  clock.pass(-DAY_S);
  await run('forget-networks');
  clock.pass(2 * DAY_S);
  expect(await run('forget-networks')).toMatchObject({ forgotten: 30, stopped: 0 });
  await addNetworked(30, START - 20 * DAY_MS);
  await backend.store.add(aStored({ id: anId(99, START - 28 * DAY_MS), createdAt: START - 28 * DAY_MS }));
  clock.pass(4 * DAY_S);
  expect(await run('forget-networks')).toMatchObject({ stopped: 0 });
});

test('a purge of a large share stops on its own site only', async () => {
  await addPending(30);
  await backend.store.add(
    aStored({ site: 'autre', id: anId(1, START), since: START, expiresAt: START + 30 * DAY_MS }),
  );
  clock.pass(31 * DAY_S);
  expect(await failed('purge-expired')).toMatchObject({ facts: { stopped: 30, removed: 1, sites: 'demo' } });
});

test.each([
  ['few comments', 20, 0],
  ['a small share', 30, 130],
])('a purge of %s goes through after any pause', async (_, due, kept) => {
  await addPending(due);
  for (let n = 0; n < kept; n += 1)
    await backend.store.add(
      aStored({ id: anId(1000 + n, START), status: 'approved', createdAt: START, since: START }),
    );
  await follow(backend);
  clock.pass(31 * DAY_S);
  expect(await run('purge-expired')).toMatchObject({ removed: due, stopped: 0 });
});

test('a wave of spam that falls due goes through while the purge runs every hour', async () => {
  await addPending(60, START, 30);
  clock.pass(30 * DAY_S - HOUR_S);
  await run('purge-expired');
  clock.pass(2 * HOUR_S);
  expect(await run('purge-expired')).toMatchObject({ removed: 60 });
});

test('a checkpoint that a wrong clock put into the future holds up nothing once the clock is right', async () => {
  const since = START - 40 * DAY_MS;
  await backend.store.add(aStored({ id: anId(1, since), status: 'approved', createdAt: since, since }));
  await backend.store.saveCheckpoint('forget-networks', 'demo', '2098-12-01');
  expect(await run('forget-networks')).toMatchObject({ forgotten: 1 });
  expect(await backend.store.readCheckpoint('forget-networks', 'demo')).toBe('2026-04-11');
  const { pk, sk } = jobKey('forget-networks', 'demo');
  expect((await withoutRuns()).filter((item) => item.pk?.S === pk && item.sk?.S === sk)).toHaveLength(1);
});

test('a purge that stopped halfway goes on although its policy has changed to keep more', async () => {
  await addPending(3);
  const [first] = await backend.dump().then((items) => items.filter(({ vs }) => vs));
  const position = JSON.stringify(['pk', 'sk', 'v', 'vs'].map((name) => first?.[name as 'pk']?.S ?? null));
  await backend.store.saveCheckpoint('purge-expired-pending', 'demo', position);
  expect(await run('purge-expired')).toMatchObject({ removed: 0, finished: true });
  clock.pass(31 * DAY_S);
  expect(await run('purge-expired')).toMatchObject({ removed: 3 });
});

const draft = { author: 'Camille', text: 'Je prends ce train tous les matins et rien ne change jamais ici.' };

test('while the clock is back in 1970 nothing is stored that would be due at once, and readers still read', async () => {
  await backend.store.add(aStored({ status: 'approved', article: 'gare' }));
  const before = await backend.dump();
  setClock(60_000);
  const { statusCode, headers } = await submit('gare', draft);
  expect([statusCode, headers['retry-after']]).toEqual([503, '600']);
  expect(await backend.dump()).toEqual(before);
  expect((await list('gare')).json().comments).toHaveLength(1);
});

test('a comment of a time that has not come is kept and listed, and holds up nobody once the clock is right', async () => {
  await backend.store.saveSite(aSite({ id: 'demo', origins: ['https://www.example.fr'] }), 1);
  setClock(Date.UTC(2099, 0, 1));
  expect((await submit('gare', draft)).statusCode).toBe(202);
  setClock(START);
  expect((await submit('gare', draft)).statusCode).toBe(202);
  expect(
    (
      await submit('gare', {
        ...draft,
        text: 'Le quai est encore fermé ce matin, et personne ne sait pourquoi.',
      })
    ).statusCode,
  ).toBe(202);
  const pages = [];
  let cursor = '';
  do {
    const query = `limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = (await asModerator('list-article-comments', { article: 'gare', query })).json();
    pages.push(...page.comments);
    cursor = page.next ?? '';
  } while (cursor);
  expect(pages).toHaveLength(3);
  expect((await ask('list-comments', { params: { site: 'demo' }, article: 'gare' })).statusCode).toBe(200);
});
