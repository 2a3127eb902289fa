import { expect, test } from '@jest/globals';
import { noRecord } from '../../../src/comment/trust.ts';
import type { Evidence, PageHistory } from '../../../src/screening/check.ts';
import { authorPage } from '../../../src/screening/checks/author-page.ts';
import { explain } from '../../../src/screening/explain.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const once: PageHistory = { owner: 'boutique.example', names: 1, articles: 1, spam: 0 };
const stranger = { ...noRecord, proven: false, unseen: 0 };
const regular = { ...noRecord, proven: true, approved: 1, unseen: 0 };
const on = (page: Partial<PageHistory>, more: Partial<Evidence> = {}) =>
  authorPage.run(anEvidence({ author: stranger, page: { ...once, ...page }, ...more }));

test.each<[string, Partial<PageHistory>]>([
  ['under three names', { names: 3 }],
  ['under many names', { names: 48 }],
  ['by one name nobody approved, under three articles', { articles: 3 }],
  ['in a comment that is spam', { spam: 1 }],
  ['in every way at once', { names: 9, articles: 9, spam: 3 }],
])('holds a page stated %s, and never condemns it', (_, page) => {
  const result = on(page);
  expect(result?.outcome).toBe('hold');
  expect(result?.traces[0]).toEqual({ field: 'url', term: 'boutique.example' });
  expect(result?.score).toBeLessThanOrEqual(0.9);
});

test.each<[string, Partial<PageHistory>]>([
  ['that nobody stated before', {}],
  ['of a couple', { names: 2 }],
  ['of somebody who writes twice', { articles: 2 }],
])('has nothing against a page %s', (_, page) => {
  expect(on(page)).toBeUndefined();
});

test('never holds a regular for their page, wherever they write, whoever else states it, whatever the site asks of others', () => {
  const policy = aPolicy({ firstComment: { approvedMin: 3 } });
  const page = { names: 9, articles: 40, spam: 3 };
  expect(on(page, { author: regular, policy })).toBeUndefined();
  for (const author of [
    { ...regular, proven: false },
    { ...regular, approved: 0 },
    { ...regular, refused: 1 },
    { ...regular, spam: 1 },
    { ...regular, distrustedAt: 2, lookedAt: 1 },
  ])
    expect(on(page, { author, policy })?.outcome).toBe('hold');
});

test('a policy says from how many on, or that it does not matter; what is spam counts nevertheless', () => {
  const policy = (holdFrom: number | null) => ({ policy: aPolicy({ authorPages: { holdFrom } }) });
  expect(on({ names: 2 }, policy(2))?.outcome).toBe('hold');
  expect(on({ names: 4, articles: 4 }, policy(5))).toBeUndefined();
  expect(on({ names: 48, articles: 48 }, policy(null))).toBeUndefined();
  expect(on({ spam: 1 }, policy(null))?.outcome).toBe('hold');
});

test('says what is known of the page in both languages', () => {
  const result = on({ names: 3, articles: 4, spam: 2 });
  const finding = { check: 'author-page', outcome: 'hold', traces: result?.traces ?? [] } as const;
  expect([...explain(finding, 'en'), ...explain(finding, 'fr')]).toEqual([
    'The author’s page was stated before: “boutique.example”, filed as spam, under 3 names, under 4 articles.',
    'La page de l’auteur a déjà été indiquée\u00A0: «\u00A0boutique.example\u00A0», classée comme spam, sous 3 noms, sous 4 articles.',
  ]);
});
