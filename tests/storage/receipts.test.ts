import { expect, test } from '@jest/globals';
import { appealOf } from '../../src/moderation/author/appeal.ts';
import { erase, revise, withdraw } from '../../src/moderation/author/own-changes.ts';
import { anId, aSite, aStored, NOW, withStore } from './with-store.ts';

const fixture = withStore();
const context = { site: aSite(), now: NOW, batch: anId(900, NOW) };
/** DynamoDB Local reports the capacity of transactions wrongly. */
const isExact = !process.env.DYNAMODB_ENDPOINT;

const added = async (n: number, stated: Parameters<typeof aStored>[0] = {}) => {
  const comment = aStored({ id: anId(n), ...stated });
  await fixture.store.add(comment);
  fixture.consumed();
  return comment;
};
const spend = async (
  most: { readonly writes: number; readonly reads: number },
  act: () => Promise<unknown>,
) => {
  await act();
  const { writes, reads, commands } = fixture.consumed();
  expect([commands.length, reads <= most.reads]).toEqual([1, true]);
  if (isExact) expect(writes).toBeLessThanOrEqual(most.writes);
};

test('what an author does to a comment is one transaction with its event, of at most 6 write units', async () => {
  const { store } = fixture;
  const edited = await added(1, { status: 'approved' });
  const verdict = { outcome: 'hold', findings: [] } as const;
  const change = revise(
    edited,
    { text: 'Un autre texte.', verdict, digest: (text) => text.slice(0, 3) },
    context,
  );
  await spend({ writes: 6, reads: 0 }, () => store.saveRevision(change));
  const withdrawn = await added(2, { status: 'approved' });
  await spend({ writes: 6, reads: 0 }, () => store.saveStatus(withdraw(withdrawn, context)));
  const erased = await added(3, { status: 'approved' });
  await spend({ writes: 6, reads: 0 }, () => store.saveErasure(erase(erased, context)));
});

test('an appeal is one transaction of at most 7 write units, and finding that there is none one read unit', async () => {
  const { store } = fixture;
  const comment = await added(4, { status: 'rejected' });
  await spend({ writes: 0, reads: 1 }, () => store.findAppeal(comment));
  await spend({ writes: 0, reads: 1 }, () =>
    store.settleAppeal(comment, { outcome: 'upheld', at: NOW, comment }),
  );
  const appeal = appealOf(comment, { at: NOW, text: 'Relisez, s’il vous plaît.' });
  await spend({ writes: 7, reads: 0 }, () => store.saveAppeal(appeal, comment));
});

test('a place in a receipt’s window is one write unit, and replies are looked for in the rest of the thread alone', async () => {
  const { store } = fixture;
  const comment = await added(5, { status: 'approved', article: 'fil' });
  await spend({ writes: 1, reads: 0 }, () => store.takeReceiptPlace(comment, 'edit', NOW));
  for (let n = 10; n < 60; n += 1)
    await added(n, { status: 'approved', article: 'fil', root: comment.id, parent: anId(6) });
  await spend({ writes: 0, reads: 4 }, () => store.hasReply(comment));
  expect(await store.hasReply(comment)).toBe(false);
  await added(70, { status: 'approved', article: 'fil', root: comment.id, parent: comment.id });
  expect(await store.hasReply(comment)).toBe(true);
});

test('a reply is found behind more than a megabyte of other replies', async () => {
  const { store } = fixture;
  const of = { status: 'approved', article: 'long', root: anId(100) } as const;
  const comment = await added(100, of);
  const text = '😀'.repeat(10_000);
  for (let n = 101; n < 131; n += 1) await added(n, { ...of, parent: anId(99), text });
  expect(await store.hasReply(comment)).toBe(false);
  await added(140, { ...of, parent: comment.id });
  expect(await store.hasReply(comment)).toBe(true);
});

test('a write whose answer was lost is recognised when it is repeated, and another one of the same moment is not', async () => {
  const { store } = fixture;
  const comment = await added(80, { status: 'approved' });
  const verdict = { outcome: 'approve', findings: [] } as const;
  const editTo = (text: string, batch: string) =>
    revise(comment, { text, verdict, digest: () => 'd' }, { ...context, batch });
  await store.saveRevision(editTo('Un.', anId(901, NOW)));
  await store.saveRevision(editTo('Un.', anId(902, NOW)));
  await expect(store.saveRevision(editTo('Deux.', anId(903, NOW)))).rejects.toMatchObject({
    code: 'changed-meanwhile',
  });
});
