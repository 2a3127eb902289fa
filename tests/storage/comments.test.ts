import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { pageStandings } from '../../src/comment/author-page.ts';
import { decide } from '../../src/moderation/decision.ts';
import { replyAsStaff } from '../../src/moderation/staff-reply.ts';
import { anId, aSite, aStored, aVerdict, NOW, withStore } from './with-store.ts';

const fixture = withStore();
const context = { site: aSite(), by: 'claire', now: NOW + 1000, batch: anId(9_000) as string };

test('reads back what was kept, to the last field', async () => {
  const comment = aStored({
    id: anId(1),
    url: 'https://camille.example.fr/',
    parent: anId(2),
    root: anId(2),
    articleTitle: 'Gare',
  });
  await fixture.store.add(comment);
  expect(await fixture.store.find(comment)).toEqual(comment);
});

test('keeps a comment once, and answers the second time with the first', async () => {
  const first = aStored({ id: anId(3), text: 'Premier' });
  await fixture.store.add(first);
  expect(await fixture.store.add({ ...first, text: 'Second' })).toEqual({ comment: first, added: false });
});

test.each(['pending', 'spam', 'approved'] as const)(
  'adds a comment that is %s, and its day, for 4 write units',
  async (status) => {
    fixture.consumed();
    await fixture.store.add(aStored({ id: anId(10 + status.length), status }));
    expect(fixture.consumed()).toMatchObject({
      ...{ writes: 4, reads: 0 },
      commands: ['PutItemCommand', 'PutItemCommand'],
    });
  },
);

test('adds blatant spam without touching the view', async () => {
  const verdict = aVerdict('spam');
  const blatant = {
    ...verdict,
    findings: verdict.findings.map((finding) => ({ ...finding, outcome: 'spam' as const, score: 1 })),
  };
  fixture.consumed();
  await fixture.store.add(aStored({ id: anId(20), status: 'spam', verdict: blatant }));
  expect(fixture.consumed().writes).toBeLessThanOrEqual(4);
  const { items } = await fixture.store.listQueue({
    site: 'demo',
    queue: 'spam',
    order: 'newest',
    limit: 100,
  });
  expect(items.map(({ id }) => id)).not.toContain(anId(20));
});

test.each(['approve', 'reject', 'spam'] as const)(
  'decides %s with its audit event for at most 6 write units',
  async (decision) => {
    const comment = aStored({ id: anId(30 + decision.length) });
    await fixture.store.add(comment);
    const change = decide(comment, { decision }, context);
    fixture.consumed();
    await fixture.store.saveStatus(change);
    const { writes, commands } = fixture.consumed();
    expect(commands).toEqual(['TransactWriteItemsCommand']);
    // DynamoDB Local reports the capacity of transactions wrongly.
    if (!process.env.DYNAMODB_ENDPOINT) expect(writes).toBeLessThanOrEqual(6);
    expect(await fixture.store.find(comment)).toMatchObject({ status: change.comment.status, version: 2 });
  },
);

test('lets one of two moderators win', async () => {
  const comment = aStored({ id: anId(50) });
  await fixture.store.add(comment);
  const outcomes = await Promise.allSettled(
    ['claire', 'david'].map((by, at) =>
      fixture.store.saveStatus(
        decide(comment, { decision: at ? 'reject' : 'approve' }, { ...context, by, batch: anId(9_100 + at) }),
      ),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'changed-meanwhile' },
  });
});

test('recognises its own decision when it is sent again', async () => {
  const comment = aStored({ id: anId(60) });
  await fixture.store.add(comment);
  const change = decide(comment, { decision: 'approve' }, { ...context, batch: anId(9_200) });
  await fixture.store.saveStatus(change);
  // Another token, as after the ten minutes in which DynamoDB remembers one.
  const again = { ...change, event: { ...change.event, batch: anId(9_201) } };
  await expect(fixture.store.saveStatus(again)).resolves.toBeUndefined();
});

test('readers get a page only where nothing keeps it from them, whatever another version wrote; moderators get it always', async () => {
  const url = 'https://camille.example.fr/';
  const standings = [undefined, ...pageStandings];
  for (const [n, page] of standings.entries())
    await fixture.store.add(
      aStored({ article: 'pages', id: anId(n), status: 'approved', url, ...(page ? { page } : {}) }),
    );
  await fixture.store.add(aStored({ article: 'pages', id: anId(9), status: 'approved', url, page: 'early' }));
  await fixture.send(
    new UpdateItemCommand({
      TableName: fixture.tableName,
      Key: { pk: { S: 'demo#pages' }, sk: { S: `C#${anId(9)}` } },
      UpdateExpression: 'SET shown.#page = :other',
      ExpressionAttributeNames: { '#page': 'page' },
      ExpressionAttributeValues: { ':other': { S: 'of-next-year' } },
    }),
  );
  const asked = { site: 'demo', article: 'pages', order: 'oldest', limit: 50 } as const;
  const shown = (await fixture.store.listShown(asked)).items;
  expect(shown.map((comment) => comment.url)).toEqual([url, undefined, url, undefined, undefined]);
  expect(shown.some((comment) => 'page' in comment)).toBe(false);
  const all = (await fixture.store.listOfArticle(asked)).items;
  expect(all.map((comment) => [comment.url, comment.page])).toEqual(
    [...standings, 'early'].map((page) => [url, page]),
  );
});

test('who decided on many comments is read in two round trips, each name once', async () => {
  const { store } = fixture;
  const decided = await Promise.all(
    [7_001, 7_002, 7_003].map(async (n) => {
      const { comment } = await store.add(aStored({ id: anId(n) }));
      const change = decide(comment, { decision: 'reject', version: 1 }, context);
      await store.saveStatus(change);
      return change.comment;
    }),
  );
  const none = aStored({ id: anId(7_004) });
  fixture.consumed();
  const found = await store.findChanges('demo', [...decided, none]);
  expect(found).toEqual([
    ...decided.map(() => ({ by: 'claire', at: context.now })),
    { by: undefined, at: none.since },
  ]);
  const { commands, reads } = fixture.consumed();
  expect(commands).toEqual(['BatchGetItemCommand', 'BatchGetItemCommand']);
  expect(reads).toBeLessThanOrEqual(2.5);
  expect(await store.findChanges('demo', [])).toEqual([]);
  expect(fixture.consumed().commands).toEqual([]);
});

test('a batch’s second change of a comment, and a reply that is tried anew with other contents, are requests of their own', async () => {
  const { store } = fixture;
  const { comment } = await store.add(aStored({ id: anId(7_101) }));
  const approved = decide(comment, { decision: 'approve', version: 1 }, context);
  await store.saveStatus(approved);
  await store.saveStatus(decide(approved.comment, { decision: 'reject', version: 2 }, context));
  expect(await store.find(comment)).toMatchObject({ status: 'rejected', version: 3 });

  const { comment: published } = await store.add(aStored({ id: anId(7_103), status: 'approved' }));
  const reply = replyAsStaff(
    published,
    {
      ...{ id: anId(7_102), text: 'Merci.', author: 'Claire', authorKey: 'aAAAA' },
      ...{ fingerprint: 'f', language: comment.language },
    },
    context,
  );
  await store.saveReply(reply, { approval: undefined, latest: undefined });
  await store.saveReply(reply, { approval: undefined, latest: reply.comment.id });
  expect(await store.findReplied('demo', 'f')).toBe(reply.comment.id);
});
