import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommentId } from '../../../src/comment/comment.ts';
import {
  articleKey,
  articlePartition,
  commentKey,
  dayKey,
  jobKey,
  networkKey,
  queueCountsKey,
  queuePartition,
  siteKey,
  textsKey,
} from '../../../src/storage/dynamodb/keys.ts';
import { articleOf, articleOfDay, siteOf } from '../../../src/storage/dynamodb/read-keys.ts';
import { parse } from '../../pages/markup.ts';
import { anId, aSite, aStored } from '../../storage/with-store.ts';
import { ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, list, pending, submit, submitForm } from '../requests.ts';
import { BASE_URL, withBackend } from '../with-backend.ts';

const backend = withBackend({ table: 'of-test' });
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };

/** Each one an article of its own, under exactly this name. */
const ids = [
  ...['a', 'a#b', 'a#STATUS#approved', 'x"} OR attribute_exists(pk)', ':v', '#n', '%23', '%2523', '#', '~Q'],
  ...['~S', '~Q#demo#pending', 'demo#a', 'a%23b', 'A', 'C#', 'E#', '__proto__', 'constructor', 'toString'],
  ...['../../etc', 'a/b', 'a b', 'a+b', "' OR 1=1 --", '{"$gt":""}', '🔥', 'é', 'a,b', 'a=b&c=d'],
  ...['null', 'undefined', '0', '-', '...', '*', 'x'.repeat(200), '文'.repeat(66), 'a'.repeat(199)],
];

/** One approved comment under each name. @returns its id, by article */
const oneOnEach = async (): Promise<ReadonlyMap<string, string>> => {
  const ofArticle = new Map<string, string>();
  for (const [n, article] of ids.entries()) {
    const answer = await submit(article, { ...draft, text: `${n} ${draft.text}` });
    expect([article, answer.statusCode]).toEqual([article, 202]);
    const { id } = answer.json();
    ofArticle.set(article, id);
    expect((await decide(article, id, 'approve')).json().results).toEqual([
      { article, comment: id, status: 'approved', version: 2 },
    ]);
  }
  return ofArticle;
};

test('whatever an article is called, its comments are its own', async () => {
  const ofArticle = await oneOnEach();
  expect(new Set(ofArticle.values()).size).toBe(ids.length);
  for (const [article, id] of ofArticle) {
    const page = (await list(article)).json();
    expect([page.article, page.comments.map((comment: { id: string }) => comment.id)]).toEqual([
      article,
      [id],
    ]);
    const every = (await asModerator('list-article-comments', { article })).json();
    expect(every.comments.map((comment: { id: string }) => comment.id)).toEqual([id]);
    expect((await list(article, { params: { site: 'autre' }, article })).json().comments).toEqual([]);
  }
});

test('whatever an article is called, its counts and its settings are its own', async () => {
  await oneOnEach();
  await follow(backend);
  const query = ids.map((id) => `article=${encodeURIComponent(id)}`).join('&');
  const { counts } = (await ask('count-comments', { params: { site: 'demo' }, query })).json();
  expect(Object.entries(counts).toSorted()).toEqual(ids.map((id) => [id, 1]).toSorted());

  for (const article of ids.slice(0, 12)) {
    const mode = { mode: 'closed', title: article };
    await asModerator('change-article', { method: 'PUT', article, body: mode });
    const { items } = { items: (await backend.kept()).filter(({ mode }) => mode?.S === 'closed') };
    expect(items.map(({ pk }) => articleOf(pk?.S ?? '').article)).toEqual([article]);
    await asModerator('change-article', { method: 'PUT', article, body: { mode: 'open' } });
  }
});

test('whatever an article is called, the addresses of its next page and of a form that comes back are its own', async () => {
  const articleIn = (url: string) => {
    const { pathname, searchParams } = new URL(url, BASE_URL);
    expect(pathname).toMatch(/^\/v1\/sites\/demo\/comments(?:\.html)?$/);
    return searchParams.get('article');
  };
  const time = Date.now();
  for (const [n, article] of [...ids, 'https://www.example.fr/a/b?c=d'].entries()) {
    const id = anId(700 + n, time - n);
    await backend.store.add(aStored({ article, id, root: id, status: 'approved' }));
    await backend.store.add(aStored({ article, id: anId(800 + n, time + n), status: 'approved' }));
    const { headers } = await list(article, { query: 'limit=1' });
    const [, next = ''] = /^<([\x21-\x7e]+)>; rel="next"$/.exec(headers.link ?? '') ?? [];
    expect([article, articleIn(next)]).toEqual([article, article]);
    const route = '/v1/sites/{site}/comments.html';
    const fragment = await ask('render-comments', {
      route,
      params: { site: 'demo' },
      article,
      query: 'limit=1',
    });
    const [href] = parse(fragment.body).tags.flatMap(({ attributes }) =>
      attributes.get('href')?.includes('cursor=') ? [attributes.get('href') ?? ''] : [],
    );
    expect([article, articleIn(href ?? '')]).toEqual([article, article]);
    const { author: _, ...rest } = draft;
    for (const refused of [
      await submitForm(article, { author: '' }),
      await submitForm('', { ...rest, comment_post_ID: article }),
      await submitForm('', rest, { query: `article=${encodeURIComponent(article)}` }),
    ]) {
      expect(refused.statusCode).toBe(422);
      expect([article, articleOfForm(refused.body)]).toEqual([article, article]);
    }
  }
});

/** Which article a page's form is sent to. */
const articleOfForm = (page: string) => {
  const { tags } = parse(page);
  const field = tags.find(({ attributes }) => attributes.get('name') === 'article')?.attributes.get('value');
  const action = tags.find(({ name }) => name === 'form')?.attributes.get('action') ?? '';
  return field || new URL(action, BASE_URL).searchParams.get('article');
};

test.each(['x'.repeat(200), '#'.repeat(200)])(
  'an article of a long name is read to its last page: %s',
  async (article) => {
    const NOW = Date.now();
    for (const n of [1, 2, 3])
      await backend.store.add(
        aStored({
          article,
          id: anId(500 + n, NOW + n),
          ...(n === 3 ? { status: 'pending', expiresAt: NOW + 3_600_000 } : { status: 'approved' }),
        }),
      );
    const lists = [
      (query: string) => list(article, { query }),
      (query: string) => asModerator('list-article-comments', { article, query }),
      (query: string) => asModerator('list-queue', { params: { queue: 'pending' }, query }),
    ];
    for (const listing of lists) {
      let query = 'limit=1';
      for (let pages = 0; query !== '' && pages < 50; pages += 1) {
        const answer = await listing(query);
        expect([answer.statusCode, answer.json().fields]).toEqual([200, undefined]);
        const { next } = answer.json();
        query = next === null ? '' : `limit=1&cursor=${next}`;
      }
      expect(query).toBe('');
    }
  },
);

test.each([
  ['nothing', ''],
  ['nothing that is seen', '\u200b\ufeff'],
  ['16,385 characters', 'x'.repeat(16_385)],
  ['an address without a host', 'https://'],
  ['an address with a space in its host', 'https://exa%20mple.com/'],
  ['an address of no port', 'https://x:99999/'],
  ['an address that is cut', 'HTTPS://['],
  ['an address of a host without end', `https://${'a.'.repeat(90)}fr/${'b'.repeat(200)}`],
  ['a null', 'a\0b'],
  ['a line break', 'a\r\nSet-Cookie: b'],
])('an article called %s is refused by every function', async (_, article) => {
  const before = await backend.kept();
  const answers = [
    await submit(article, draft),
    await list(article),
    await ask('render-comments', { params: { site: 'demo' }, article }),
    await ask('open-form', { params: { site: 'demo' }, article }),
    await asModerator('read-article', { article }),
    await asModerator('change-article', { method: 'PUT', article, body: { mode: 'open' } }),
    await asModerator('list-article-comments', { article }),
    await decide(article, anId(1), 'approve'),
  ];
  for (const answer of answers) {
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid-fields']);
    expect(answer.body).not.toContain('Set-Cookie');
  }
  expect(await backend.kept()).toEqual(before);
});

test.each([
  ['x'.repeat(201), 'x'.repeat(200)],
  ['文'.repeat(67), '文'.repeat(68)],
  [`https://www.example.fr/${'a/'.repeat(3_000)}`, `https://www.example.fr/${'a/'.repeat(2_999)}b`],
  [`https://www.example.fr/a?${'é'.repeat(500)}=1`, `https://www.example.fr/a?${'é'.repeat(500)}=2`],
])('an article of a long name is one article, and no other: %#', async (article, other) => {
  const { id } = (await submit(article, { ...draft, text: `${article.length} ${draft.text}` })).json();
  const [queued] = (await pending()).filter((comment: { id: string }) => comment.id === id);
  expect(Buffer.byteLength(queued.article.id)).toBeLessThanOrEqual(200);
  await decide(article, id, 'approve');
  for (const name of [article, queued.article.id, `${article}\u200b`])
    expect((await list(name)).json()).toMatchObject({ article: queued.article.id, comments: [{ id }] });
  expect((await list(other)).json().comments).toEqual([]);
});

test('an address on somebody else’s site is no article of this one; any address will do where a site has no origins', async () => {
  const foreign = 'https://evil.example/2026/03/lecture';
  for (const spelling of [` ${foreign} `, 'https:/evil.example/a', `${foreign}/${'x'.repeat(300)}`])
    expect((await submit(spelling, draft)).json().fields).toMatchObject([{ field: 'article' }]);
  for (const answer of [
    await submit(foreign, draft),
    await list(foreign),
    await ask('render-comments', { params: { site: 'demo' }, article: foreign }),
    await ask('open-form', { params: { site: 'demo' }, article: foreign }),
    await asModerator('change-article', { method: 'PUT', article: foreign, body: { mode: 'open' } }),
    await asModerator('read-article', { article: foreign }),
    await asModerator('list-article-comments', { article: foreign }),
  ]) {
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid-fields']);
    expect(answer.json().fields).toEqual([
      { field: 'article', detail: "It must be on one of the site's own origins." },
    ]);
  }
  await backend.store.saveSite(aSite({ id: 'partout', origins: [] }), 0);
  expect((await submit(foreign, draft, { params: { site: 'partout' } })).statusCode).toBe(202);
});

test.each(['', 'Demo', 'demo ', '~S', 'demo#gare', '../demo', '__proto__', '-', 'x'.repeat(64), 'dé'])(
  '%j is no site',
  async (site) => {
    const asked = { params: { site }, article: 'gare' };
    expect((await submit('gare', draft, asked)).json().code).toBe('site-not-found');
    expect((await list('gare', asked)).json().code).toBe('site-not-found');
    expect((await asModerator('list-queues', asked)).json().code).toBe('site-not-found');
  },
);

test('addresses of one article are one article', async () => {
  const addresses = [
    'https://www.example.fr/2026/03/lecture',
    'http://WWW.example.fr/2026/03/lecture/?utm_source=x&fbclid=y#haut',
    'https://www.example.fr:443/2026/03/lecture/index.html',
    'https://www.example.fr/2026/03/lecture?replytocom=12#respond',
    'https://www.example.fr/2026/03/lecture/?amp=1&replyto=01KJVN6A2HWZ3K0V5YB6Q8R9TD',
    'https://www.exam\u00adple.fr/2026/03/lec\u200bture',
    'https://www.example.fr/2026/03/lec%E2%80%8Bture',
  ];
  const { id } = (await submit(addresses[0] as string, draft)).json();
  await decide(addresses[1] as string, id, 'approve');
  for (const address of addresses)
    expect((await list(address)).json()).toMatchObject({ article: addresses[0], comments: [{ id }] });
});

test('no two places share a key', () => {
  const name = fc.string({
    unit: fc.constantFrom('#', '%', '~', '2', '3', '5', '7', 'E', 'a', 'Q', 'é', '🔥'),
    minLength: 1,
    maxLength: 8,
  });
  const id = anId(1) as CommentId;
  const keysOf = ([one, two]: readonly [string, string]) =>
    [
      articleKey(one, two),
      commentKey(one, two, id),
      networkKey(one, two),
      dayKey(one, '2026-03-09', two),
      jobKey(one, two),
    ].map(({ pk, sk }) => JSON.stringify([pk, sk]));
  const ofSite = (site: string) =>
    [siteKey(site), queueCountsKey(site), textsKey(site, 1)].map(({ pk, sk }) => JSON.stringify([pk, sk]));
  const place = fc.tuple(name, name);
  fc.assert(
    fc.property(place, place, (one, two) => {
      const all = [...keysOf(one), ...ofSite(one[0])];
      expect(new Set(all).size).toBe(all.length);
      if (one[0] === two[0] && one[1] === two[1]) return;
      const others = new Set([...keysOf(two), ...(one[0] === two[0] ? [] : ofSite(two[0]))]);
      expect(all.filter((key) => others.has(key))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(place, ([site, article]) => {
      expect(articleOf(articlePartition(site, article))).toEqual({ site, article });
      expect(siteOf(siteKey(site).sk)).toBe(site);
      expect(articleOfDay(dayKey(site, '2026-03-09', article).sk)).toBe(article);
      expect(articlePartition(site, article)).not.toMatch(/^~/);
      expect(queuePartition(site, 'spam')).not.toBe(articlePartition(site, article));
    }),
    { numRuns: 2_000 },
  );
});
