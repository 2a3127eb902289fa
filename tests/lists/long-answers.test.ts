import { afterAll, expect, test } from '@jest/globals';
import { gatewayLimits } from '../../local/gateway/limits.ts';
import type { Comment } from '../../src/comment/comment.ts';
import { stopClock } from '../clock.ts';
import { type Ask, ask } from '../journeys/call-gateway.ts';
import { asModerator, list } from '../journeys/requests.ts';
import { withBackend } from '../journeys/with-backend.ts';
import { anId, aStored, NOW } from '../storage/with-store.ts';

const backend = withBackend({ table: 'of-test' });
const clock = stopClock(NOW);
afterAll(() => clock.restart());
const COUNT = 100;
const LONGEST = 10_000;

const texts = {
  'four-byte characters': '𝄞'.repeat(LONGEST),
  quotes: '"'.repeat(LONGEST),
  'characters with a name in HTML': "<&>'".repeat(LONGEST / 4),
  links: 'http://a.fr '.repeat(LONGEST / 12),
} as const;

const add = async (text: string, stated: Partial<Comment>) => {
  for (let n = 0; n < COUNT; n += 1)
    await backend.store.add(
      aStored({ id: anId(n, NOW + n), createdAt: NOW + n, since: NOW + n, text, ...stated }),
    );
};

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
type Page = { readonly found: readonly string[]; readonly next: string | undefined };
type Read = (more: Ask) => Promise<{
  readonly body: string;
  readonly statusCode: number;
  readonly headers: object;
  json: () => any;
}>;
const inJson: (reply: { readonly body: string }) => Page = ({ body }) => {
  const { comments, next } = JSON.parse(body);
  return { found: ids(comments), next: next ?? undefined };
};
const inPage: typeof inJson = ({ body }) => ({
  found: [...body.matchAll(/id="comment-([0-9A-Z]{26})"/g)].map(([, id = '']) => id),
  next: body.match(/cursor=([\w-]+)[^"]*" rel="next"/)?.[1],
});

/** Reads a list to its end and holds every answer to Lambda's limit. @returns the ids in order, and how many pages it took */
const readAll = async (read: Read, pageOf: typeof inJson, query = `limit=${COUNT}`) => {
  const all: string[] = [];
  let [pages, cursor] = [0, undefined as string | undefined];
  do {
    const reply = await read({ query: cursor ? `${query}&cursor=${cursor}` : query });
    expect(reply.statusCode).toBe(200);
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(gatewayLimits.payloadBytesMax);
    const { found, next } = pageOf(reply);
    expect(found.length).toBeGreaterThan(0);
    all.push(...found);
    cursor = next;
    pages += 1;
  } while (cursor);
  return { all, pages };
};

const readers: Readonly<Record<string, readonly [Read, typeof inJson]>> = {
  'the list of comments': [(more) => list('gare-de-lyon', more), inJson],
  'the page of comments': [
    (more) =>
      ask('render-comments', {
        route: '/v1/sites/{site}/comments.html',
        params: { site: 'demo' },
        article: 'gare-de-lyon',
        ...more,
      }),
    inPage,
  ],
};
const moderators: Readonly<Record<string, readonly [Read, typeof inJson]>> = {
  'a queue': [(more) => asModerator('list-queue', { params: { queue: 'pending' }, ...more }), inJson],
  'an article’s list': [
    (more) => asModerator('list-article-comments', { article: 'gare-de-lyon', ...more }),
    inJson,
  ],
};

const expected = Array.from({ length: COUNT }, (_, n) => anId(n, NOW + n) as string);

test.each(Object.entries(texts))(
  'readers get all of 100 comments of 10,000 characters (%s), each once, in answers that Lambda can give; feeds and linked data hold as many as fit into one',
  async (_, text) => {
    await add(text, { status: 'approved' });
    for (const [read, pageOf] of Object.values(readers)) {
      const { all } = await readAll(read, pageOf, `limit=${COUNT}&order=oldest`);
      expect(all).toEqual(expected);
    }
    for (const name of ['render-atom', 'render-json-feed', 'render-json-ld']) {
      const reply = await ask(name, { params: { site: 'demo' }, article: 'gare-de-lyon' });
      expect([name, reply.statusCode]).toEqual([name, 200]);
      expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(gatewayLimits.payloadBytesMax);
      expect(reply.body).toContain(expected.at(name === 'render-json-ld' ? 0 : -1));
    }
  },
);

test.each(Object.entries(texts).slice(0, 2))(
  'moderators get all of 100 comments of 10,000 characters (%s), each once, in answers that Lambda can give',
  async (_, text) => {
    await add(text, {});
    for (const [read, pageOf] of Object.values(moderators))
      expect((await readAll(read, pageOf, `limit=${COUNT}&order=oldest`)).all).toEqual(expected);
  },
);

/** Threads of four comments each. */
const addThreads = async (text: string) => {
  for (let n = 0; n < 60; n += 1) {
    const nth = n % 4;
    const root = anId(n - nth, NOW + n - nth);
    const stated = { id: anId(n, NOW + n), root, createdAt: NOW + n, since: NOW + n, text };
    await backend.store.add(aStored({ ...stated, ...(nth ? { parent: root } : {}), status: 'approved' }));
  }
};

test.each(['oldest', 'newest'])('a page (%s first) that its bytes end cuts no thread', async (order) => {
  await addThreads(texts['four-byte characters']);
  let cursor = '';
  do {
    const query = `limit=100&order=${order}${cursor && `&cursor=${cursor}`}`;
    const page = (await list('gare-de-lyon', { query })).json();
    expect(page.comments.length % 4).toBe(0);
    expect(page.comments[0].parent).toBeNull();
    cursor = page.next ?? '';
  } while (cursor);
});

test('a list of ordinary comments is read and answered once', async () => {
  for (let n = 0; n < 60; n += 1)
    await backend.store.add(aStored({ id: anId(n, NOW + n), createdAt: NOW + n, status: 'approved' }));
  const { pages } = await readAll(readers['the list of comments']?.[0] as Read, inJson);
  expect(pages).toBe(1);
});
