import { BatchGetItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { Comment } from '../../src/comment/comment.ts';
import { DAY_MS } from '../../src/comment/time.ts';
import { decide } from '../../src/moderation/decision.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { articleKey, authorKey } from '../../src/storage/dynamodb/keys.ts';
import type { RecordOf } from '../../src/stream/consumer.ts';
import { count } from '../../src/stream/count.ts';
import { forgetNetworks } from '../../src/use-cases/forget-networks.ts';
import { anId, aSite, aStored, NOW, openStore, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const MIDNIGHT = Date.UTC(2026, 2, 10);

let sequences = 0;
const changed = (
  before: Comment | undefined,
  after: Comment,
  at: number,
  stream = 'one',
): RecordOf<'comment'> => {
  sequences += 1;
  const { site, article } = after;
  const record = String(sequences);
  return {
    kind: 'comment',
    site,
    article,
    at,
    stream,
    record,
    after,
    ...(before ? { before } : {}),
  };
};

test('a comment that came in just before midnight, and reached the stream just after, is found on its own day', async () => {
  const site = aSite({ id: 'minuit' });
  const id = anId(1, MIDNIGHT - 1);
  const comment = aStored({
    site: 'minuit',
    id,
    createdAt: MIDNIGHT - 1,
    since: MIDNIGHT - 1,
    status: 'approved',
  });
  await fixture.store.add(comment);
  await count.follow(fixture, [changed(undefined, comment, MIDNIGHT + 1)]);

  const only = { store: { ...fixture.store, listSites: async () => [site] } };
  const run = { now: MIDNIGHT + 35 * DAY_MS, dryRun: false, hasTime: () => true };
  expect(await forgetNetworks(only, run)).toMatchObject({ forgotten: 1, finished: true });
  expect((await fixture.store.find(comment))?.networkKey).toBeUndefined();
});

test('an article changed long after its comments came in is listed on the day it changed', async () => {
  const comment = aStored({ site: 'tard', id: anId(2, MIDNIGHT), createdAt: MIDNIGHT, since: MIDNIGHT });
  const later = MIDNIGHT + 5 * DAY_MS;
  await count.follow(fixture, [changed(undefined, comment, MIDNIGHT)]);
  await count.follow(fixture, [changed(comment, { ...comment, status: 'approved', version: 2 }, later)]);
  const days = ['2026-03-09', '2026-03-10', '2026-03-14', '2026-03-15', '2026-03-16'];
  const listed = await Promise.all(
    days.map(async (day) => (await fixture.store.listTouched('tard', day)).items.length),
  );
  expect(listed).toEqual([0, 1, 0, 1, 0]);
});

/** A comment that says what its article is called and where it is. */
const saying = (site: string, n: number, title: string, stated: Partial<Comment> = {}) =>
  aStored({ site, id: anId(n), articleTitle: title, articleLink: `https://www.example.fr/${n}`, ...stated });
const byModerator = { status: 'approved', decision: 'batch', seen: true } as const;

test('what the first comment that a moderator approved says of its article stays, whatever later ones say', async () => {
  const [one, other] = [
    saying('titre', 3, 'Premier', byModerator),
    saying('titre', 4, 'Second', byModerator),
  ];
  await count.follow(fixture, [changed(undefined, one, MIDNIGHT)]);
  await count.follow(fixture, [changed(undefined, other, MIDNIGHT)]);
  expect(await fixture.store.readArticle('titre', one.article)).toMatchObject({
    title: 'Premier',
    link: 'https://www.example.fr/3',
  });
});

test('a later comment of another origin says where its article stands, and an earlier one no more', async () => {
  const one = saying('ailleurs', 3, 'Premier', byModerator);
  const link = 'https://neuf.example/3';
  const other = saying('ailleurs', 4, 'Second', { ...byModerator, articleLink: link });
  for (const comment of [one, other]) await count.follow(fixture, [changed(undefined, comment, MIDNIGHT)]);
  await count.follow(fixture, [changed(one, { ...one, version: 2 }, MIDNIGHT + 1)]);
  expect(await fixture.store.readArticle('ailleurs', one.article)).toMatchObject({ title: 'Premier', link });
});

test('an article that moves twice in a moment stands where it was said last, though reads are late', async () => {
  const one = saying('déménagé', 3, 'Premier', byModerator);
  const link = 'https://neuf.example/3';
  const other = saying('déménagé', 4, 'Second', { ...byModerator, articleLink: link });
  const isLate = (command: unknown) => command instanceof GetItemCommand && !command.input.ConsistentRead;
  const send = async (command: never) => (isLate(command) ? {} : fixture.client.send(command));
  const { store } = openStore({ send } as typeof fixture.client, fixture.tableName);
  for (const comment of [one, other])
    expect(await count.follow({ store }, [changed(undefined, comment, MIDNIGHT)])).toEqual([]);
  expect(await fixture.store.readArticle('déménagé', one.article)).toMatchObject({ link });
});

test.each<[string, Partial<Comment>]>([
  ['waits', { status: 'pending' }],
  ['is spam', { status: 'spam' }],
  ['was published by itself', { status: 'approved' }],
  ['was rejected by a moderator', { status: 'rejected', decision: 'batch' }],
  ['waits again after an approval was undone', { status: 'pending', decision: 'undo' }],
])('what a comment that %s says of its article is shown to nobody', async (state, stated) => {
  const comment = saying(state.replaceAll(' ', '-'), 5, 'Unjudged', stated);
  await count.follow(fixture, [changed(undefined, comment, MIDNIGHT)]);
  const article = await fixture.store.readArticle(comment.site, comment.article);
  expect(article).not.toHaveProperty('title');
  expect(article).not.toHaveProperty('link');
});

test('changes of several articles are counted each by itself, in whatever order they come', async () => {
  const changes = Array.from({ length: 30 }, (_, n) =>
    changed(undefined, aStored({ site: 'melange', article: `a${n % 3}`, id: anId(n) }), MIDNIGHT),
  );
  const shuffled = changes.toSorted((a, b) => ((Number(a.record) * 7) % 30) - ((Number(b.record) * 7) % 30));
  expect(await count.follow(fixture, shuffled)).toEqual([]);
  expect((await fixture.store.listQueues('melange')).queues.pending.count).toBe(30);
});

const decided = (comment: Comment): Comment => ({
  ...comment,
  status: 'approved',
  version: comment.version + 1,
  seen: true,
  decision: 'batch',
});
/** What is stored of an article, its author and its queues. */
const storedOf = async ({ site, article, authorKey: author }: Comment) => {
  const [counts, record] =
    (
      await fixture.client.send(
        new BatchGetItemCommand({
          RequestItems: {
            [fixture.tableName]: {
              Keys: [articleKey(site, article), authorKey(author)].map((key) => toItem(key)),
            },
          },
        }),
      )
    ).Responses?.[fixture.tableName]?.toSorted((one) => (one.sk?.S === 'A' ? -1 : 1)) ?? [];
  return {
    approved: Number(counts?.approved?.N ?? 0),
    pending: Number(counts?.pending?.N ?? 0),
    trusted: Number(record?.approved?.N ?? 0),
    stream: counts?.stream?.S,
  };
};

test('comments of one article whose records overtake each other are all counted, each once', async () => {
  const comments = [1, 2, 3].map((n) =>
    aStored({ site: 'tessons', id: anId(n), authorKey: '1:tessons', createdAt: NOW }),
  );
  for (const comment of comments) await fixture.store.add(comment);
  const came = comments.map((comment) => changed(undefined, comment, NOW));
  const approved = comments.map((comment) => changed(comment, decided(comment), NOW));
  // One shard brings all of the last comment before the other brings the first one of an older one.
  for (const change of [came[2], approved[2], came[0], came[1], approved[1], approved[0], came[2], came[0]])
    expect(await count.follow(fixture, [change as RecordOf<'comment'>])).toEqual([]);
  expect(await storedOf(comments[0] as Comment)).toMatchObject({ approved: 3, pending: 0, trusted: 3 });
});

test('a change whose comment was never told of is counted with its trail, from what the article holds', async () => {
  const comment = aStored({ site: 'manque', id: anId(1), authorKey: '1:manque', createdAt: NOW });
  await fixture.store.add(comment);
  const twice = { ...decided(decided(comment)), status: 'rejected' } as const;
  const change = decide(
    comment,
    { decision: 'approve' },
    { site: aSite(), by: 'claire', now: NOW, batch: 'b1' },
  );
  await fixture.store.saveStatus({ ...change, event: { ...change.event, site: 'manque' } });
  expect(await count.follow(fixture, [changed(decided(comment), twice, NOW)])).toEqual([]);
  // The table does not hold the second decision yet that the stream tells of.
  expect(await storedOf(comment)).toMatchObject({ approved: 0, pending: 0, trusted: 0 });
  const { missed } = await fixture.store.recount('manque', comment.article);
  expect(missed).toEqual([]);
});

test('the first change of another stream has its article counted anew, and what was lost between them with it', async () => {
  const [known, lost, later] = [1, 2, 3].map((n) =>
    aStored({ site: 'ruban', id: anId(n), authorKey: '1:ruban', status: 'approved', createdAt: NOW }),
  ) as [Comment, Comment, Comment];
  for (const comment of [known, lost, later]) await fixture.store.add(comment);
  await count.follow(fixture, [changed(undefined, known, NOW)]);
  expect(await storedOf(known)).toEqual({ approved: 1, pending: 0, trusted: 0, stream: 'one' });

  const ofOther = changed(undefined, later, NOW, 'other');
  for (let delivered = 0; delivered < 2; delivered += 1)
    expect(await count.follow(fixture, [ofOther])).toEqual([]);
  expect(await storedOf(known)).toEqual({ approved: 3, pending: 0, trusted: 0, stream: 'other' });
});

test('counting a comment alone costs at most 7 write units, a decision alone 9, and nothing is read', async () => {
  const comment = aStored({ site: 'prix', id: anId(1), createdAt: NOW });
  await fixture.store.add(comment);
  fixture.consumed();
  await count.follow(fixture, [changed(undefined, comment, NOW)]);
  const came = fixture.consumed();
  await count.follow(fixture, [changed(comment, decided(comment), NOW)]);
  const approved = fixture.consumed();
  expect([came.commands, approved.commands]).toEqual([
    ['PutItemCommand', 'TransactWriteItemsCommand'],
    ['PutItemCommand', 'TransactWriteItemsCommand'],
  ]);
  // DynamoDB Local reports the capacity of transactions wrongly.
  if (process.env.DYNAMODB_ENDPOINT) return;
  expect([came.writes, approved.writes]).toEqual([7, 9]);
});

test('an author’s last words are those that a moderator decided on last, and go with the comment', async () => {
  const authorKey = '1:paroles';
  const [first, second] = [1, 2].map((n) =>
    aStored({ site: 'paroles', authorKey, id: anId(n, NOW + n), createdAt: NOW + n, text: `Mot ${n}.` }),
  ) as [Comment, Comment];
  const context = { site: aSite(), by: 'claire', now: NOW + 10, batch: 'lot' };
  const lastWords = async () => {
    const { authors } = await fixture.store.readSurroundings([first]);
    return authors.get(authorKey);
  };
  const decideOn = async (comment: Comment, decision: 'approve' | 'reject', now: number) => {
    const change = decide(comment, { decision }, { ...context, now });
    const after = { ...comment, ...change.comment };
    await count.follow(fixture, [changed(undefined, comment, NOW), changed(comment, after, now)]);
    return after;
  };
  await decideOn(first, 'approve', NOW + 10);
  expect(await lastWords()).toMatchObject({
    firstSeenAt: NOW + 1,
    last: { id: first.id, excerpt: 'Mot 1.', status: 'approved' },
  });
  const rejected = await decideOn(second, 'reject', NOW + 20);
  expect(await lastWords()).toMatchObject({
    ...{ firstSeenAt: NOW + 1, approved: 1, refused: 1 },
    last: { id: second.id, excerpt: 'Mot 2.', status: 'rejected' },
  });
  const { after: _, ...gone } = changed(rejected, rejected, NOW + 30 * DAY_MS);
  await count.follow(fixture, [gone]);
  expect(await lastWords()).not.toHaveProperty('last');
});
