import { expect, test } from '@jest/globals';
import { timeOf } from '../../src/comment/comment-id.ts';
import { identify, visitorOf } from '../../src/submission/identify.ts';
import type { Received } from '../../src/submission/submission.ts';
import { createDigests } from '../../src/tokens/digests.ts';
import { aDraft, NOW } from '../make.ts';
import { anId, aSite } from '../storage/with-store.ts';

const digests = createDigests(Buffer.alloc(32, 7));
const sender = { address: '192.0.2.17', network: '192.0.2.17', proven: undefined };
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
  ['a form of its own', { form: { state: 'genuine', ageS: 9, nonce: 'abc' } }],
  ['a key', { idempotencyKey: 'a-key-of-16-signs' }],
])('%s makes another comment', (_, stated) => {
  expect(identityOf(stated).id.slice(10)).not.toBe(identityOf().id.slice(10));
});

test('under one key it is one submission, whatever was sent and from wherever; its fingerprint tells the texts apart', () => {
  const [one, other] = ['Un texte.', 'Un autre.'].map((text) =>
    identityOf({ idempotencyKey: 'k', draft: aDraft({ text }), sender: { ...sender, network: text } }),
  );
  expect(other?.id).toBe(one?.id);
  expect(other?.fingerprint).not.toBe(one?.fingerprint);
  expect(other?.key).toEqual(one?.key);
  expect([one?.key?.digest.length, identityOf().key]).toEqual([22, undefined]);
  expect(identityOf({ idempotencyKey: 'K' }).key).not.toEqual(one?.key);
});

test('a fingerprint is keyed: who has it and not the secret cannot try addresses on it', () => {
  const draft = aDraft({ email: 'a@example.fr' });
  const elsewhere = identify(received({ draft }), createDigests(Buffer.alloc(32, 8))).identity;
  expect(identityOf({ draft }).fingerprint).toMatch(/^1:/);
  expect(elsewhere.fingerprint).not.toBe(identityOf({ draft }).fingerprint);
});

test('nobody is known by what they typed: an author has a name of ours by proof only', () => {
  const typed = identityOf({ draft: aDraft({ email: 'a@example.fr' }) });
  expect([typed.authorKey, typed.emailKey]).toEqual([undefined, digests.email('demo', 'a@example.fr')]);
  const proven = { ...sender, proven: 'somebody' };
  expect(identityOf({ sender: proven }).authorKey).toBe(digests.author('demo', 'somebody'));
  const known = identify(received({ sender: proven }), digests);
  expect(visitorOf(known, { id: known.identity.id }, digests)).toBe('somebody');
});

test('somebody new is the same at each replay, and nobody else', () => {
  const submission = identify(received(), digests);
  const [one, other] = [{ id: anId(1) }, { id: anId(2) }];
  expect(visitorOf(submission, one, digests)).toBe(visitorOf(submission, one, digests));
  expect(visitorOf(submission, one, digests)).not.toBe(visitorOf(submission, other, digests));
});

test('a replay is answered as the comment’s own author, whatever it proves itself', () => {
  const kept = { id: anId(1), authorKey: digests.author('demo', 'first') };
  for (const proven of [undefined, 'second'])
    expect(
      visitorOf(identify(received({ sender: { ...sender, proven } }), digests), kept, digests, 'first'),
    ).toBe('first');
});

test('only a genuine form token is remembered, and not by itself', () => {
  const genuine = identityOf({ form: { state: 'genuine', ageS: 9, nonce: 'abc' } }).formToken;
  expect(genuine).toHaveLength(3);
  for (const state of ['missing', 'forged'] as const)
    expect(identityOf({ form: { state } }).formToken).toBeUndefined();
});
