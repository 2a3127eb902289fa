import { expect, test } from '@jest/globals';
import type { Comment, CommentId } from '../../src/comment/comment.ts';
import { queues } from '../../src/comment/queue.ts';
import type { QueueOrder } from '../../src/storage/queue-store.ts';
import { listQueue } from '../../src/use-cases/list-queue.ts';
import { anId, aStored, aVerdict, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const HOUR_MS = 3_600_000;
const pause = (comment: Comment) => fixture.store.add(comment);
const add = async (comments: readonly Comment[]) => {
  for (let at = 0; at < comments.length; at += 20) await Promise.all(comments.slice(at, at + 20).map(pause));
};
const finding = (check: string, score: number) => ({
  ...{ check, version: 1, outcome: 'hold' as const, score },
  ...{ traces: [{ field: 'text', term: 'x' }], ms: 0 },
});
const page = (site: string, more: object = {}) =>
  listQueue(fixture, { site, queue: 'pending', order: 'oldest' as QueueOrder, limit: 50, ...more });

test('an unfiltered page of 50 costs at most 3 read units, and half a one for each article, author and comment answered', async () => {
  const parent = anId(9_999, NOW - HOUR_MS) as CommentId;
  await add([
    aStored({ site: 'prix', article: 'a0', id: parent, status: 'approved' }),
    ...Array.from({ length: 120 }, (_, n) =>
      aStored({
        ...{
          site: 'prix',
          article: `a${n % 5}`,
          id: anId(n, NOW + n),
          authorKey: `1:${'k'.repeat(21)}${n % 10}`,
        },
        text: 'Je prends ce train tous les matins et il est en retard un jour sur deux, sans que personne ne dise rien. '.repeat(
          2,
        ),
        verdict: aVerdict('hold', 22),
        ...(n % 5 === 0 ? { parent, root: parent } : {}),
      }),
    ),
  ]);
  fixture.consumed();
  const { page: found } = await page('prix');
  expect(found.items).toHaveLength(50);
  expect([found.examined, found.isPartial]).toEqual([50, false]);
  const [articles, authors, answered] = [5, 10, 1];
  const { reads, commands } = fixture.consumed();
  expect(reads).toBeLessThanOrEqual(3 + (articles + authors + answered) / 2);
  expect(commands).toEqual(['QueryCommand', 'BatchGetItemCommand']);
});

test('what reads a verdict whole reads it as it was written, in the order of the checks', async () => {
  const verdict = aVerdict('hold', 20);
  await add([aStored({ site: 'entier', id: anId(1), verdict })]);
  const [row] = (await page('entier', { isWhole: true })).page.items;
  expect(row?.verdict).toEqual(verdict);
  const [short] = (await page('entier')).page.items;
  expect(short?.verdict).toEqual({
    outcome: 'hold',
    findings: verdict.findings.filter(({ outcome, traces }) => outcome !== 'approve' || traces.length > 0),
  });
});

test('the most urgent come first: what checks doubt before what waited a little longer, and each once over all pages', async () => {
  const waiting = (n: number, hours: number, score: number) =>
    aStored({
      ...{ site: 'presse', id: anId(n, NOW - hours * HOUR_MS), since: NOW - hours * HOUR_MS },
      verdict: { outcome: 'hold', findings: [finding('links', score)] },
    });
  const comments = [
    waiting(1, 1, 1),
    waiting(2, 5, 1),
    waiting(3, 3, 0.5),
    waiting(4, 14, 1),
    waiting(5, 3, 0.5),
  ];
  await add(comments);
  const urgent = { order: 'urgent' as const };
  const all = (await page('presse', urgent)).page;
  expect(all.items.map(({ id }) => id)).toEqual([3, 5, 4, 2, 1].map((n) => comments[n - 1]?.id));
  expect([all.examined, all.isPartial, all.next]).toEqual([5, false, undefined]);

  const seen: string[] = [];
  let from: string | undefined;
  do {
    const { items, next } = (await page('presse', { ...urgent, limit: 2, ...(from ? { from } : {}) })).page;
    seen.push(...items.map(({ id }) => id));
    from = next;
  } while (from !== undefined);
  expect(seen).toEqual(all.items.map(({ id }) => id));
});

test('urgency and filters read at most 1,000 rows for a page, say so, and go on behind them', async () => {
  const comments = Array.from({ length: 1_100 }, (_, n) =>
    aStored({
      site: 'file',
      id: anId(n, NOW + n),
      since: NOW + n,
      text: n === 1_050 ? 'Voici le mot.' : 'Rien.',
    }),
  );
  await add(comments);
  const first = (await page('file', { order: 'urgent', limit: 100 })).page;
  expect([first.items.length, first.examined, first.isPartial]).toEqual([100, 1_000, true]);
  const seen = new Set(first.items.map(({ id }) => id));
  for (let from = first.next; from !== undefined; ) {
    const { items, next } = (await page('file', { order: 'urgent', limit: 100, from })).page;
    for (const { id } of items) seen.add(id);
    from = next;
  }
  expect(seen.size).toBe(1_100);

  const matches = ({ text }: { text: string }) => text.includes('mot');
  const none = (await page('file', { matches })).page;
  expect([none.items, none.examined, none.isPartial]).toEqual([[], 1_000, true]);
  const rest = (await page('file', { matches, from: none.next })).page;
  expect([rest.items.map(({ id }) => id), rest.examined, rest.next]).toEqual([
    [comments[1_050]?.id],
    100,
    undefined,
  ]);
});

test('a row of an earlier release, without author and language, is read as far as it goes', async () => {
  const { PutItemCommand } = await import('@aws-sdk/client-dynamodb');
  const { commentToItem } = await import('../../src/storage/dynamodb/codecs/comment-item.ts');
  const { toItem } = await import('../../src/storage/dynamodb/attributes.ts');
  const { screened: _, ...item } = commentToItem(aStored({ site: 'ancien', id: anId(1) }));
  const queued = toItem({ verdict: ';flood;links!h,0.5,text=x;honeypot', record: '2/1' });
  await fixture.send(
    new PutItemCommand({ TableName: fixture.tableName, Item: { ...item, queued: { M: queued } } }),
  );
  const { page: found, around } = await page('ancien');
  expect(found.items).toMatchObject([{ authorRecord: { approved: 2, refused: 1 } }]);
  expect(found.items[0]).not.toHaveProperty('authorKey');
  expect(found.items[0]?.verdict.findings.map(({ check }) => check)).toEqual(['flood', 'links', 'honeypot']);
  expect(around.authors.size).toBe(0);
});

test.each([...queues, 'recent'] as const)(
  'nothing stands in %s in a span that is empty, or ends before it begins',
  async (queue) => {
    for (const order of ['oldest', 'newest', 'urgent'] as const)
      for (const span of [
        { after: NOW, before: NOW },
        { after: NOW, before: NOW - HOUR_MS },
      ]) {
        const { items, next } = (await page('prix', { queue, order, ...span })).page;
        expect([items, next]).toEqual([[], undefined]);
      }
  },
);
