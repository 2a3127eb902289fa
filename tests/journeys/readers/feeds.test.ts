import { expect, test } from '@jest/globals';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { DAY_S, stopClock } from '../../clock.ts';
import { hostileText } from '../../feeds/hostile-texts.ts';
import { aSite } from '../../storage/with-store.ts';
import { type Ask, ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { edit } from '../receipt/receipts.ts';
import { asModerator, decide, ofReceipt, submit } from '../requests.ts';
import { BASE_URL, noFlood, ORIGIN, withBackend } from '../with-backend.ts';

const policy = readPolicy({ ...noFlood, firstComment: { approvedMin: 0 } });
const backend = withBackend({ policy, table: 'of-test' });
const clock = stopClock();

const formats = { 'render-atom': 'atom', 'render-json-feed': 'json' } as const;
type Name = keyof typeof formats | 'render-json-ld';
const names = Object.keys(formats) as (keyof typeof formats)[];
const read = (name: Name, article?: string, asked: Ask = {}) =>
  ask(name, {
    route: `/v1/sites/{site}/comments.${name === 'render-json-ld' ? 'jsonld' : formats[name]}`,
    params: { site: 'demo' },
    article,
    ...asked,
  });
const idsOf = (name: keyof typeof formats, body: string): readonly string[] => {
  const found = name === 'render-atom' ? parseAtomFeed(body).entries : parseJsonFeed(body).items;
  return (found ?? []).map(({ id = '' }) => id.split('/').at(-1) ?? '');
};
const idsIn = async (name: keyof typeof formats, article?: string) =>
  idsOf(name, (await read(name, article)).body);

let said = 0;
const say = async (article: string, more: object = {}) => {
  said += 1;
  clock.pass(1);
  const draft = { author: 'Odile', text: `La halle rouvre enfin, et le marché avec elle, ${said} fois.` };
  return (await submit(article, { ...draft, ...more }, { ip: `198.51.100.${said % 250}` })).json();
};
const publish = async (article: string, more: object = {}) => {
  const sent = await say(article, more);
  if (sent.status === 'pending') await decide(article, sent.id, 'approve');
  return sent;
};

test('a feed has what is published of an article, or of all articles of a site, the newest first and not two sites’', async () => {
  const sent = [await publish('halle'), await publish('gare'), await publish('halle')];
  const [one, two, three] = sent.map(({ id }) => id);
  await follow(backend);
  for (const name of names) {
    expect(await idsIn(name, 'halle')).toEqual([three, one]);
    expect(await idsIn(name)).toEqual([three, two, one]);
    expect(await idsIn(name, 'nulle-part')).toEqual([]);
    const autre = await read(name, undefined, { params: { site: 'autre' } });
    expect(idsOf(name, autre.body)).toEqual([]);
  }
});

test('a feed leaves out what waits, is rejected, is spam, or was held, withdrawn, erased or removed', async () => {
  const kept = await publish('halle');
  const [rejected, spam, restored, withdrawn, erased] = [
    await publish('halle'),
    await publish('halle'),
    await publish('halle'),
    await publish('halle'),
    await publish('halle'),
  ];
  const premoderated = { mode: 'premoderated' };
  await asModerator('change-article', { method: 'PUT', article: 'attente', body: premoderated });
  const waiting = await say('attente');
  expect(waiting.status).toBe('pending');
  await follow(backend);
  for (const name of names) expect(await idsIn(name)).toHaveLength(6);
  await decide('halle', rejected.id, 'reject', { reason: 'off-topic' });
  await decide('halle', spam.id, 'spam');
  await decide('halle', restored.id, 'restore');
  await ofReceipt('withdraw-comment', withdrawn.receipt, { method: 'DELETE' });
  await ofReceipt('erase-comments', erased.receipt, { body: {} });
  // What the table says counts, before the stream tells of it and after.
  for (let round = 0; round < 2; round += 1) {
    for (const name of names) {
      expect(await idsIn(name)).toEqual([kept.id]);
      expect(await idsIn(name, 'halle')).toEqual([kept.id]);
      expect(await idsIn(name, 'attente')).toEqual([]);
    }
    await follow(backend);
  }
  await decide('halle', rejected.id, 'approve');
  await follow(backend);
  for (const name of names) expect(await idsIn(name)).toEqual([rejected.id, kept.id]);
});

test('the newsroom’s replies are in the feed of the site as well, and say who speaks', async () => {
  const { id } = await publish('halle');
  clock.pass(1);
  const body = { article: 'halle', parent: id, text: 'Merci de votre lecture.' };
  const reply = (await asModerator('reply-to-comment', { method: 'POST', body })).json();
  await follow(backend);
  const [first] = parseAtomFeed((await read('render-atom')).body).entries ?? [];
  expect(first?.authors?.[0]?.name).toMatch(/\(la rédaction\)$/);
  for (const name of names) expect((await idsIn(name)).at(-1)).toBe(id);
  expect(JSON.stringify(reply)).toContain(first?.id?.split('/').at(-1));
});

test('an edited comment says so, and its entry is newer than it was', async () => {
  const { receipt } = await publish('halle');
  clock.pass(60);
  const revised = await edit(receipt, 'La halle rouvre enfin, et le marché aussi, je corrige.');
  expect(revised.json()).toMatchObject({ status: 'published', edited: 'author' });
  const [entry] = parseAtomFeed((await read('render-atom', 'halle')).body).entries ?? [];
  expect(entry?.content?.value).toContain('<p><small>Modifié par son auteur</small></p>');
  expect(Date.parse(String(entry?.updated)) - Date.parse(String(entry?.published))).toBe(60_000);
  const [linked] = (await read('render-json-ld', 'halle')).json().comment;
  expect([linked.datePublished, linked.dateModified]).toEqual([entry?.published, entry?.updated]);
});

test('a comment that waited is new to feed readers when it is approved, and its time of sending stays', async () => {
  const body = { mode: 'premoderated' };
  await asModerator('change-article', { method: 'PUT', article: 'halle', body });
  const first = await say('halle');
  const second = await say('halle');
  clock.pass(60);
  await decide('halle', second.id, 'approve');
  clock.pass(DAY_S);
  await decide('halle', first.id, 'approve');
  const feed = parseAtomFeed((await read('render-atom', 'halle')).body);
  const times = feed.entries?.map(
    ({ published = '', updated = '' }) => Date.parse(updated) - Date.parse(published),
  );
  expect(times).toEqual([60_000, (DAY_S + 61) * 1_000]);
  expect(feed.updated).toBe(feed.entries?.[1]?.updated);
  const items = parseJsonFeed((await read('render-json-feed', 'halle')).body).items ?? [];
  expect(items.map((item) => item.date_modified)).toEqual(feed.entries?.map(({ updated }) => updated));
  const [linked] = (await read('render-json-ld', 'halle')).json().comment;
  expect(linked).not.toHaveProperty('dateModified');
});

test('titles are in the language of the site, whatever its reader speaks, so that all readers share an answer', async () => {
  await backend.store.saveSite(aSite({ id: 'post', name: 'The Post', language: 'en', policy }), 0);
  const title = 'À Valrive, la gare';
  const link = `${ORIGIN}/gare?a=1&b=2`;
  await backend.store.saveArticle({ site: 'demo', id: 'gare', mode: 'open', title, link }, 0);
  const { id } = await publish('gare');
  await follow(backend);
  const headers = { 'accept-language': 'en' };
  const french = await read('render-atom', 'gare', { headers });
  const feed = parseAtomFeed(french.body);
  expect(feed.title?.value).toBe(`Commentaires sur «\u00a0${title}\u00a0» – Le Courrier`);
  expect(feed.entries?.[0]?.title?.value).toBe(`Odile sur «\u00a0${title}\u00a0»`);
  expect(feed.entries?.[0]?.links?.[0]?.href).toBe(`${link}&around=${id}#comment-${id}`);
  expect(french.headers.vary).toBe('Origin');
  expect(french.body).toBe((await read('render-atom', 'gare')).body);
  const english = await read('render-json-feed', undefined, { params: { site: 'post' } });
  expect(english.json()).toMatchObject({ title: 'The Post: latest comments', language: 'en', items: [] });
});

test('a feed tells its own address and its article’s, is no search result, and tells no address of an author', async () => {
  await publish('halle', { email: 'odile@example.org', url: 'https://odile.example.org/' });
  for (const name of names) {
    const { headers, body } = await read(name, 'halle');
    const self = `${BASE_URL}/v1/sites/demo/comments.${formats[name]}?article=halle`;
    const page = `${BASE_URL}/v1/sites/demo/comments.html?article=halle&as=page`;
    expect(headers.link).toBe(`<${self}>; rel="self", <${page}>; rel="alternate"; type="text/html"`);
    expect(headers['x-robots-tag']).toBe('noindex');
    expect(body).not.toMatch(/odile[@.]|example[.]org/);
  }
});

test.each(['render-atom', 'render-json-feed', 'render-json-ld'] as const)(
  '%s is kept by caches, answers 304 to who has it, HEAD without a body, and changes its tag with what is published',
  async (name) => {
    await publish('halle');
    const [get, head] = [await read(name, 'halle'), await read(name, 'halle', { method: 'HEAD' })];
    const { etag = '' } = get.headers;
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', etag]);
    expect(get.headers['cache-control']).toBe('public, max-age=0, s-maxage=10, stale-while-revalidate=60');
    clock.pass(DAY_S);
    const known = { headers: { 'if-none-match': etag } };
    expect((await read(name, 'halle', known)).statusCode).toBe(304);
    await publish('halle');
    expect((await read(name, 'halle', known)).statusCode).toBe(200);
    const empty = (await read(name, 'nulle-part')).headers.etag;
    clock.pass(DAY_S);
    expect((await read(name, 'nulle-part')).headers.etag).toBe(empty);
  },
);

test.each(['render-atom', 'render-json-feed', 'render-json-ld'] as const)(
  '%s refuses as the list of comments does',
  async (name) => {
    const unknown = await read(name, 'halle', { params: { site: 'inconnu' } });
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'site-not-found']);
    for (const article of ['', 'a\u0000', '..', 'http://'])
      expect((await read(name, article)).json().code).toBe('invalid-fields');
    expect((await read(name, 'https://elsewhere.example/a')).json().code).toBe('invalid-fields');
    expect((await read(name, 'a', { query: 'article=b' })).json().code).toBe('invalid-query');
  },
);

test('two parsers read both feeds of 200 hostile comments, and a JSON parser reads the linked data', async () => {
  const sent = new Set<string>();
  for (let n = 0; n < 200; n += 1) {
    const article = n % 2 ? 'gare' : 'halle';
    const author = `A ${hostileText(n)} ${n}`
      .replace(/\p{Cc}/gu, '')
      .toWellFormed()
      .slice(0, 60);
    const { id, status } = await say(article, {
      author,
      text: `Je dis ${hostileText(n + 3)}`.toWellFormed(),
    });
    if (status === undefined) continue;
    if (status === 'pending') await decide(article, id, 'approve');
    sent.add(id);
  }
  expect(sent.size).toBeGreaterThan(150);
  await follow(backend);
  for (const article of [undefined, 'gare', 'halle']) {
    const atom = (await read('render-atom', article)).body;
    const json = (await read('render-json-feed', article)).body;
    const ids = idsOf('render-atom', atom);
    expect(ids).toHaveLength(50);
    expect(ids.every((id) => sent.has(id))).toBe(true);
    expect((await new RssParser().parseString(atom)).items.map(({ id }) => id.split('/').at(-1))).toEqual(
      ids,
    );
    expect(idsOf('render-json-feed', json)).toEqual(ids);
  }
  const { body } = await read('render-json-ld', 'gare', { query: 'limit=100' });
  expect(body).not.toMatch(/[<>&]/);
  expect(JSON.parse(body).comment.length).toBeGreaterThan(70);
});

test('the linked data is of the very page that the fragment shows, on the page that holds it', async () => {
  for (let n = 0; n < 5; n += 1) await publish('halle');
  const page = `${ORIGIN}/halle`;
  const query = `limit=2&page=${encodeURIComponent(page)}`;
  const of = (more: string) =>
    ask('render-comments', {
      route: '/v1/sites/{site}/comments.html',
      params: { site: 'demo' },
      article: 'halle',
      query: `${query}${more}`,
    });
  let cursor = '';
  for (let pages = 0; pages < 3; pages += 1) {
    const { body } = await of(cursor);
    const shown = [...body.matchAll(/<article id="comment-([0-9A-Z]{26})"/g)].map(([, id]) => id);
    const linked = (await read('render-json-ld', 'halle', { query: `${query}${cursor}` })).json();
    expect(linked.comment.map(({ url }: any) => url)).toEqual(
      shown.map((id) => `${page}?around=${id}#comment-${id}`),
    );
    expect(linked['@id']).toBe(page);
    const [, next] = body.match(/(cursor=[\w-]+)#comments" rel="next"/) ?? [];
    expect(next === undefined).toBe(pages === 2);
    cursor = next ? `&${next}` : '';
  }
  const foreign = await read('render-json-ld', 'halle', { query: 'page=https://elsewhere.example/' });
  expect(foreign.json().code).toBe('invalid-fields');
});
