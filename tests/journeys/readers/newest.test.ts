import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { wordsIn } from '../../../src/pages/words/words.ts';
import { stopClock } from '../../clock.ts';
import { parse } from '../../pages/markup.ts';
import { type Ask, ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { withdraw } from '../receipt/receipts.ts';
import { decide, submit } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';

const policy = readPolicy({ ...noFlood, firstComment: { approvedMin: 0 } });
const backend = withBackend({ policy });
const clock = stopClock();
afterAll(() => clock.restart());

const read = (query: string, more: Ask = {}) =>
  ask('render-comments', {
    route: '/v1/sites/{site}/comments.html',
    params: { site: 'demo' },
    article: undefined,
    query,
    ...more,
  });

const say = async (article: string, text: string) => {
  clock.pass(30);
  const { id } = (await submit(article, { author: 'Odile', text }, { ip: '198.51.100.7' })).json();
  return id as string;
};

beforeAll(async () => {
  await say('halle', 'La halle <b>rouvre</b>.');
  const gone = await say('halle', 'Ceci sera refusé.');
  await say('gare', `Une longue histoire : ${'et encore, '.repeat(60)}`);
  await say('halle', 'Le dernier mot.');
  await decide('halle', gone, 'reject');
  await follow(backend);
});

test('without an article the fragment has the site’s newest published comments, each with the way to its place', async () => {
  const { statusCode, body, headers } = await read('');
  expect(statusCode).toBe(200);
  const { tags, text } = parse(body);
  expect(tags.filter(({ name }) => name === 'article')).toHaveLength(3);
  expect(text.indexOf('Le dernier mot')).toBeLessThan(text.indexOf('Une longue histoire'));
  expect(text).toContain('La halle <b>rouvre</b>.');
  expect(text).not.toContain('Ceci sera refusé');
  expect(text).toContain('…');
  const ways = tags.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.get('href') ?? '');
  expect(ways.every((way) => /#comment-[0-9A-Z]{26}$/.test(way))).toBe(true);
  expect(headers['cache-control']).toContain('s-maxage');
  expect(headers.etag).toMatch(/^"/);
});

test('it may be as short as one wants, in both languages, and a page by itself', async () => {
  const short = parse((await read('limit=1')).body);
  expect(short.tags.filter(({ name }) => name === 'article')).toHaveLength(1);
  const english = await read('limit=1&as=page', { headers: { 'accept-language': 'en' } });
  expect(english.body).toMatch(/<h1 [^>]*>Latest comments<\/h1>/);
  expect(english.body).not.toContain('<h2');
  expect(english.body).toContain('application/atom+xml');
  const opened = await read('', { headers: { 'sec-fetch-dest': 'document' } });
  expect([opened.statusCode, opened.headers.location]).toEqual([303, expect.stringMatching(/as=page$/)]);
});

test('what its author took back takes no place, though it was published last', async () => {
  clock.pass(30);
  const taken = [];
  for (const text of ['Un regret.', 'Un autre.', 'Encore un.']) {
    clock.pass(30);
    taken.push((await submit('halle', { author: 'Odile', text }, { ip: '198.51.100.7' })).json());
  }
  await follow(backend);
  for (const { receipt } of taken) expect((await withdraw(receipt)).statusCode).toBe(200);
  await follow(backend);
  const { tags, text } = parse((await read('limit=1')).body);
  expect(tags.filter(({ name }) => name === 'article')).toHaveLength(1);
  expect(text).toContain('Le dernier mot');
});

test('a site on which nobody commented says so', async () => {
  const { body } = await read('', { params: { site: 'autre' } });
  expect(parse(body).tags.some(({ name }) => name === 'article')).toBe(false);
  expect(parse(body).text).toContain(wordsIn('fr').comments.noneLately);
});
