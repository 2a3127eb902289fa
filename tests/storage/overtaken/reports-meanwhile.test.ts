import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Comment } from '../../../src/comment/comment.ts';
import { AUTHOR, withdraw } from '../../../src/moderation/author/own-changes.ts';
import { decide, type Undoable, undo } from '../../../src/moderation/decision.ts';
import { withReport } from '../../../src/moderation/report.ts';
import type { DecisionContext, StatusChange } from '../../../src/moderation/status-change.ts';
import type { RecordOf } from '../../../src/stream/consumer.ts';
import { settleMissed } from '../../../src/stream/settle-missed.ts';
import { settleReports } from '../../../src/stream/settle-reports.ts';
import { anId, aSite, aStored, NOW, withStore } from '../with-store.ts';

const fixture = withStore();

const published = async (site: string): Promise<Comment> => {
  const comment = aStored({ site, id: anId(1), status: 'approved', article: 'signalé' });
  await fixture.store.add(comment);
  return comment;
};
const report = async (comment: Comment, reporter: string, at: number, known = comment) => {
  const { tally: before } = await fixture.store.readForReport(comment, [reporter]);
  const one = { ...comment, reporter, reason: 'spam', weight: 1, at } as const;
  const change = {
    report: one,
    names: [reporter],
    isProven: false,
    before,
    after: withReport(before, one, 1),
  };
  return fixture.store.saveReport({ ...change, comment: known, expiresAt: NOW });
};
const save = async (before: Comment, change: StatusChange) => {
  await fixture.store.saveStatus(change);
  const { page: _, decision: __, expiresAt: ___, ...lasting } = before;
  const after: Comment = { ...lasting, ...change.comment };
  const place = { site: before.site, article: before.article };
  return { kind: 'comment', ...place, before, after, at: NOW, stream: '', record: '1' } as const;
};
const at = (now: number, by = 'claire'): DecisionContext => ({
  ...{ site: aSite(), by, now: NOW + now, batch: randomUUID() },
});
const tell = async (...changes: readonly RecordOf<'comment'>[]) =>
  expect(await settleReports.follow({ store: fixture.store }, changes)).toEqual([]);
const stateOf = async (comment: Comment) => {
  const { tally } = await fixture.store.readForReport(comment, ['1:nobody']);
  const { queues } = await fixture.store.listQueues(comment.site);
  const [first, second] = await Promise.all(
    ['1:first', '1:second'].map(
      async (name) => (await fixture.store.readForReport(comment, [name])).accuracy,
    ),
  );
  return { weight: tally?.weight, listed: queues.reported.count, first, second };
};
const undoing = ({ after }: { readonly after: Comment }, before: Undoable['before'], seen = false) =>
  undo(after, { version: after.version, before, seen }, at(200));

test.each([
  ['rejected', (comment: Comment) => decide(comment, { decision: 'reject' }, at(100)), { agreed: 1 }],
  ['filed as spam', (comment: Comment) => decide(comment, { decision: 'spam' }, at(100)), { agreed: 1 }],
  ['taken back', (comment: Comment) => withdraw(comment, at(100, AUTHOR)), { agreed: 0 }],
])(
  'a comment that is %s by a request that began before its report leaves the queue',
  async (how, change, found) => {
    const comment = await published(`plus-tôt-${how}`);
    expect(await report(comment, '1:first', NOW + 150)).toBe('saved');
    const told = await save(comment, change(comment));
    await tell(told);
    expect(await stateOf(comment)).toMatchObject({ weight: undefined, listed: 0, first: found });
    await tell(told);
    expect(await stateOf(comment)).toMatchObject({ weight: undefined, listed: 0, first: found });
  },
);

test('a report that came after an approval waits on, though the stream is late to tell of that', async () => {
  const comment = await published('en-retard');
  await report(comment, '1:first', NOW);
  const told = await save(comment, decide(comment, { decision: 'approve' }, at(100)));
  expect(await report(told.after, '1:second', NOW + 150)).toBe('saved');
  await tell(told);
  const waiting = { weight: 1, listed: 1, first: { refused: 1 }, second: { refused: 0 } };
  expect(await stateOf(comment)).toMatchObject(waiting);
  await tell(told);
  expect(await stateOf(comment)).toMatchObject(waiting);
  const again = decide(told.after, { decision: 'approve' }, at(300), undefined, true);
  await tell(await save(told.after, again));
  expect(await stateOf(comment)).toMatchObject({ weight: undefined, listed: 0, second: { refused: 1 } });
});

test('undoing brings earlier reports back, though another came before the stream told of it', async () => {
  const comment = await published('défait');
  await report(comment, '1:first', NOW);
  const rejected = await save(comment, decide(comment, { decision: 'reject' }, at(100)));
  await tell(rejected);
  const undone = await save(rejected.after, undoing(rejected, 'approved'));
  expect(await report(undone.after, '1:second', NOW + 250)).toBe('saved');
  for (let times = 0; times < 2; times += 1) {
    await tell(undone);
    expect(await stateOf(comment)).toMatchObject({ weight: 2, listed: 1, first: { agreed: 0 } });
  }
  await tell(rejected, undone);
  expect(await stateOf(comment)).toMatchObject({ weight: 2, listed: 1, first: { agreed: 0 } });
});

test('a report that came after an undone decision is not answered by that, however late the stream is', async () => {
  const comment = await published('défait-plus-tôt');
  await report(comment, '1:first', NOW);
  const rejected = await save(comment, decide(comment, { decision: 'reject' }, at(100)));
  const undone = await save(rejected.after, undoing(rejected, 'approved'));
  await report(undone.after, '1:second', NOW + 250);
  await tell(rejected);
  expect(await stateOf(comment)).toMatchObject({ weight: 1, first: { agreed: 1 }, second: { agreed: 0 } });
  await tell(undone);
  expect(await stateOf(comment)).toMatchObject({ weight: 2, listed: 1, first: { agreed: 0 } });
});

test('what the nightly recount finds is settled by how the comment stands', async () => {
  const comment = await published('la-nuit');
  await report(comment, '1:first', NOW + 150);
  await save(comment, decide(comment, { decision: 'reject' }, at(100)));
  expect(await settleMissed({ store: fixture.store }, comment, { dryRun: false })).toBe(1);
  expect(await stateOf(comment)).toMatchObject({ weight: undefined, listed: 0 });
});

test('what is decided, and reported, while the recount looks is left to the stream', async () => {
  const comment = await published('la-nuit-aussi');
  await report(comment, '1:first', NOW);
  const run = { dryRun: false, before: NOW + 50 };
  const told = await save(comment, decide(comment, { decision: 'reject' }, at(100)));
  expect(await settleMissed({ store: fixture.store }, comment, run)).toBe(0);
  expect(await stateOf(comment)).toMatchObject({ weight: 1 });
  await tell(told);

  const [waits, comes] = [2, 3].map((n) => aStored({ ...comment, id: anId(n), root: anId(n) })) as [
    Comment,
    Comment,
  ];
  for (const one of [waits, comes]) await fixture.store.add(one);
  await report(waits, '1:first', NOW + 1);
  const listOpenMatters: typeof fixture.store.listOpenMatters = async (...place) => {
    const open = await fixture.store.listOpenMatters(...place);
    await report(comes, '1:second', NOW + 150);
    return open;
  };
  const store = { ...fixture.store, listOpenMatters };
  expect(await settleMissed({ store }, comment, { dryRun: false })).toBe(0);
});

test('a report shows the queue no words that were changed meanwhile', async () => {
  const comment = await published('corrigé');
  const { after } = await save(comment, decide(comment, { decision: 'approve' }, at(100)));
  expect(await report(after, '1:first', NOW + 150, comment)).toBe('changed');
  expect(await report(after, '1:first', NOW + 150)).toBe('saved');
});
