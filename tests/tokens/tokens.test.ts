import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { createSeal } from '../../src/tokens/seal.ts';
import { createTokens } from '../../src/tokens/tokens.ts';
import { grapheme } from '../characters.ts';
import { anId, NOW } from '../storage/with-store.ts';

const tokens = createTokens(createSeal(Buffer.alloc(32, 7)));
const DAY_MS = 86_400_000;
const site = fc.constantFrom('demo', 'autre', 'a', 'a-b');
const article = fc.string({ unit: grapheme, minLength: 1, maxLength: 40 });

test('a form token says when and under which mark, for its site and article only', () => {
  fc.assert(
    fc.property(site, article, site, article, fc.nat(), (mine, of, other, another, age) => {
      const ticket = { issuedAt: NOW - age, nonce: 'abc_-123' };
      const token = tokens.form.issue(mine, of, ticket);
      expect(tokens.form.read(token, mine, of)).toEqual(ticket);
      if (mine !== other || of !== another) expect(tokens.form.read(token, other, another)).toBeUndefined();
    }),
  );
});

test('a visitor token proves somebody for a year, on one site, and not before it was made, and says when that was', () => {
  const token = tokens.visitor.issue('demo', 'somebody', NOW);
  const read = (after: number, on = 'demo') => tokens.visitor.read(token, on, NOW + after);
  for (const after of [-60_000 + 1, 0, DAY_MS, 365 * DAY_MS - 1])
    expect(read(after)).toEqual({ name: 'somebody', issuedAt: NOW });
  for (const after of [-DAY_MS, -60_000, 365 * DAY_MS, 400 * DAY_MS]) expect(read(after)).toBeUndefined();
  expect(read(0, 'autre')).toBeUndefined();
  for (const none of [undefined, '', 'x']) expect(tokens.visitor.read(none, 'demo', NOW)).toBeUndefined();
});

test('a receipt leads to its comment, whatever the article is called', () => {
  fc.assert(
    fc.property(site, article, fc.nat(), (of, on, n) => {
      const ref = { site: of, article: on, id: newCommentId(NOW + n, Buffer.alloc(10, n)) };
      expect(tokens.receipt.read(tokens.receipt.issue(ref))).toEqual(ref);
    }),
  );
  for (const on of ['a/b', '/', '/a', 'a\nb', 'https://www.example.fr/a']) {
    const ref = { site: 'demo', article: on, id: anId(1) };
    expect(tokens.receipt.read(tokens.receipt.issue(ref))).toEqual(ref);
  }
});

test('an undo token holds for a week and on its site', () => {
  const steps = [{ article: 'a', id: anId(1), version: 2, before: 'pending' as const }];
  const token = tokens.undo.issue('demo', steps, NOW, 1000);
  expect(tokens.undo.read(token, 'demo', NOW + 7 * DAY_MS - 1)).toEqual(steps);
  expect(tokens.undo.read(token, 'demo', NOW + 7 * DAY_MS)).toBeUndefined();
  expect(tokens.undo.read(token, 'autre', NOW)).toBeUndefined();
});

test('an undo token names an article once, and of what does not fit keeps what comes first', () => {
  const stepOf = (article: string) => ({ article, id: anId(1), version: 2, before: 'pending' as const });
  const shared = Array.from({ length: 100 }, (_, n) => stepOf(`${n % 2}${'é'.repeat(1000)}`));
  const token = tokens.undo.issue('demo', shared, NOW, 20_000);
  expect(tokens.undo.read(token, 'demo', NOW)).toEqual(shared);

  const many = Array.from({ length: 100 }, (_, n) => stepOf(`${n}${'é'.repeat(1000)}`));
  const cut = tokens.undo.issue('demo', many, NOW, 20_000);
  expect(cut.length).toBeLessThanOrEqual(20_000);
  expect(tokens.undo.read(cut, 'demo', NOW)).toEqual(many.slice(0, 7));
});

test('an undo token of before, whose steps name their articles, still counts', () => {
  const seal = createSeal(Buffer.alloc(32, 7));
  const steps = [{ article: 'a', id: anId(1), version: 2, before: 'pending' as const }];
  const token = seal.seal(JSON.stringify({ until: NOW + 1, steps }), 'undo', 'demo');
  expect(tokens.undo.read(token, 'demo', NOW)).toEqual(steps);
});

test('no token is another kind of token', () => {
  const ref = { site: 'demo', article: 'a', id: anId(1) };
  const made = {
    form: tokens.form.issue('demo', 'a', { issuedAt: NOW, nonce: 'n' }),
    visitor: tokens.visitor.issue('demo', 'v', NOW),
    receipt: tokens.receipt.issue(ref),
    cursor: tokens.cursor.issue('["a"]', 'comments', 'demo', 'a', 'oldest'),
    undo: tokens.undo.issue('demo', [], NOW, 1000),
  };
  const read: Readonly<Record<keyof typeof made, (token: string) => unknown>> = {
    form: (token) => tokens.form.read(token, 'demo', 'a'),
    visitor: (token) => tokens.visitor.read(token, 'demo', NOW),
    receipt: (token) => tokens.receipt.read(token),
    cursor: (token) => tokens.cursor.read(token, 'comments', 'demo', 'a', 'oldest'),
    undo: (token) => tokens.undo.read(token, 'demo', NOW),
  };
  for (const [kind, token] of Object.entries(made))
    for (const [as, reading] of Object.entries(read))
      expect([kind, as, reading(token) !== undefined]).toEqual([kind, as, kind === as]);
});
