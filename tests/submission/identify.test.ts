import { expect, test } from '@jest/globals';
import { timeOf } from '../../src/comment/comment-id.ts';
import { identify, visitorOf } from '../../src/submission/identify.ts';
import type { Received } from '../../src/submission/submission.ts';
import { createDigests } from '../../src/tokens/digests.ts';
import { aDraft, NOW } from '../make.ts';
import { aSite } from '../storage/with-store.ts';

const digests = createDigests(Buffer.alloc(32, 7));
const sender = { address: '192.0.2.17', network: '192.0.2.17', agent: 'Mozilla/5.0', proven: undefined };
const received = (stated: Partial<Received> = {}): Received => ({
  site: aSite(),
  draft: aDraft(),
  honeypot: '',
  sender,
  form: { state: 'missing' },
  idempotencyKey: undefined,
  now: NOW,
  ...stated,
});
const identityOf = (stated?: Partial<Received>) => identify(received(stated), digests).identity;

test('the same submission has the same id, at its own time', () => {
  expect(identityOf()).toEqual(identityOf());
  const later = identityOf({ now: NOW + 5_000 });
  expect(later.id.slice(10)).toBe(identityOf().id.slice(10));
  expect([timeOf(identityOf().id), timeOf(later.id)]).toEqual([NOW, NOW + 5_000]);
});

test.each<[string, Partial<Received>]>([
  ['another text', { draft: aDraft({ text: 'Un autre texte.' }) }],
  ['another author', { draft: aDraft({ author: 'Yann' }) }],
  ['another article', { draft: aDraft({ article: 'autre' }) }],
  ['another site', { site: aSite({ id: 'autre' }) }],
  ['another network', { sender: { ...sender, network: '192.0.2.18' } }],
  ['another device of one household', { sender: { ...sender, address: '192.0.2.99' } }],
  ['another browser', { sender: { ...sender, agent: 'curl/8' } }],
  ['a key', { idempotencyKey: 'a' }],
])('%s makes another comment', (_, stated) => {
  expect(identityOf(stated).id.slice(10)).not.toBe(identityOf().id.slice(10));
});

test('under one key, whatever else was sent, it is one submission for a day; its fingerprint tells the texts apart', () => {
  const [one, other] = ['Un texte.', 'Un autre.'].map((text) =>
    identityOf({ idempotencyKey: 'k', draft: aDraft({ text }), sender: { ...sender, agent: text } }),
  );
  expect(other?.id).toBe(one?.id);
  expect(other?.fingerprint).not.toBe(one?.fingerprint);
  expect([one?.sameWithinMs, identityOf().sameWithinMs]).toEqual([86_400_000, 3_600_000]);
});

test('nobody is known by what they typed: an author has a name of ours by proof only', () => {
  const typed = identityOf({ draft: aDraft({ email: 'a@example.fr' }) });
  expect([typed.authorKey, typed.emailKey]).toEqual([undefined, digests.email('demo', 'a@example.fr')]);
  const proven = { ...sender, proven: 'somebody' };
  expect(identityOf({ sender: proven }).authorKey).toBe(digests.author('demo', 'somebody'));
  const known = identify(received({ sender: proven }), digests);
  expect(visitorOf(known, known.identity.id, digests)).toBe('somebody');
});

test('somebody new is the same at each replay, and nobody else', () => {
  const submission = identify(received(), digests);
  expect(visitorOf(submission, 'A', digests)).toBe(visitorOf(submission, 'A', digests));
  expect(visitorOf(submission, 'A', digests)).not.toBe(visitorOf(submission, 'B', digests));
});

test('only a genuine form token is remembered, and not by itself', () => {
  const genuine = identityOf({ form: { state: 'genuine', ageS: 9, nonce: 'abc' } }).formToken;
  expect(genuine).toHaveLength(3);
  for (const state of ['missing', 'forged'] as const)
    expect(identityOf({ form: { state } }).formToken).toBeUndefined();
});
