import { describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { Refusal } from '../../src/comment/refusal.ts';
import { hold } from '../../src/moderation/decision.ts';
import type { StatusChange } from '../../src/moderation/status-change.ts';
import type { ReportChange } from '../../src/storage/report-store.ts';
import { decideComments } from '../../src/use-cases/decide-comments.ts';
import { reportComment } from '../../src/use-cases/report-comment.ts';
import { anId, aSite, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const site = aSite({ policy: readPolicy({ reports: { threshold: 1, strict: true } }) });
const ref = { site: 'demo', article: 'signale', id: anId(1) };
const request = { article: ref.article, id: ref.id, reason: 'spam' } as const;
const context = (at: number) => ({
  site,
  reporter: { network: '2603:n', author: undefined },
  now: NOW + at,
  batch: anId(800 + at) as string,
});
const app = () => ({ store: fixture.store, pause: async () => {} });
const status = async () => (await fixture.store.find(ref))?.status;

test('a comment that a report should have held when the storage failed is held when it is sent again, and not after a decision', async () => {
  await fixture.store.add(aStored({ ...ref, status: 'approved' }));
  const out = () => Promise.reject(new Refusal('storage-unavailable', 'The database is out.'));
  const failing = { ...app(), store: { ...fixture.store, saveStatus: out } };
  await expect(reportComment(failing, request, context(1))).rejects.toMatchObject({
    code: 'storage-unavailable',
  });
  expect(await status()).toBe('approved');

  await reportComment(app(), request, context(2));
  expect(await status()).toBe('pending');

  // The stream has not told of the decision yet, so that the report still stands.
  const approval = { ...request, comment: ref.id, decision: 'approve' } as const;
  await decideComments(fixture, [approval], { site, by: 'claire', now: NOW + 3, batch: anId(803) });
  await reportComment(app(), request, context(4));
  expect(await status()).toBe('approved');
});

test('reports that come at once wait for one another, longer each time, and are never told of a conflict', async () => {
  const other = { ...ref, id: anId(2) };
  const calm = { ...site, policy: readPolicy({ reports: { threshold: 10 } }) };
  await fixture.store.add(aStored({ ...other, status: 'approved' }));
  const pauses: number[] = [];
  const losing = (times: number) => ({
    store: {
      ...fixture.store,
      saveReport: async (change: ReportChange) =>
        pauses.length < times ? ('changed' as const) : fixture.store.saveReport(change),
    },
    pause: async (mostMs: number) => pauses.push(mostMs),
  });
  await reportComment(losing(9), { ...request, id: other.id }, { ...context(5), site: calm });
  expect(await fixture.store.readForReport(other, ['nobody'])).toMatchObject({ tally: { version: 1 } });
  expect(pauses).toEqual(pauses.toSorted((one, next) => one - next));
  expect(new Set(pauses).size).toBeGreaterThan(3);

  pauses.length = 0;
  const never = losing(Number.POSITIVE_INFINITY);
  const lost = reportComment(
    never,
    { ...request, id: other.id },
    {
      ...context(6),
      reporter: { network: '2603:m', author: undefined },
    },
  );
  await expect(lost).rejects.toMatchObject({ code: 'storage-unavailable', retryAfterS: 5 });
  expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(5_000);
});

test('a report whose hold comes second to another is taken', async () => {
  const other = { ...ref, id: anId(3) };
  const comment = aStored({ ...other, status: 'approved' });
  await fixture.store.add(comment);
  const { find, saveStatus } = fixture.store;
  const saveSecond = async (change: StatusChange) => {
    await saveStatus(hold(comment, { ...context(7), by: 'reports' }));
    return saveStatus(change);
  };
  const second = { ...app(), store: { ...fixture.store, saveStatus: saveSecond } };
  await reportComment(second, { ...request, id: other.id }, context(8));
  expect((await find(other))?.status).toBe('pending');
});

describe('the place of a report is', () => {
  const aComment = async (n: number) => {
    await fixture.store.add(aStored({ ...ref, id: anId(n), status: 'approved' }));
    return { ...request, id: anId(n) };
  };
  const calm = { ...context(9), site: { ...site, policy: readPolicy({ reports: { threshold: 10 } }) } };
  const unavailable = new Refusal('storage-unavailable', 'The database is out.');
  const given = (places: string[], saveReport: () => Promise<'saved'>) => ({
    ...app(),
    store: {
      ...fixture.store,
      takeReportPlace: async () => ({
        isTaken: true as const,
        giveBack: async () => {
          places.push('given back');
          throw unavailable;
        },
      }),
      saveReport,
    },
  });

  test('given back when it is sent again, which writes nothing and succeeds whether or not that does', async () => {
    const twice = await aComment(4);
    await reportComment(app(), twice, calm);
    const places: string[] = [];
    const saves: string[] = [];
    const counted = async () => {
      saves.push('saved');
      return 'saved' as const;
    };
    await reportComment(given(places, counted), twice, calm);
    expect({ places, saves }).toEqual({ places: ['given back'], saves: [] });
  });

  test('not given back when the storage fails, which would keep its sender waiting as long again', async () => {
    const places: string[] = [];
    const out = given(places, () => Promise.reject(unavailable));
    await expect(reportComment(out, await aComment(5), calm)).rejects.toBe(unavailable);
    expect(places).toEqual([]);
  });

  test('given back when it is refused, and a failure of that hides no reason', async () => {
    const places: string[] = [];
    const gone = given(places, async () => 'saved');
    await expect(reportComment(gone, { ...request, id: anId(6) }, calm)).rejects.toMatchObject({
      code: 'comment-not-found',
    });
    expect(places).toEqual(['given back']);
  });
});
