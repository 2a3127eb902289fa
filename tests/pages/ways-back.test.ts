import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Ask, ask } from '../journeys/call-gateway.ts';
import { submitForm } from '../journeys/requests.ts';
import { ORIGIN, withBackend } from '../journeys/with-backend.ts';
import { anId, aStored } from '../storage/with-store.ts';
import { parse } from './markup.ts';

const backend = withBackend();
const PAGE = `${ORIGIN}/2026/03/gare?p=12`;
const OURS = '/v1/sites/demo/comments.html?';
const FRENCH = { 'accept-language': 'fr', accept: 'text/html' };
const params = { site: 'demo' };

beforeAll(async () => {
  await backend.store.add(aStored({ site: 'demo', article: 'gare', id: anId(1), status: 'approved' }));
});

const open = (name: string, asked: Ask) => ask(name, { params, article: 'gare', headers: FRENCH, ...asked });
/** Where a page leads, under its article's and its comments' names. */
const waysOf = (markup: string) =>
  parse(markup.slice(markup.lastIndexOf('<ul class="ways">'), markup.lastIndexOf('</main>'))).tags.flatMap(
    ({ attributes }) => attributes.get('href') ?? [],
  );
const listOf = (query: string) => `${OURS}article=gare&lang=fr${query}`;

describe('a page that cannot be shown leads back to the comments', () => {
  const refused: readonly (readonly [string, number, string, string])[] = [
    ['an answer to what is gone', 404, 'open-form', `as=page&parent=${anId(999)}`],
    ['an answer to nothing', 400, 'open-form', 'as=page&parent=1'],
    ['a report of what is gone', 404, 'open-report', `comment=${anId(999)}`],
    ['an old position in a list', 400, 'render-comments', 'as=page&cursor=old'],
  ];

  test.each(refused)('%s, on the page that it names', async (_, status, name, query) => {
    const page = await open(name, { query: `${query}&page=${encodeURIComponent(PAGE)}` });
    expect([page.statusCode, waysOf(page.body)]).toEqual([status, [PAGE]]);
  });

  test.each(refused)('%s, on ours without one, or with a stranger’s', async (_, _status, name, query) => {
    for (const more of ['', '&page=https%3A%2F%2Fevil.example%2F']) {
      const page = await open(name, { query: `${query}${more}` });
      expect(page.statusCode).toBeGreaterThanOrEqual(400);
      expect(waysOf(page.body)).toEqual([listOf('&as=page'), `${ORIGIN}/`]);
    }
  });

  test('but to none where no article is named that can be one', async () => {
    for (const article of [undefined, '', '..', 'https://evil.example/'])
      expect(waysOf((await open('open-form', { query: 'as=page', article })).body)).toEqual([`${ORIGIN}/`]);
  });
});

describe('from our own list, where nobody knows the article’s page', () => {
  const here = `${OURS}article=gare&around=${anId(1)}&lang=fr&as=page#comment-${anId(1)}`;

  test('an answer and a report lead back to the comment in it', async () => {
    const form = await open('open-form', { query: `as=page&parent=${anId(1)}` });
    const report = await open('open-report', { query: `comment=${anId(1)}` });
    for (const { body } of [form, report]) expect(waysOf(body)).toEqual([here, `${ORIGIN}/`]);
    const written = await open('open-form', { query: 'as=page' });
    expect(waysOf(written.body)).toEqual([listOf('&as=page'), `${ORIGIN}/`]);
  });

  test('so does a report that was sent, and one that was refused', async () => {
    const send = (reason: string) =>
      ask('report-comment', {
        method: 'POST',
        params,
        headers: { ...FRENCH, 'content-type': 'application/x-www-form-urlencoded' },
        body: String(new URLSearchParams({ article: 'gare', comment: anId(1), reason })),
      });
    expect(waysOf((await send('spam')).body)).toEqual([here, `${ORIGIN}/`]);
    expect(waysOf((await send('')).body)).toEqual([listOf('&as=page'), `${ORIGIN}/`]);
  });

  test('and so does a form that was refused', async () => {
    const page = await submitForm('gare', { author: 'Zoé', text: '' }, { headers: FRENCH });
    expect(waysOf(page.body)).toEqual([listOf('&as=page'), `${ORIGIN}/`]);
  });
});
