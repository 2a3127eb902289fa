import { expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { changeArticle } from '../../src/use-cases/change-article.ts';
import { changePolicy } from '../../src/use-cases/change-policy.ts';
import { listComments } from '../../src/use-cases/list-comments.ts';
import { listQueue } from '../../src/use-cases/list-queue.ts';
import { anId, aSite, aStored, NOW, withStore } from '../storage/with-store.ts';
import { acting, policyAppOver } from './policy-app.ts';

const fixture = withStore();
const place = { site: 'demo', id: 'gare' };

test('an article’s settings change by whole versions; of two at once one is told to look again', async () => {
  expect(await changeArticle(fixture, place, { mode: 'closed' }, acting())).toMatchObject({
    mode: 'closed',
    version: 1,
  });
  const changes = await Promise.allSettled([
    changeArticle(fixture, place, { mode: 'open', version: 1 }, acting()),
    changeArticle(fixture, place, { mode: 'premoderated', version: 1 }, acting()),
  ]);
  expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(changes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'changed-meanwhile' },
  });
  await expect(changeArticle(fixture, place, { mode: 'open', version: 0 }, acting())).rejects.toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(await fixture.store.readArticle('demo', 'gare')).toMatchObject({ version: 2 });
});

test('a policy changes by whole versions, and nothing else of its site does', async () => {
  await fixture.store.saveSite(aSite({ id: 'regle', name: 'Le Courrier' }), 0);
  const site = (await fixture.store.readSite('regle')) as ReturnType<typeof aSite>;
  const policy = { ...defaultPolicy, links: { holdFrom: 7 } };
  const app = policyAppOver(fixture);
  const author = () => ({ ...acting(), language: 'en' as const });
  const changed = await changePolicy(app, site, { document: policy, version: 1 }, author());
  expect(await fixture.store.readSite('regle')).toEqual({ ...site, policy, version: 2 });
  expect(changed).toMatchObject({ document: policy, version: 2, changed: ['links.holdFrom'] });
  for (const change of [
    { document: { ...policy, links: { holdFrom: 8 } } },
    { document: policy, version: 2 },
  ])
    await expect(changePolicy(app, site, change, author())).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
});

test('an article nobody commented on is open and empty', async () => {
  const question = { site: 'demo', article: 'inconnu', order: 'oldest', limit: 50 } as const;
  expect(await listComments(fixture, question)).toEqual({
    article: { site: 'demo', id: 'inconnu', mode: 'open', approved: 0, version: 0 },
    page: { items: [] },
    isGone: false,
  });
});

test('a queue is read with its articles, each once, and without what is past its day', async () => {
  const site = 'file';
  await changeArticle(fixture, { site, id: 'a' }, { mode: 'open', title: 'La gare' }, acting());
  for (const n of [1, 2, 3])
    await fixture.store.add(
      aStored({ site, article: n === 3 ? 'b' : 'a', id: anId(n), expiresAt: n === 2 ? NOW : NOW + 1_000 }),
    );
  const deps = { store: fixture.store, now: () => NOW };
  const { page, around } = await listQueue(deps, { site, queue: 'pending', order: 'oldest', limit: 50 });
  expect(page.items.map(({ id }) => id)).toEqual([anId(1), anId(3)]);
  expect([...around.articles]).toMatchObject([['a', { title: 'La gare' }]]);
});
