import { expect, test } from '@jest/globals';
import type { Comment } from '../../src/comment/comment.ts';
import { DAY_MS } from '../../src/retention/policy.ts';
import type { RecordOf } from '../../src/stream/consumer.ts';
import { count } from '../../src/stream/count.ts';
import { forgetNetworks } from '../../src/use-cases/forget-networks.ts';
import { anId, aSite, aStored, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const MIDNIGHT = Date.UTC(2026, 2, 10);

let sequences = 0;
const changed = (before: Comment | undefined, after: Comment, at: number): RecordOf<'comment'> => {
  sequences += 1;
  const { site, article } = after;
  const record = String(sequences);
  return {
    kind: 'comment',
    site,
    article,
    at,
    sequence: record.padStart(40, '0'),
    record,
    after,
    ...(before ? { before } : {}),
  };
};

test('a comment that came in just before midnight, and reached the stream just after, is found on its own day', async () => {
  const site = aSite({ id: 'minuit' });
  const id = anId(1, MIDNIGHT - 1);
  const comment = aStored({
    site: 'minuit',
    id,
    createdAt: MIDNIGHT - 1,
    since: MIDNIGHT - 1,
    status: 'approved',
  });
  await fixture.store.add(comment);
  await count.follow(fixture, [changed(undefined, comment, MIDNIGHT + 1)]);

  const only = { store: { ...fixture.store, listSites: async () => [site] } };
  const run = { now: MIDNIGHT + 35 * DAY_MS, dryRun: false, hasTime: () => true };
  expect(await forgetNetworks(only, run)).toMatchObject({ forgotten: 1, finished: true });
  expect((await fixture.store.find(comment))?.networkKey).toBeUndefined();
});

test('an article changed long after its comments came in is listed on the day it changed', async () => {
  const comment = aStored({ site: 'tard', id: anId(2, MIDNIGHT), createdAt: MIDNIGHT, since: MIDNIGHT });
  const later = MIDNIGHT + 5 * DAY_MS;
  await count.follow(fixture, [changed(undefined, comment, MIDNIGHT)]);
  await count.follow(fixture, [changed(comment, { ...comment, status: 'approved', version: 2 }, later)]);
  const days = ['2026-03-09', '2026-03-10', '2026-03-14', '2026-03-15', '2026-03-16'];
  const listed = await Promise.all(
    days.map(async (day) => (await fixture.store.listTouched('tard', day)).items.length),
  );
  expect(listed).toEqual([0, 1, 0, 1, 0]);
});

/** A comment that says what its article is called and where it is. */
const saying = (site: string, n: number, title: string, stated: Partial<Comment> = {}) =>
  aStored({ site, id: anId(n), articleTitle: title, articleLink: `https://www.example.fr/${n}`, ...stated });
const byModerator = { status: 'approved', decision: 'batch', seen: true } as const;

test('what the first comment that a moderator approved says of its article stays, whatever later ones say', async () => {
  const [one, other] = [
    saying('titre', 3, 'Premier', byModerator),
    saying('titre', 4, 'Second', byModerator),
  ];
  await count.follow(fixture, [changed(undefined, one, MIDNIGHT)]);
  await count.follow(fixture, [changed(undefined, other, MIDNIGHT)]);
  expect(await fixture.store.readArticle('titre', one.article)).toMatchObject({
    title: 'Premier',
    link: 'https://www.example.fr/3',
  });
});

test.each<[string, Partial<Comment>]>([
  ['waits', { status: 'pending' }],
  ['is spam', { status: 'spam' }],
  ['was published by itself', { status: 'approved' }],
  ['was rejected by a moderator', { status: 'rejected', decision: 'batch' }],
  ['waits again after an approval was undone', { status: 'pending', decision: 'undo' }],
])('what a comment that %s says of its article is shown to nobody', async (state, stated) => {
  const comment = saying(state.replaceAll(' ', '-'), 5, 'Unjudged', stated);
  await count.follow(fixture, [changed(undefined, comment, MIDNIGHT)]);
  const article = await fixture.store.readArticle(comment.site, comment.article);
  expect(article).not.toHaveProperty('title');
  expect(article).not.toHaveProperty('link');
});

test('changes of several articles are counted each by itself, in whatever order they come', async () => {
  const changes = Array.from({ length: 30 }, (_, n) =>
    changed(undefined, aStored({ site: 'melange', article: `a${n % 3}`, id: anId(n) }), MIDNIGHT),
  );
  const shuffled = changes.toSorted((a, b) => ((Number(a.record) * 7) % 30) - ((Number(b.record) * 7) % 30));
  expect(await count.follow(fixture, shuffled)).toEqual([]);
  expect((await fixture.store.listQueues('melange')).pending.count).toBe(30);
});
