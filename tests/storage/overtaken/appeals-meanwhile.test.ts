import { randomUUID } from 'node:crypto';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { Comment } from '../../../src/comment/comment.ts';
import { appealOf } from '../../../src/moderation/author/appeal.ts';
import { decide } from '../../../src/moderation/decision.ts';
import { editText } from '../../../src/moderation/edit.ts';
import { settleAppeals } from '../../../src/stream/settle-appeals.ts';
import { settleMissed } from '../../../src/stream/settle-missed.ts';
import { appealDecision } from '../../../src/use-cases/appeal-decision.ts';
import { anId, aSite, aStored, NOW, withStore } from '../with-store.ts';
import { overtakenIn } from './overtaken-in.ts';

const fixture = withStore();

const rejected = async (site: string): Promise<Comment> => {
  const comment = aStored({ site, id: anId(1), status: 'rejected', article: 'contesté', decision: 'first' });
  await fixture.store.add(comment);
  return comment;
};
const at = (now: number) => ({ site: aSite(), by: 'claire', now: NOW + now, batch: randomUUID() });
const place = ({ site, article }: Comment) =>
  ({ kind: 'comment', site, article, at: NOW, stream: '' }) as const;
const tell = async (before: Comment, after: Comment) =>
  expect(
    await settleAppeals.follow({ store: fixture.store }, [{ ...place(before), before, after, record: '1' }]),
  ).toEqual([]);
const approved = async (comment: Comment): Promise<Comment> => {
  const change = decide(comment, { decision: 'approve' }, at(100));
  await fixture.store.saveStatus(change);
  const { expiresAt: _, ...rest } = comment;
  return { ...rest, ...change.comment };
};
const appeal = (comment: Comment, known = comment) =>
  fixture.store.saveAppeal(appealOf(known, { at: NOW + 150 }), known);
const waiting = async (comment: Comment) =>
  (await fixture.store.listQueues(comment.site)).queues.appeals.count;
const waitingTexts = async ({ site }: Comment) => {
  const { items } = await fixture.store.listQueue({ site, queue: 'appeals', order: 'oldest', limit: 10 });
  return items.map(({ text }) => text);
};

test('a comment that is approved by a request that began before its appeal leaves the queue', async () => {
  const comment = await rejected('plus-tôt');
  expect(await appeal(comment)).toBe('saved');
  const after = await approved(comment);
  await tell(comment, after);
  expect(await waiting(comment)).toBe(0);
  expect(await fixture.store.findAppeal(comment)).toMatchObject({ answer: 'granted' });
});

test('the nightly recount settles it too', async () => {
  const comment = await rejected('la-nuit');
  await appeal(comment);
  await approved(comment);
  expect(await settleMissed({ store: fixture.store }, comment, { dryRun: false })).toBe(1);
  expect(await waiting(comment)).toBe(0);
});

test('an appeal against a later decision waits on, however late an approval before it is told', async () => {
  const comment = await rejected('plus-tard');
  const after = await approved(comment);
  const again = decide(after, { decision: 'reject' }, at(120));
  await fixture.store.saveStatus(again);
  expect(await appeal({ ...after, ...again.comment })).toBe('saved');
  await tell(comment, after);
  await tell(after, { ...after, ...again.comment });
  expect(await waiting(comment)).toBe(1);
});

test('moderators read an appealed comment as the newsroom edited it since', async () => {
  const comment = await rejected('corrigé');
  await appeal(comment);
  const edit = editText(comment, { text: 'Corrigé.', version: 1, digest: () => '' }, at(200));
  await fixture.store.saveEdit(edit);
  await tell(comment, { ...comment, text: edit.text, version: 2, edit: edit.edit });
  expect(await waitingTexts(comment)).toEqual(['Corrigé.']);
});

test('an appeal shows the queue no words that were changed meanwhile', async () => {
  const comment = await rejected('entre-temps');
  const edit = editText(comment, { text: 'Corrigé.', version: 1, digest: () => '' }, at(100));
  await fixture.store.saveEdit(edit);
  expect(await appeal(comment)).toBe('changed');
});

test('an author whose comment is edited at the same moment is heard, and read as it stands', async () => {
  const comment = await rejected('en-même-temps');
  const edit = editText(comment, { text: 'Corrigé.', version: 1, digest: () => '' }, at(100));
  const isAppeal = (command: unknown) => command instanceof TransactWriteItemsCommand;
  const store = overtakenIn(fixture, isAppeal, () => fixture.store.saveEdit(edit));
  await appealDecision({ store }, comment, { text: 'Pourquoi ?' }, NOW + 150);
  expect(await waitingTexts(comment)).toEqual(['Corrigé.']);
});

test('an author whose comment is published at the same moment is told that it changed', async () => {
  const comment = await rejected('publié-aussitôt');
  const isAppeal = (command: unknown) => command instanceof TransactWriteItemsCommand;
  const store = overtakenIn(fixture, isAppeal, () => approved(comment));
  await expect(appealDecision({ store }, comment, {}, NOW + 150)).rejects.toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(await waiting(comment)).toBe(0);
});
