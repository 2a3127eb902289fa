import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { type Answer, type CodeOf, createClient, type Question } from '../../src/api/client.ts';
import { type HttpEvent, nextPage } from '../../src/lambda/http.ts';

const BASE_URL = 'https://comments.example.org';

const LIST = 'GET /v1/sites/{site}/comments';

/** What a client asked of `fetch`, which gives back the same answer each time. */
const asked = (response: () => Response) => {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push(new Request(input, init));
    return response();
  };
  return { requests, client: createClient(BASE_URL, { fetch, token: () => 'secret' }) };
};
const json = (body: unknown, status = 200, type = 'application/json; charset=utf-8') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

test('a browser’s bundle of it is small and holds no schema', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: ['src/api/client.ts'],
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    metafile: true,
    write: false,
  });
  expect(Object.keys(metafile.inputs)).toEqual(['src/api/client.ts']);
  expect(outputFiles[0]?.contents.length).toBeLessThan(2_000);
  expect(outputFiles[0]?.text).not.toMatch(/import|zod/);
});

test('it writes path, query, lists and body as the wire has them', async () => {
  const { requests, client } = asked(() => json({}));
  const address = 'https://www.example.fr/a?b=1&c=é';
  await client('GET /v1/sites/{site}/counts', { path: { site: 'demo' }, query: { article: [address, 'b'] } });
  await client('GET /v1/sites/{site}/admin/queues/{queue}', {
    path: { site: 'a/b', queue: 'spam' },
    query: { limit: 5, article: 'gare' },
  });
  await client('POST /v1/sites/{site}/comments', {
    path: { site: 'demo' },
    body: { article: address, author: 'Camille', text: 'Merci.' },
    headers: { 'idempotency-key': 'k-1' },
  });
  const [counts, queue, comment] = requests;
  expect(new URL(counts?.url ?? '').searchParams.getAll('article')).toEqual([address, 'b']);
  expect(queue?.url).toBe(`${BASE_URL}/v1/sites/a%2Fb/admin/queues/spam?limit=5&article=gare`);
  expect(queue?.headers.get('authorization')).toBe('Bearer secret');
  expect([
    comment?.method,
    comment?.headers.get('content-type'),
    comment?.headers.get('idempotency-key'),
  ]).toEqual(['POST', 'application/json', 'k-1']);
  expect(await comment?.json()).toEqual({ article: address, author: 'Camille', text: 'Merci.' });
});

test('an answer is the reply, the problem, or the gateway’s status alone', async () => {
  const health = async (response: Response) => asked(() => response).client('GET /health', {});
  expect(await health(json({ status: 'ok' }))).toEqual({ isOk: true, status: 200, reply: { status: 'ok' } });
  const problem = { code: 'storage-unavailable', status: 503 };
  expect(await health(json(problem, 503, 'application/problem+json'))).toEqual({
    isOk: false,
    status: 503,
    problem,
  });
  expect(await health(json({ message: 'Unauthorized' }, 401))).toEqual({ isOk: false, status: 401 });
});

test('a list is read page by page to its end, also where a page names the one before', async () => {
  const event = { routeKey: '$default', rawPath: '/v1/sites/demo/comments' } as HttpEvent;
  const pages: Readonly<Record<string, Record<string, string>>> = {
    first: { cursor: 'second' },
    second: { cursor: 'third', previous: 'first' },
    third: { previous: 'second' },
  };
  const read: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    const { searchParams } = new URL(String(input));
    const cursor = searchParams.get('cursor') ?? 'first';
    read.push(cursor);
    const headers = new Headers(nextPage(BASE_URL, event, { article: 'a,b', ...pages[cursor] }));
    return new Response('{}', { headers });
  };
  const client = createClient(BASE_URL, { fetch });
  let next: URLSearchParams | undefined = new URLSearchParams();
  while (next) {
    const query: { article: string } = { article: 'a,b', ...Object.fromEntries(next) };
    const answer: Answer<typeof LIST> = await client(LIST, { path: { site: 'demo' }, query });
    next = answer.isOk ? answer.next : undefined;
  }
  expect(read).toEqual(['first', 'second', 'third']);
});

test.each([
  ['</a?x=1>; rel="prev", <https://h/a?cursor=c>; type="text/html"; rel="next"', 'c'],
  ['<https://h/a?cursor=c>;rel=next', 'c'],
  ['<https://h/a?cursor=c,;rel="next">; rel="prev"', undefined],
  ['<https://h/a?cursor=c>; rel="next-archive"', undefined],
])('the next page of %j is %j', async (link, cursor) => {
  const { client } = asked(() => new Response('{}', { headers: { link } }));
  const answer = await client('GET /health', {});
  expect(answer.isOk && answer.next?.get('cursor')).toBe(cursor);
});

test('routes, questions and answers are typed by their contracts', () => {
  const list: Question<'GET /v1/sites/{site}/comments'> = {
    path: { site: 'demo' },
    query: { article: 'gare', limit: 10, order: 'newest' },
  };
  const answer = {
    isOk: true,
    status: 200,
    reply: { counts: { gare: 1 } },
  } satisfies Answer<'GET /v1/sites/{site}/counts'>;
  // @ts-expect-error: the query has no article
  const without: Question<'GET /v1/sites/{site}/comments'> = { path: { site: 'demo' }, query: {} };
  const order: Question<'GET /v1/sites/{site}/comments'> = {
    ...list,
    // @ts-expect-error: there is no such order
    query: { article: 'a', order: 'best' },
  };
  // @ts-expect-error: there is no such route
  const route: Question<'GET /v1/sites/{site}/articles'> = list;
  // @ts-expect-error: counts have no cursor that could be wrong
  const code: CodeOf<'GET /v1/sites/{site}/counts'> = 'invalid-cursor';
  const ofBody: CodeOf<'POST /v1/sites/{site}/comments'> = 'invalid-body';
  const ofRoles: CodeOf<'GET /v1/sites/{site}/admin/bans'> = 'not-a-moderator';
  // @ts-expect-error: what changes nothing asks for no origin
  const ofChange: CodeOf<'GET /v1/sites/{site}/counts'> = 'origin-not-allowed';
  // @ts-expect-error: who joins is no moderator yet
  const ofTeam: CodeOf<'POST /v1/sites/{site}/admin/members/join'> = 'not-a-moderator';
  expect([list, answer, without, order, route, code, ofBody, ofRoles, ofChange, ofTeam]).toHaveLength(10);
});
