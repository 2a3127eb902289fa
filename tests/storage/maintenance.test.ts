import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Comment } from '../../src/comment/comment.ts';
import { type Status, statuses } from '../../src/comment/status.ts';
import { DAY_MS, HOUR_MS } from '../../src/comment/time.ts';
import { countedOf, tally } from '../../src/moderation/tally.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { articleKey, authorKey as keyOfAuthor, queueCountsKey } from '../../src/storage/dynamodb/keys.ts';
import type { RecordOf } from '../../src/stream/consumer.ts';
import { count } from '../../src/stream/count.ts';
import { forgetNetworks } from '../../src/use-cases/forget-networks.ts';
import { purgeExpired } from '../../src/use-cases/purge-expired.ts';
import { reconcileCounts } from '../../src/use-cases/reconcile-counts.ts';
import { anId, aSite, aStored, NOW, withStore } from './with-store.ts';

const fixture = withStore();
const run = { now: NOW, dryRun: false, hasTime: () => true };
const LATER = { ...run, now: NOW + 60 * DAY_MS };

let sequences = 0;
const changed = (before: Comment | undefined, after: Comment | undefined, at = NOW): RecordOf<'comment'> => {
  sequences += 1;
  const { site, article } = (after ?? before) as Comment;
  return {
    kind: 'comment',
    site,
    article,
    at,
    stream: 'one',
    record: String(sequences),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
};

test('counts what came in, per article and per queue, once however often it is delivered', async () => {
  const [one, two, three] = [
    aStored({ site: 'counts', id: anId(1) }),
    aStored({ site: 'counts', id: anId(2) }),
    aStored({ site: 'counts', id: anId(3), article: 'autre' }),
  ];
  const approved: Comment = { ...two, status: 'approved', version: 2 };
  const changes = [
    changed(undefined, one),
    changed(undefined, two),
    changed(undefined, three),
    changed(two, approved),
  ];
  const deliveries = [changes.slice(0, 2), changes, changes.slice(1), changes.toReversed()];
  for (const delivery of deliveries) expect(await count.follow(fixture, delivery)).toEqual([]);
  expect((await fixture.store.readArticle('counts', one.article))?.approved).toBe(1);
  expect((await fixture.store.listQueues('counts')).queues.pending.count).toBe(2);
});

test('two consumers at once count no change twice', async () => {
  const changes = Array.from({ length: 90 }, (_, n) =>
    changed(undefined, aStored({ site: 'race', id: anId(n) })),
  );
  await Promise.all([count.follow(fixture, changes), count.follow(fixture, changes)]);
  await count.follow(fixture, changes);
  expect((await fixture.store.listQueues('race')).queues.pending.count).toBe(90);
});

test('keeps what an approved comment says of its article, and an author’s record', async () => {
  const comment = aStored({
    site: 'news',
    authorKey: '1:author',
    articleTitle: 'La gare',
    articleLink: 'https://www.example.fr/gare',
  });
  const approved: Comment = { ...comment, status: 'approved', version: 2, decision: 'batch', seen: true };
  await count.follow(fixture, [changed(undefined, comment), changed(comment, approved)]);
  expect(await fixture.store.readArticle('news', comment.article)).toMatchObject({
    title: 'La gare',
    link: 'https://www.example.fr/gare',
  });
  const { author } = await fixture.store.lookUp({
    site: aSite({ id: 'news' }),
    article: comment.article,
    authorKey: '1:author',
    networkKey: '1:n',
    id: anId(99),
    content: Uint8Array.of(1, 2, 3, 4),
    fingerprint: 'print',
    sameWithinMs: 0,
    now: NOW,
  });
  expect(author).toEqual({ approved: 1, refused: 0, spam: 0, lookedAt: NOW, distrustedAt: 0 });
});

test.each([
  ['an older decision that is counted late', [5, 3], 5],
  ['a later decision', [3, 5], 5],
  ['a look of a time that had not come', [400 * 24, 3], 3],
])('an author was looked at when a moderator last did, also after %s', async (name, hours, expected) => {
  const authorKey = `1:${name}`;
  for (const [n, after] of hours.entries()) {
    const at = NOW - 10 * HOUR_MS + after * HOUR_MS;
    const comment = aStored({
      site: 'looks',
      id: anId(n),
      article: name,
      authorKey,
      since: NOW - 10 * HOUR_MS,
    });
    const approved: Comment = {
      ...comment,
      status: 'approved',
      version: 2,
      decision: 'b',
      seen: true,
      since: at,
    };
    expect(await count.follow(fixture, [changed(undefined, comment)])).toEqual([]);
    expect(await count.follow(fixture, [changed(comment, approved)])).toEqual([]);
  }
  const item = await fixture.client.send(
    new GetItemCommand({ TableName: fixture.tableName, Key: toItem(keyOfAuthor(authorKey)) }),
  );
  expect(item.Item).toMatchObject({
    approved: { N: '2' },
    lookedAt: { N: String(NOW - 10 * HOUR_MS + expected * HOUR_MS) },
  });
});

test('an author lost their trust when a moderator last said so, in whatever order it is written', async () => {
  for (const at of [NOW, NOW - HOUR_MS]) await fixture.store.distrust('1:spammer', at);
  const item = await fixture.client.send(
    new GetItemCommand({ TableName: fixture.tableName, Key: toItem(keyOfAuthor('1:spammer')) }),
  );
  expect(item.Item?.distrustedAt).toEqual({ N: String(NOW) });
});

test('reconciling finds no drift after the stream, finds and repairs one made by hand, and says so', async () => {
  const site = aSite({ id: 'drift' });
  await fixture.store.saveSite(site, 0);
  const comment = aStored({ site: 'drift', since: NOW - DAY_MS });
  await fixture.store.add(comment);
  await count.follow(fixture, [changed(undefined, comment)]);
  const only = {
    store: { ...fixture.store, listSites: async () => [site] },
    learnMissed: async () => 0,
    sealMissed: async () => 0,
    settleMissed: async () => 0,
  };
  expect(await reconcileCounts(only, run)).toMatchObject({ articles: 1, drift: 0, repaired: 0 });

  const keys = [articleKey('drift', comment.article), queueCountsKey('drift')];
  for (const { pk, sk } of keys)
    await fixture.client.send(
      new UpdateItemCommand({
        TableName: fixture.tableName,
        Key: { pk: { S: pk }, sk: { S: sk } },
        UpdateExpression: 'ADD pending :three, approved :one',
        ExpressionAttributeValues: { ':three': { N: '3' }, ':one': { N: '1' } },
      }),
    );
  expect(await reconcileCounts(only, { ...run, dryRun: true })).toMatchObject({ drift: 4, repaired: 0 });
  // The article's, and then those of the site that were as wrong.
  expect(await reconcileCounts(only, run)).toMatchObject({ drift: 7, repaired: 2 });
  expect(await reconcileCounts(only, run)).toMatchObject({ drift: 0 });
  expect((await fixture.store.listQueues('drift')).queues.pending.count).toBe(1);
});

test('a purge removes what is due and nothing else, whatever there is and wherever it stops', async () => {
  let sites = 0;
  const aComment = fc.record({
    status: fc.constantFrom<Status>(...statuses),
    age: fc.integer({ min: 0, max: 90 }),
    due: fc.integer({ min: -30, max: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(aComment, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 6 }),
      async (kinds, steps) => {
        sites += 1;
        const site = aSite({ id: `purge-${sites}` });
        const comments: readonly Comment[] = kinds.map(({ status, age, due }, n) => {
          const since = NOW - age * DAY_MS;
          const { expiresAt: _, ...comment } = aStored({ site: site.id, id: anId(n, since), status, since });
          return status === 'approved' ? comment : { ...comment, expiresAt: NOW + due * DAY_MS };
        });
        for (const comment of comments) await fixture.store.add(comment);
        const only = { store: { ...fixture.store, listSites: async () => [site] } };

        const promised = await purgeExpired(only, { ...run, dryRun: true });
        expect((await left(comments)).length).toBe(comments.length);
        let time = steps;
        const halfway = await purgeExpired(only, { ...run, hasTime: () => time-- > 0 });
        const rest = await purgeExpired(only, run);
        const again = await purgeExpired(only, run);

        expect(halfway.removed + rest.removed).toBe(promised.removed);
        expect(again.removed).toBe(0);
        const kept = await left(comments);
        const mustStay = comments.filter(({ status, expiresAt, since }) => {
          const days = { spam: 15, rejected: 30, pending: 30, approved: Infinity, withdrawn: Infinity }[
            status
          ];
          return expiresAt === undefined || expiresAt > NOW || since >= NOW - days * DAY_MS;
        });
        expect(kept).toEqual(mustStay.map(({ id }) => id));
      },
    ),
    { numRuns: 15, seed: 5 },
  );
});

const left = async (comments: readonly Comment[]) => {
  const found = await Promise.all(comments.map((comment) => fixture.store.find(comment)));
  return found.flatMap((comment) => (comment ? [comment.id] : []));
};

test('forgets networks after their days, keeps the comments, and the younger ones’ networks', async () => {
  const site = aSite({ id: 'networks' });
  const [old, young] = [
    aStored({ site: 'networks', id: anId(1, NOW), status: 'approved' }),
    aStored({
      site: 'networks',
      id: anId(2, NOW + 40 * DAY_MS),
      status: 'approved',
      since: NOW + 40 * DAY_MS,
    }),
  ];
  for (const comment of [old, young]) {
    await fixture.store.add(comment);
    await count.follow(fixture, [changed(undefined, comment, comment.since)]);
  }
  const only = { store: { ...fixture.store, listSites: async () => [site] } };
  expect(await forgetNetworks(only, { ...LATER, dryRun: true })).toMatchObject({ forgotten: 1 });
  expect(await forgetNetworks(only, { ...LATER, hasTime: () => false })).toMatchObject({
    forgotten: 0,
    finished: false,
  });
  expect(await forgetNetworks(only, LATER)).toMatchObject({ forgotten: 1, finished: true });
  expect(await forgetNetworks(only, LATER)).toMatchObject({ forgotten: 0 });
  expect((await fixture.store.find(old))?.networkKey).toBeUndefined();
  expect((await fixture.store.find(young))?.networkKey).toBeDefined();
});

test('years in which nothing happened cost each job some hundred reads at most, and one note of how far it came', async () => {
  const site = aSite({ id: 'still' });
  const only = {
    store: { ...fixture.store, listSites: async () => [site] },
    learnMissed: async () => 0,
    sealMissed: async () => 0,
    settleMissed: async () => 0,
  };
  const since = NOW - 100 * DAY_MS;
  await fixture.store.add(
    aStored({ site: 'still', id: anId(1, since), status: 'approved', createdAt: since, since }),
  );
  await fixture.store.saveCheckpoint('forget-networks', 'still', '1970-01-01');

  fixture.consumed();
  expect(await forgetNetworks(only, run)).toMatchObject({ forgotten: 1, finished: true });
  const forgetting = fixture.consumed().commands;
  expect(forgetting.filter((name) => name === 'QueryCommand').length).toBeLessThanOrEqual(400);
  // The network, the checkpoint after its day, and the one at the end.
  expect(forgetting.filter((name) => /Put|Update/.test(name))).toHaveLength(3);
  expect(await forgetNetworks(only, run)).toMatchObject({ days: 0, forgotten: 0 });
  expect(fixture.consumed().commands).toEqual(['GetItemCommand']);

  expect(await reconcileCounts(only, { ...run, since: '1970-01-01' })).toMatchObject({ articles: 1 });
  expect(fixture.consumed().commands.length).toBeLessThan(820);
});

test('empty days are read many at a time', async () => {
  let [under, most] = [0, 0];
  const listTouched = async () => {
    under += 1;
    most = Math.max(most, under);
    await Promise.resolve();
    under -= 1;
    return { items: [] };
  };
  const store = { ...fixture.store, listTouched, listSites: async () => [aSite({ id: 'still' })] };
  await reconcileCounts(
    { store, learnMissed: async () => 0, sealMissed: async () => 0, settleMissed: async () => 0 },
    { ...run, since: '2025-06-01' },
  );
  expect(most).toBeGreaterThanOrEqual(20);
});

test('a tally of any changes and of their reverse is nothing', () => {
  // Nothing leaves `withdrawn`, so there is no reverse of that.
  const reversible = statuses.filter((status) => status !== 'withdrawn');
  const aChange = fc.record({
    before: fc.constantFrom<Status>(...reversible),
    after: fc.constantFrom<Status>(...reversible),
  });
  fc.assert(
    fc.property(fc.array(aChange), (moves) => {
      const there = moves.map(({ before, after }) => ({
        authorKey: '1:author',
        before: countedOf(aStored({ status: before })),
        after: countedOf(aStored({ status: after })),
      }));
      const back = there.map((move) => ({ ...move, before: move.after, after: move.before }));
      const { counts, authors } = tally([...there, ...back]);
      expect(Object.values(counts).every((count) => count === 0)).toBe(true);
      expect(authors.size).toBe(0);
    }),
  );
});

test('a comment is found on its day although no stream tells of it, is counted with its trail, and its author with it', async () => {
  const site = aSite({ id: 'perdu' });
  const comment = aStored({ site: 'perdu', id: anId(1, NOW - DAY_MS), since: NOW - DAY_MS, status: 'spam' });
  await fixture.store.add(comment);
  const only = {
    store: { ...fixture.store, listSites: async () => [site] },
    learnMissed: async () => 0,
    sealMissed: async () => 0,
    settleMissed: async () => 0,
  };
  expect(await reconcileCounts(only, { ...run, dryRun: true })).toMatchObject({ drift: 1, missed: 1 });
  expect(await reconcileCounts(only, run)).toMatchObject({ drift: 1, missed: 1, repaired: 1 });
  expect(await reconcileCounts(only, run)).toMatchObject({ drift: 0, missed: 0, repaired: 0 });
  expect((await fixture.store.listQueues('perdu')).queues.spam.count).toBe(1);
  // The stream is late, and tells of it after all.
  expect(await count.follow(fixture, [changed(undefined, comment)])).toEqual([]);
  expect((await fixture.store.listQueues('perdu')).queues.spam.count).toBe(1);
});

test('what its author takes back leaves its queue or its page, and stays approved or refused in the record', () => {
  for (const status of statuses) {
    const before = countedOf(aStored({ status, seen: true }));
    const after = countedOf(aStored({ status: 'withdrawn', version: 2 }));
    const step = { authorKey: '1:author', before, after, lookedAt: 5 };
    expect(tally([step]).authors.size).toBe(0);
    expect(Object.values(tally([step]).counts).reduce((sum, count) => sum + count, 0)).toBe(
      before.place ? -1 : 0,
    );
  }
});

test('nothing is removed before its time, to the millisecond', async () => {
  const due = aStored({ site: 'seconde', id: anId(1), expiresAt: NOW + 500 });
  await fixture.store.add(due);
  expect(await fixture.store.removeDue(due, NOW + 400)).toBe(false);
  expect(await fixture.store.removeDue(due, NOW + 1_000)).toBe(true);
});
