import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SURGE_MEMORY } from '../../../src/comment/policy.ts';
import { MINUTE_MS } from '../../../src/comment/time.ts';
import {
  type Arrival,
  besidesWorst,
  type SurgeWindow,
  shareOf,
  withArrivals,
} from '../../../src/screening/surge/surge-window.ts';
import { NOW } from '../../make.ts';
import { anId } from '../../storage/with-store.ts';

const SPAN_MS = 15 * MINUTE_MS;
const at = (now: number) => ({ now, spanMs: SPAN_MS });
const anArrival = (n: number, stated: Partial<Arrival & { readonly time: number }> = {}): Arrival => {
  const { time = NOW, ...rest } = stated;
  return { id: anId(n, time), article: 1, version: 1, isSpam: false, ...rest };
};

/** What is told of some comments: each of them in some versions. */
const told = fc
  .array(
    fc.record({
      n: fc.nat(40),
      agoMs: fc.nat(2 * SPAN_MS),
      versions: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 60 },
  )
  .map((comments) =>
    [...new Map(comments.map((comment) => [comment.n, comment])).values()].map(({ n, agoMs, versions }) =>
      versions.map((isSpam, nth) => anArrival(n, { time: NOW - agoMs, version: nth + 1, isSpam })),
    ),
  );

test('the sliding share is that of the last version of each comment of the window, in whatever order and however often they are told of', () => {
  fc.assert(
    fc.property(told, fc.infiniteStream(fc.nat()), (comments, order) => {
      const all = comments.flat();
      // Everything once, and some of it again.
      const shuffled = [...all, ...all.slice(0, all.length / 2)]
        .map((arrival) => [order.next().value ?? 0, arrival] as const)
        .toSorted(([one], [other]) => one - other)
        .map(([, arrival]) => arrival);
      let window: SurgeWindow = [];
      for (let from = 0; from < shuffled.length; from += 7)
        window = withArrivals(window, shuffled.slice(from, from + 7), at(NOW));

      const lasts = comments.map((versions) => versions.at(-1) as Arrival);
      const inside = lasts.filter(({ id }) => id > anId(0xffff, NOW - SPAN_MS));
      const { comments: count, spam } = shareOf(window);
      expect([count, spam]).toEqual([inside.length, inside.filter(({ isSpam }) => isSpam).length]);
    }),
  );
});

test('comments leave the window with time alone', () => {
  const window = withArrivals([], [anArrival(1, { isSpam: true })], at(NOW));
  expect(withArrivals(window, [], at(NOW + SPAN_MS - 1))).toHaveLength(1);
  expect(withArrivals(window, [], at(NOW + SPAN_MS))).toEqual([]);
});

test('a site with more comments than are remembered is judged by the newest of them', () => {
  const many = Array.from({ length: SURGE_MEMORY + 20 }, (_, n) => anArrival(n, { isSpam: n < 20 }));
  const { comments, spam } = shareOf(withArrivals([], many, at(NOW)));
  expect([comments, spam]).toEqual([SURGE_MEMORY, 0]);
});

test('what speaks for the whole site leaves out the article with the most spam', () => {
  const arrivals = [1, 1, 1, 2, 2, 3].map((article, n) => anArrival(n, { article, isSpam: article < 3 }));
  expect(besidesWorst(arrivals).map(({ article }) => article)).toEqual([2, 2, 3]);
  const honest = arrivals.map((arrival) => ({ ...arrival, isSpam: false }));
  expect(besidesWorst(honest)).toEqual(honest);
});
