import { expect, test } from '@jest/globals';
import { newCommentId } from '../../../src/comment/comment-id.ts';
import type { HistoryQuestion } from '../../../src/submission/history.ts';
import { aSite, NOW, withStore } from '../with-store.ts';

const fixture = withStore();
const MINUTE_MS = 60_000;
const proof = { challenge: 'ab'.repeat(32), expiresAt: NOW + 20 * MINUTE_MS };

/** A submission of its own; the same `tag` is the same one, sent again. */
const aQuestion = (tag: number, more: Partial<HistoryQuestion> = {}): HistoryQuestion => ({
  site: aSite(),
  article: 'gare',
  networkKey: `2605:${tag}`,
  id: newCommentId(more.now ?? NOW, Buffer.alloc(10, tag)),
  content: Uint8Array.of(0, 0, 0, tag),
  fingerprint: `print ${tag}`,
  sameWithinMs: 3_600_000,
  now: NOW,
  proof,
  ...more,
});

const lookUp = (question: HistoryQuestion) => fixture.store.lookUp(question);

test('a proof counts once: for the submission it came with, however often that comes, and for no other', async () => {
  expect(await lookUp(aQuestion(1))).toMatchObject({
    proofUsed: false,
    places: ['network', 'site', 'proof'],
  });
  expect(await lookUp(aQuestion(1, { now: NOW + 5 * MINUTE_MS }))).toMatchObject({ proofUsed: false });
  const second = await lookUp(aQuestion(2));
  expect(second.proofUsed).toBe(true);
  expect(second.places).not.toContain('proof');
  const elsewhere = aSite({ id: 'autre' });
  expect(await lookUp(aQuestion(3, { site: elsewhere }))).toMatchObject({ proofUsed: false });
});

test('of two submissions at once with one proof, one has it', async () => {
  const challenge = 'cd'.repeat(32);
  const both = [4, 5].map((tag) => lookUp(aQuestion(tag, { proof: { ...proof, challenge } })));
  const used = (await Promise.all(both)).map(({ proofUsed }) => proofUsed);
  expect(used.toSorted()).toEqual([false, true]);
});

test('a submission that is refused gives its proof back, and no other submission’s', async () => {
  const challenge = 'ef'.repeat(32);
  const mine = aQuestion(6, { proof: { ...proof, challenge } });
  const { places } = await lookUp(mine);
  await fixture.store.giveBack(aQuestion(7, { proof: { ...proof, challenge } }), ['proof']);
  expect(await lookUp(aQuestion(8, { proof: { ...proof, challenge } }))).toMatchObject({ proofUsed: true });
  await fixture.store.giveBack(mine, places);
  expect(await lookUp(aQuestion(9, { proof: { ...proof, challenge } }))).toMatchObject({ proofUsed: false });
});

test('a proof costs one write unit more, in the same round trip, and nothing where none comes', async () => {
  const { proof: _, ...without } = aQuestion(10);
  fixture.consumed();
  await lookUp(without);
  const plain = fixture.consumed();
  await lookUp(aQuestion(11, { proof: { ...proof, challenge: '01'.repeat(32) } }));
  const proven = fixture.consumed();
  expect([plain.writes, proven.writes]).toEqual([2, 3]);
  expect(proven.commands.length - plain.commands.length).toBe(1);
});
