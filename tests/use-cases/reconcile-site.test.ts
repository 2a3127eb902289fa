import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { Comment } from '../../src/comment/comment.ts';
import { DAY_MS, dayOf } from '../../src/comment/time.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { articleKey, type Key, queueCountsKey } from '../../src/storage/dynamodb/keys.ts';
import { count } from '../../src/stream/count.ts';
import { reconcileSite } from '../../src/use-cases/reconcile/reconcile-site.ts';
import { reconcileCounts } from '../../src/use-cases/reconcile-counts.ts';
import { anId, aSite, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();

/** A site with three comments that wait, on the article `old` since before the days that a run looks at, and on `new`. */
const aCountedSite = async (site: string) => {
  const at = { old: NOW - 9 * DAY_MS, new: NOW - DAY_MS };
  for (const [n, article] of (['old', 'new', 'new'] as const).entries()) {
    const since = at[article];
    const comment = aStored({ site, article, id: anId(n, since), since, createdAt: since });
    await fixture.store.add(comment);
    const told = { kind: 'comment', site, article, at: since, stream: 'one', record: String(n) } as const;
    await count.follow(fixture, [{ ...told, after: comment as Comment }]);
  }
  const deps = {
    store: { ...fixture.store, listSites: async () => [aSite({ id: site })] },
    ...{ learnMissed: async () => 0, settleMissed: async () => 0, sealMissed: async () => 0 },
  };
  const run = (dryRun = false) => reconcileCounts(deps, { now: NOW, dryRun, hasTime: () => true });
  const countsOf = async (key: Key) => {
    const { Attributes } = await fixture.client.send(
      new UpdateItemCommand({
        ...{ TableName: fixture.tableName, Key: toItem(key), ReturnValues: 'ALL_NEW' },
        UpdateExpression: 'REMOVE nothing',
      }),
    );
    return { approved: Number(Attributes?.approved?.N ?? 0), pending: Number(Attributes?.pending?.N ?? 0) };
  };
  return {
    run,
    ofSite: () => countsOf(queueCountsKey(site)),
    ofArticle: (article: string) => countsOf(articleKey(site, article)),
    plant: (key: Key, name: string, by: number) =>
      fixture.client.send(
        new UpdateItemCommand({
          ...{ TableName: fixture.tableName, Key: toItem(key) },
          UpdateExpression: 'ADD #name :by',
          ...{
            ExpressionAttributeNames: { '#name': name },
            ExpressionAttributeValues: toItem({ ':by': by }),
          },
        }),
      ),
  };
};

test('wrong counts of an article are repaired there, and its site’s, which are right, stay', async () => {
  const site = await aCountedSite('a');
  await site.plant(articleKey('a', 'new'), 'approved', 999);
  await site.plant(articleKey('a', 'new'), 'pending', 4);
  expect(await site.run()).toMatchObject({ drift: 1003, repaired: 1 });
  expect(await site.ofArticle('new')).toEqual({ approved: 0, pending: 2 });
  expect(await site.ofSite()).toEqual({ approved: 0, pending: 3 });
  expect(await site.run()).toMatchObject({ drift: 0, repaired: 0 });
});

test('wrong counts of a site’s queues are reported and repaired', async () => {
  const site = await aCountedSite('b');
  await site.plant(queueCountsKey('b'), 'pending', -7);
  expect(await site.run(true)).toMatchObject({ drift: 7, repaired: 0 });
  expect(await site.run()).toMatchObject({ drift: 7, repaired: 1 });
  expect(await site.ofSite()).toEqual({ approved: 0, pending: 3 });
  expect(await site.run()).toMatchObject({ drift: 0, repaired: 0 });
});

test('where the list of what waits agrees with the site, an article that no run has looked at is wrong, and that is reported only', async () => {
  const site = await aCountedSite('c');
  await site.plant(articleKey('c', 'old'), 'pending', 5);
  expect(await site.run()).toMatchObject({ drift: 5, repaired: 0 });
  expect(await site.ofSite()).toEqual({ approved: 0, pending: 3 });
});

test('counts that change while they are read are left to the next run', async () => {
  const site = await aCountedSite('d');
  await site.plant(queueCountsKey('d'), 'pending', 2);
  const recount = await fixture.store.recountSite('d', ['old', 'new']);
  await site.plant(queueCountsKey('d'), 'changes', 1);
  expect(recount && (await fixture.store.repairSite('d', recount))).toBe(false);
  expect(await site.ofSite()).toEqual({ approved: 0, pending: 5 });
});

test('an article that gets its first comment while the articles are listed is no drift', async () => {
  await aCountedSite('pendant');
  const comment = aStored({ site: 'pendant', article: 'neuf', id: anId(8) });
  let isListed = false;
  const listTouched: typeof fixture.store.listTouched = async (...asked) => {
    const page = await fixture.store.listTouched(...asked);
    if (isListed || asked[1] !== dayOf(NOW)) return page;
    isListed = true;
    await fixture.store.add(comment);
    const told = { kind: 'comment', site: 'pendant', article: 'neuf', at: NOW, stream: 'one' } as const;
    await count.follow(fixture, [{ ...told, record: '9', after: comment }]);
    return page;
  };
  const run = { now: NOW, dryRun: false, hasTime: () => true };
  const store = { ...fixture.store, listTouched };
  expect(await reconcileSite({ store }, 'pendant', run)).toEqual({ drift: 0, repaired: 0 });
  expect(isListed).toBe(true);
});
