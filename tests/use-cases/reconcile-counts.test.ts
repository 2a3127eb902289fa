import { expect, test } from '@jest/globals';
import { DAY_MS } from '../../src/comment/time.ts';
import { walksOf } from '../../src/use-cases/reconcile/walks.ts';
import { reconcileCounts } from '../../src/use-cases/reconcile-counts.ts';
import { anId, aSite, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const since = new Date(NOW - 5 * DAY_MS).toISOString().slice(0, 10);

/** Sites whose articles each got a comment on one day, and how runs go that have time for some places only. */
const aJob = async (siteIds: readonly string[], articles: readonly string[], at = NOW - DAY_MS) => {
  const sites = siteIds.map((id) => aSite({ id }));
  let n = 0;
  for (const { id: site } of sites)
    for (const article of articles) {
      n += 1;
      await fixture.store.add(aStored({ site, article, id: anId(n, at), since: at, createdAt: at }));
    }
  const looked: string[] = [];
  const recountSite: typeof fixture.store.recountSite = async (site, all) => {
    looked.push(`counts of ${site}`);
    return fixture.store.recountSite(site, all);
  };
  const deps = {
    store: { ...fixture.store, recountSite, listSites: async () => sites },
    learnMissed: async () => 0,
    settleMissed: async ({ site, article }: { site: string; article: string }) => {
      looked.push(`${site} ${article}`);
      return 0;
    },
    sealMissed: async ({ site, article }: { site: string; article?: string }) => {
      if (article === undefined) looked.push(site);
      return 0;
    },
  };
  const run = async (
    places: number,
    asked: { since?: string; dryRun?: boolean; now?: number; lastRun?: number } = {},
  ) => {
    looked.length = 0;
    let time = places;
    const tally = await reconcileCounts(deps, {
      ...{ now: NOW, dryRun: false, hasTime: () => time-- > 0 },
      ...asked,
    });
    return { ...tally, looked: [...looked] };
  };
  return { run };
};

test('a day that does not fit into a run is ended by the next ones, and no site’s own trail waits for it', async () => {
  const { run } = await aJob(['ab', 'ac'], ['1', '2', '3']);
  expect(await run(3)).toMatchObject({ looked: ['ab', 'ac', 'ab 1'], finished: false });
  expect(await run(3, { dryRun: true })).toMatchObject({ looked: ['ab', 'ac', 'ab 1'] });
  expect(await run(2)).toMatchObject({ looked: ['ab 2', 'ab 3'], finished: false });
  expect(await run(1)).toMatchObject({ looked: ['ac 1'], finished: false });
  // What is left of the walk before, then the run's own days.
  const last = await run(100);
  expect(last.looked).toEqual([
    ...['ac 2', 'ac 3', 'ab', 'ac', 'ab 1', 'ab 2', 'ab 3', 'ac 1'],
    ...['counts of ab', 'counts of ac'],
  ]);
  expect(last.finished).toBe(true);
  expect((await run(3)).looked).toEqual(['ab', 'ac', 'ab 1']);
  await run(100);
});

test('what is asked with a day goes on when it is asked again, and the nightly run goes on with it as well', async () => {
  const { run } = await aJob(['b'], ['1', '2', '3', '4'], NOW - 4 * DAY_MS);
  expect(await run(2, { since })).toMatchObject({ looked: ['b', 'b 1'], finished: false });
  expect((await run(1, { since })).looked).toEqual(['b 2']);
  expect(await run(1)).toMatchObject({ looked: ['b 3'], finished: false });
  expect(await run(100, { since })).toMatchObject({ looked: ['b 4', 'counts of b'], finished: true });
  expect((await run(100, { since })).looked).toEqual(['b', 'b 1', 'b 2', 'b 3', 'b 4', 'counts of b']);
});

test('a run without any time changes nothing of where the next one begins', async () => {
  const { run } = await aJob(['c'], ['1', '2']);
  await run(2);
  expect(await run(0)).toMatchObject({ looked: [], finished: false });
  expect((await run(1, { now: NOW + DAY_MS })).looked).toEqual(['c 2']);
  await run(100);
});

test('sites whose counts there was no time to hold are held first next time, and once in a run', async () => {
  const sites = ['da', 'db', 'dc'];
  const { run } = await aJob(sites, ['1']);
  // A site takes two steps: to begin with it, and for the day on which something happened there.
  expect((await run(8, { since })).looked.slice(-2)).toEqual(['dc 1', 'counts of da']);
  expect(await run(3, { since })).toMatchObject({ looked: ['counts of db'], finished: false });
  expect(await run(100, { since })).toMatchObject({ looked: ['counts of dc'], finished: true });

  const walk = [...sites, 'da 1', 'db 1', 'dc 1'];
  expect(await run(6)).toMatchObject({ looked: walk, finished: false });
  const nightly = await run(12);
  expect(nightly.looked).toEqual(['counts of da', 'counts of db', 'counts of dc', ...walk]);
  expect(nightly.finished).toBe(true);
});

test.each([0, 1, DAY_MS - 1])('a walk since a day begins with that day, %i ms after midnight', (ms) => {
  const midnight = Date.parse('2026-03-09');
  const [{ day }] = walksOf({ now: midnight + ms, since: '2026-03-05' }, undefined);
  expect(day).toBe('2026-03-05');
});

test('days on which no run came to its end are looked at by the next one', async () => {
  const { run } = await aJob(['g'], ['1'], NOW - 6 * DAY_MS);
  const looked = async (lastRun: number) => (await run(100, { lastRun })).looked.includes('g 1');
  expect(await looked(NOW - DAY_MS)).toBe(false);
  expect(await looked(NOW - 6 * DAY_MS)).toBe(true);
  // Of a clock that was back for a while, and of one that was ahead.
  expect([await looked(0), await looked(NOW + 90 * DAY_MS)]).toEqual([true, false]);
});
