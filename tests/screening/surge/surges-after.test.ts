import { expect, test } from '@jest/globals';
import { ARTICLE_SURGES_MAX, type SurgeState } from '../../../src/comment/abuse/surge.ts';
import { MINUTE_MS } from '../../../src/comment/time.ts';
import type { Arrival } from '../../../src/screening/surge/surge-window.ts';
import { type Asked, surgesAfter } from '../../../src/screening/surge/surges-after.ts';
import { hashText } from '../../../src/screening/text/hash.ts';
import { aPolicy, NOW } from '../../make.ts';
import { anId } from '../../storage/with-store.ts';

const { surge: policy } = aPolicy();
const RELAX_MS = policy.relaxMin * MINUTE_MS;
const calm: SurgeState = { surges: [] };
let made = 0;

/** Comments under an article, of which the first are spam. */
const some = (article: string, count: number, spam: number, time = NOW): readonly Arrival[] =>
  Array.from({ length: count }, (_, n) => {
    made += 1;
    return { id: anId(made, time), article: hashText(article), version: 1, isSpam: n < spam };
  });
const after = (state: SurgeState, window: readonly Arrival[], more: Partial<Asked> = {}) =>
  surgesAfter(state, { window, articles: ['a', 'b', 'c'], corrected: [], policy, now: NOW, ...more });
const placesOf = (surges: readonly { readonly article?: string }[]) =>
  surges.map(({ article = 'site' }) => article);

test('a surge begins at the policy’s share, and not before enough comments came in', () => {
  expect(placesOf(after(calm, some('a', 20, 10)).begun)).toEqual(['a']);
  expect(after(calm, some('a', 20, 9)).begun).toEqual([]);
  expect(after(calm, some('a', 19, 19)).begun).toEqual([]);
  expect(after(calm, some('a', 20, 20), { policy: { ...policy, sharePercent: null } }).begun).toEqual([]);
});

test('spam under one article is that article’s surge alone, under several the site’s as well', () => {
  expect(placesOf(after(calm, [...some('a', 90, 90), ...some('b', 5, 1)]).surges)).toEqual(['a']);
  const wide = [...some('a', 15, 15), ...some('b', 15, 15), ...some('c', 15, 15)];
  expect(placesOf(after(calm, wide).surges)).toEqual(['site']);
});

test('a surge lasts until so many minutes after the last spam, whatever honest comments come in', () => {
  const { surges } = after(calm, some('a', 20, 20, NOW - MINUTE_MS));
  expect(surges).toMatchObject([{ since: NOW, until: NOW - MINUTE_MS + RELAX_MS, spam: 20, comments: 20 }]);

  const later = { now: NOW + 5 * MINUTE_MS };
  const quiet = [...some('a', 20, 20, NOW - MINUTE_MS), ...some('a', 60, 0, later.now)];
  expect(after({ surges }, quiet, later).surges).toEqual(surges);
  const worse = [...some('a', 20, 20), ...some('a', 5, 5, later.now)];
  expect(after({ surges }, worse, later).surges).toMatchObject([
    { since: NOW, until: later.now + RELAX_MS, spam: 25 },
  ]);
});

test('a surge that is over is told once, and the same spam starts no other', () => {
  const window = some('a', 20, 20);
  const { surges } = after(calm, window);
  const now = NOW + RELAX_MS;
  const over = after({ surges }, window, { now });
  expect([over.surges, over.begun, over.ended]).toEqual([[], [], surges]);
});

test('a surge goes on although what it holds is not spam, and is not prolonged by it', () => {
  const { surges } = after(calm, some('a', 20, 20));
  const held = [...some('a', 20, 20), ...some('a', 10, 0, NOW + MINUTE_MS)];
  expect(after({ surges }, held, { now: NOW + MINUTE_MS }).surges).toEqual(surges);
});

test('a correction that takes the share below ends its article’s surge at once, and no other article’s', () => {
  const { surges } = after(calm, [...some('a', 20, 20), ...some('b', 20, 20)]);
  expect(placesOf(surges)).toEqual(['site', 'a', 'b']);
  const corrected = [...some('a', 20, 9), ...some('b', 40, 19)];
  const { surges: left, ended } = after({ surges }, corrected, { corrected: ['a'] });
  expect([placesOf(left), placesOf(ended)]).toEqual([['b'], ['site', 'a']]);
  expect(after({ surges }, some('a', 20, 12), { corrected: ['a'] }).surges).toContainEqual(surges[1]);
});

test('what came in before an admin ended surges starts no other, and what comes in afterwards may', () => {
  const relaxed = { surges: [], relaxedAt: NOW };
  const old = some('a', 60, 60);
  expect(after(relaxed, old).begun).toEqual([]);
  const now = NOW + MINUTE_MS;
  expect(after(relaxed, [...old, ...some('a', 19, 19, now)], { now }).begun).toEqual([]);
  expect(placesOf(after(relaxed, [...old, ...some('a', 20, 20, now)], { now }).begun)).toEqual(['a']);
});

test('so many articles have a surge at once, and no more', () => {
  const articles = Array.from({ length: ARTICLE_SURGES_MAX + 3 }, (_, n) => `n${n}`);
  const window = articles.flatMap((article) => some(article, 5, 5));
  const low = { ...policy, comments: 5 };
  const { surges } = after(calm, window, { articles, policy: low });
  expect(surges).toHaveLength(ARTICLE_SURGES_MAX + 1);
  expect(after({ surges }, window, { articles, policy: low }).begun).toEqual([]);
});
