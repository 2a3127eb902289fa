import { expect, test } from '@jest/globals';
import { DAY_MS } from '../../../src/comment/time.ts';
import { decide } from '../../../src/moderation/decision.ts';
import { saveSite } from '../../../src/use-cases/save-site.ts';
import { anId, aSite, aStored, NOW, withStore } from '../with-store.ts';

const fixture = withStore();
const LIMIT = 100;

let made = 0;
const newId = (at: number) => {
  made += 1;
  return anId(made, at);
};

const make = async (site: string, now: number) => {
  const { version: _, policy: __, ...settings } = aSite({ id: site });
  const app = { store: fixture.store, digestOf: () => 'digest' };
  await saveSite(app, settings, { by: 'operator', now, event: newId(now) });
};

/** A comment that somebody approved in the second after it came in. */
const approve = async (site: string, article: string, at: number) => {
  const comment = aStored({ site, article, id: newId(at), createdAt: at, since: at, status: 'pending' });
  await fixture.store.add(comment);
  const context = { site: aSite({ id: site }), by: 'claire', now: at + 1_000, batch: newId(at) };
  await fixture.store.saveStatus(decide(comment, { decision: 'approve' }, context));
  return comment.id;
};

const pagesOf = async (site: string, more: object = {}) => {
  const pages = [];
  let from: string | undefined;
  do {
    const page = await fixture.store.listAudit({ site, limit: LIMIT, ...more, ...(from ? { from } : {}) });
    pages.push(page);
    from = page.next;
  } while (from !== undefined && pages.length < 30);
  return pages;
};

test('of a day on which hundreds of articles changed nothing is left out, and each page reads a bounded amount', async () => {
  const [site, day, count] = ['foule', NOW - DAY_MS, 650];
  await make(site, day - 1);
  const last = await approve(site, 'première', day);
  const nth = (n: number) => `article-${String((n * 7) % count)}-\u{1f686}`;
  for (let at = 0; at < count; at += 25)
    await Promise.all(Array.from({ length: 25 }, (_, n) => approve(site, nth(at + n), day + at + n)));
  await approve(site, 'aujourd’hui', NOW - 5_000);
  // It changed on both days.
  await approve(site, nth(3), NOW - 5_000);

  fixture.consumed();
  const pages = await pagesOf(site);
  const { commands } = fixture.consumed();
  expect(commands.length / pages.length).toBeLessThan(400);
  const told = pages.flatMap(({ items }) => items);
  expect(new Set(told.map(({ comment }) => comment)).size).toBe(count + 4);
  expect(told).toHaveLength(count + 4);
  expect(told.slice(0, 2).every(({ at }) => at > NOW - DAY_MS / 2)).toBe(true);
  expect(
    pages.every(
      ({ items, isPartial }) => isPartial === items.length < LIMIT || items === pages.at(-1)?.items,
    ),
  ).toBe(true);

  const ofOne = await pagesOf(site, { comment: last });
  expect(ofOne.flatMap(({ items }) => items.map(({ comment }) => comment))).toEqual([last]);
});

test('a trail ends where its site began, and begins now at the latest', async () => {
  const site = 'jeune';
  await make(site, NOW - 200 * DAY_MS);
  await approve(site, 'gare', NOW - 190 * DAY_MS);
  const until = Date.UTC(9999, 11, 31);
  const pages = await pagesOf(site, { until });
  expect(pages.length).toBeLessThanOrEqual(4);
  expect(pages.at(-1)?.items.map(({ action }) => action)).toEqual(['approve', 'create-site']);
});

test('days on which nothing happened make no page of their own behind the last event', async () => {
  const site = 'calme';
  await make(site, NOW - 30 * DAY_MS);
  await approve(site, 'gare', NOW - DAY_MS);
  const pages = await pagesOf(site, { limit: 1, since: NOW - 20 * DAY_MS });
  expect(pages.map(({ items, isPartial }) => [items.length, isPartial])).toEqual([[1, false]]);
});
