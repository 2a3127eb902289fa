import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { CommentId } from '../../src/comment/comment.ts';
import { changeStatus } from '../../src/moderation/status-change.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { commentKey } from '../../src/storage/dynamodb/keys.ts';
import { readAll } from '../../src/storage/dynamodb/lists/pages.ts';
import { openTable } from '../../src/storage/dynamodb/table.ts';
import { decideComments } from '../../src/use-cases/decide-comments.ts';
import { undoDecisions } from '../../src/use-cases/undo-decisions.ts';
import { anId, aSite, aStored, aVerdict, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const site = aSite();
let batches = 0;
const contextOf = (by: string) => {
  batches += 1;
  return { site, by, now: NOW + batches, batch: anId(20_000 + batches) as string };
};
const fill = async (article: string, count: number) => {
  const ids = Array.from({ length: count }, (_, n) => anId(n, NOW + n) as CommentId);
  for (const id of ids) await fixture.store.add(aStored({ article, id, verdict: aVerdict('hold', 20) }));
  return ids;
};
const eventsOf = (article: string) =>
  readAll(
    openTable(fixture.tableName, fixture.send, () => undefined),
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
      ExpressionAttributeValues: toItem({ ':pk': `demo#${article}`, ':events': 'E#' }),
    },
  );
const inHundreds = async (
  article: string,
  ids: readonly CommentId[],
  by: string,
  decision: 'approve' | 'reject',
) => {
  const done = [];
  for (let at = 0; at < ids.length; at += 100) {
    const asked = ids.slice(at, at + 100).map((comment) => ({ article, comment, version: 1, decision }));
    done.push(...(await decideComments(fixture, asked, contextOf(by))));
  }
  return done;
};

test('two moderators decide the same 200 comments at once: each has one winner and one event, and counts equal a recount', async () => {
  const ids = await fill('deux-cents', 200);
  const [ofClaire, ofDavid] = await Promise.all([
    inHundreds('deux-cents', ids, 'claire', 'approve'),
    inHundreds('deux-cents', ids.toReversed(), 'david', 'reject'),
  ]);
  const won = [...ofClaire, ...ofDavid].filter((one) => 'after' in one);
  expect(won).toHaveLength(200);
  expect(new Set(won.map(({ ref }) => ref.id)).size).toBe(200);
  for (const one of [...ofClaire, ...ofDavid])
    if ('refusal' in one)
      expect(one.refusal).toMatchObject({
        code: 'changed-meanwhile',
        current: { version: 2, by: expect.any(String) },
      });
  expect(await eventsOf('deux-cents')).toHaveLength(200);
  const { counted, missed } = await fixture.store.recount('demo', 'deux-cents');
  expect(
    await fixture.store.repair('demo', 'deux-cents', await fixture.store.recount('demo', 'deux-cents')),
  ).toBe(true);
  expect(missed).toHaveLength(200);
  const { stored } = await fixture.store.recount('demo', 'deux-cents');
  expect(stored).toEqual(counted);
  expect(counted.approved).toBe(ofClaire.filter((one) => 'after' in one).length);
});

test('a hundred decisions in one request cost at most 6 write units each with their events', async () => {
  for (const decision of ['approve', 'reject'] as const) {
    const ids = await fill(`cent-${decision}`, 100);
    fixture.consumed();
    await inHundreds(`cent-${decision}`, ids, 'claire', decision);
    const { writes } = fixture.consumed();
    // A rejection also takes the author's trust away: one unit more for each author, who is one here.
    expect(writes).toBeLessThanOrEqual(601);
  }
});

test('undoing a hundred decisions revives nothing that was withdrawn, erased or decided anew meanwhile', async () => {
  const ids = await fill('repris', 100);
  const decided = await inHundreds('repris', ids, 'claire', 'reject');
  const [withdrawn, erased, anew] = ids as [CommentId, CommentId, CommentId];
  const comment = await fixture.store.find({ site: 'demo', article: 'repris', id: withdrawn });
  if (!comment) throw new Error('The comment is not there.');
  const taken = { status: 'withdrawn', seen: false, page: undefined } as const;
  await fixture.store.saveStatus(changeStatus(comment, taken, contextOf('author'), { action: 'remove' }));
  const key = toItem(commentKey('demo', 'repris', erased));
  await fixture.send(new DeleteItemCommand({ TableName: fixture.tableName, Key: key }));
  await decideComments(
    fixture,
    [{ article: 'repris', comment: anew, version: 2, decision: 'spam' }],
    contextOf('david'),
  );

  const steps = decided.flatMap((one) =>
    'after' in one
      ? [{ article: 'repris', id: one.ref.id, version: one.after.version, before: one.before.status }]
      : [],
  );
  const undone = await undoDecisions(fixture, steps, contextOf('claire'));
  expect(undone.slice(0, 3).map((one) => ('refusal' in one ? one.refusal.code : one.after.status))).toEqual([
    'changed-meanwhile',
    'comment-not-found',
    'changed-meanwhile',
  ]);
  expect(undone.slice(3).every((one) => 'after' in one && one.after.status === 'pending')).toBe(true);
  const now = await Promise.all(
    [withdrawn, erased, anew].map((id) => fixture.store.find({ site: 'demo', article: 'repris', id })),
  );
  expect(now.map((one) => one?.status)).toEqual(['withdrawn', undefined, 'spam']);
});

test('a thread of more replies than one request removes goes in several, the comment itself last, each with its own undo', async () => {
  const article = 'long-fil';
  const root = anId(0, NOW) as CommentId;
  await fixture.store.add(aStored({ article, id: root, status: 'approved' }));
  for (let n = 1; n <= 120; n += 1)
    await fixture.store.add(
      aStored({ article, id: anId(n, NOW + n), root, parent: root, status: 'approved' }),
    );
  const remove = async () => {
    const asked = { article, comment: root, version: 1, decision: 'reject', thread: true } as const;
    const [done] = await decideComments(fixture, [asked], contextOf('claire'));
    if (!done || 'refusal' in done) throw new Error('It was refused.');
    return [done.after.status, done.along?.length, done.left];
  };
  expect(await remove()).toEqual(['approved', 99, 21]);
  expect(await remove()).toEqual(['rejected', 21, 0]);
  const question = { site: 'demo', article, order: 'oldest', limit: 50 } as const;
  expect((await fixture.store.listShown(question)).items).toEqual([]);
});
