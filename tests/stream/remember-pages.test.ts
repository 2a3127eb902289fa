import { expect, test } from '@jest/globals';
import type { Comment } from '../../src/comment/comment.ts';
import type { CommentChange } from '../../src/moderation/steps.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import { learnMissed } from '../../src/stream/learn-missed.ts';
import { rememberPages } from '../../src/stream/remember-pages.ts';
import { anId, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
type Stated = { readonly [K in keyof Comment]?: Comment[K] | undefined };
const aComment = (site: string, stated: Stated = {}) =>
  aStored({ site, id: anId(1), url: 'https://boutique.example/a', ...(stated as Partial<Comment>) });
const spam = { status: 'spam', seen: true, version: 2 } as const;

const follow = async (site: string, ...states: readonly (Stated | undefined)[]) => {
  const comments = states.map((stated) => stated && aComment(site, stated));
  const changes = comments.slice(1).map((after, n): CommentChange & { readonly kind: 'comment' } => ({
    ...{ kind: 'comment', site, article: 'gare-de-lyon', at: NOW, stream: 'table', record: `${n}` },
    ...(comments[n] ? { before: comments[n] } : {}),
    ...(after ? { after } : {}),
  }));
  return rememberPages.follow(fixture, changes);
};
const pagesOf = async (site: string) => [...(await fixture.store.fetchSpamPages(site)).keys()];

test('remembers what a moderator files as spam, and not what screening took for it', async () => {
  await follow('filed', {}, spam);
  await follow('screened', undefined, { status: 'spam', seen: false });
  await follow('shared', {}, { ...spam, url: 'https://facebook.com/' });
  expect([await pagesOf('filed'), await pagesOf('screened'), await pagesOf('shared')]).toEqual([
    ['boutique.example'],
    [],
    [],
  ]);
});

test.each([
  ['undone', { version: 3 }, []],
  ['approved after all', { status: 'approved', seen: true, version: 3 }, []],
  ['rejected instead', { status: 'rejected', seen: true, version: 3 }, []],
  ['removed by retention', undefined, ['boutique.example']],
  ['withdrawn by its author', { status: 'withdrawn', seen: false, version: 3 }, ['boutique.example']],
  [
    'erased by its author',
    { status: 'withdrawn', seen: false, version: 3, erasedAt: NOW, url: undefined },
    ['boutique.example'],
  ],
] as const)('of spam that is %s', async (name, later, pages) => {
  const site = `then-${name}`;
  await follow(site, {}, spam, later);
  expect(await pagesOf(site)).toEqual(pages);
  // Delivered again.
  await follow(site, {}, spam, later);
  expect(await pagesOf(site)).toEqual(pages);
});

test('spam that was withdrawn and erased afterwards leaves its host, and the page of a person goes', async () => {
  const gone = { status: 'withdrawn', seen: false, version: 3 } as const;
  const erased = { ...gone, version: 4, erasedAt: NOW, url: undefined } as const;
  await follow('both', {}, spam, gone, erased);
  expect(await pagesOf('both')).toEqual(['boutique.example']);
  const url = 'https://facebook.com/jean';
  await follow('person', { url }, { ...spam, url }, { ...gone, url });
  expect(await pagesOf('person')).toEqual(['facebook.com/jean']);
  await follow('person', { ...gone, url }, erased);
  expect(await pagesOf('person')).toEqual([]);
});

test('what cannot be written comes again, and holds nothing else up', async () => {
  const failing = { ...fixture.store, keepSpamPage: () => Promise.reject(new Error('out')) };
  const change = { site: 'out', article: 'gare-de-lyon', at: NOW, stream: 'table' } as const;
  const failed = await rememberPages.follow({ store: failing }, [
    { kind: 'comment', ...change, record: '1', after: aComment('out', spam) },
    { kind: 'comment', ...change, record: '2', after: aComment('out') },
  ]);
  expect(failed.map(({ record }) => record)).toEqual(['1']);
});

test('what no stream told of is remembered with what it teaches, as the comment stands by then', async () => {
  const comment = aComment('lost', { ...spam, decision: 'batch' });
  await fixture.store.add(comment);
  const { site, article, id } = comment;
  const decision = { site, article, comment: id, version: 2, at: NOW, action: 'spam', record: '1' } as const;
  const missed = () =>
    learnMissed(
      { store: fixture.store, loadModel: shippedModel },
      { site, article, decisions: [decision] },
      { now: NOW, dryRun: false },
    );
  expect([await missed(), await pagesOf('lost')]).toEqual([1, ['boutique.example']]);
  expect([await missed(), await pagesOf('lost')]).toEqual([0, ['boutique.example']]);
});
