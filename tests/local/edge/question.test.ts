import { expect, test } from '@jest/globals';
import { contracts } from '../../../local/edge/contracts.ts';
import { questionOf } from '../../../local/edge/question.ts';
import { COMMENTS, eventOf, type Sent } from './events.ts';

const ask = (sent?: Sent) => questionOf(contracts, eventOf(sent));
const keys = (...requests: Sent[]) => new Set(requests.map((sent) => ask(sent)?.key));
const accepting = (language: string): Sent => ({ headers: { 'accept-language': language } });
const from = (origin: string): Sent => ({ headers: { origin } });

test('GET and HEAD ask the same', () => {
  expect(ask({ method: 'HEAD' })?.key).toBe(ask()?.key);
  expect(ask({ method: 'HEAD' })?.event).toEqual(ask()?.event);
});

test('site, article and route are told apart', () => {
  const asked = keys(
    {},
    { parameters: { site: 'autre' } },
    { article: 'Gare' },
    { path: `${COMMENTS}.html` },
    { path: '/openapi.json', parameters: {}, article: null },
  );
  expect(asked.size).toBe(5);
});

test('no value of one part is taken for another’s', () => {
  const asked = keys(
    { article: 'a","b' },
    { parameters: { site: 'demo","a' }, article: 'b' },
    { query: 'cursor=x%26limit%3D9' },
    { query: 'cursor=x&limit=9' },
  );
  expect(asked.size).toBe(4);
});

test('languages are told apart by what they come to, not by their spelling', () => {
  expect(keys(accepting('fr'), accepting('fr-CA, en;q=0.5'), accepting('de, FR')).size).toBe(1);
  expect(keys({}, accepting('de'), accepting('*'), accepting('')).size).toBe(1);
  expect(keys({}, accepting('fr'), accepting('en')).size).toBe(3);
});

test('the language that the query asks for counts before the header', () => {
  const html = (query: string, language: string): Sent => ({
    ...{ path: `${COMMENTS}.html`, query, headers: { 'accept-language': language } },
  });
  expect(keys(html('lang=en', 'fr'), html('lang=en-GB', 'en'), html('lang=en', 'de')).size).toBe(1);
  expect(keys(html('lang=en', 'fr'), html('lang=fr', 'fr'), html('', 'fr'), html('', 'de')).size).toBe(4);
  expect(keys(html('lang=de', 'fr'), html('', 'fr')).size).toBe(1);
  expect(ask(html('lang=EN-us', 'fr'))?.event.rawQueryString).toContain('lang=en');
});

test('every origin is told apart, and so is none', () => {
  const origins = ['https://www.example.fr', 'https://www.example.org', 'null', ''];
  expect(keys({}, ...origins.map(from)).size).toBe(5);
});

test('encodings, agents and conditions ask the same', () => {
  const headers = {
    'accept-encoding': 'br',
    'user-agent': 'x',
    'if-none-match': '"a"',
    'cache-control': 'no-cache, max-age=0',
    pragma: 'no-cache',
  };
  expect(keys({}, { headers }).size).toBe(1);
});

test.each<[string, Sent]>([
  ['a write', { method: 'POST' }],
  ['a preflight', { method: 'OPTIONS' }],
  ['credentials', { headers: { authorization: '' } }],
  ['cookies', { cookies: ['a=1'] }],
  ['a body', { body: 'x' }],
  ['no-store', { headers: { 'cache-control': 'max-age=0, No-Store' } }],
  ['a route that is not on the list', { path: '/v1/sites/{site}/form' }],
  ['a route named like a property', { path: 'constructor' }],
  ['a query the contract refuses', { query: 'limit=0' }],
  ['an article that cannot be one', { article: '..' }],
  ['no article', { article: null }],
])('a request with %s is no question to share', (_with, sent) => {
  expect(ask(sent)).toBeUndefined();
});

test('the function is asked what the key says, and for the whole of it', () => {
  const question = ask({
    method: 'HEAD',
    article: 'http://example.fr/a?fbclid=reader',
    query: 'x=1&limit=9',
    headers: {
      'accept-encoding': 'br',
      'accept-language': 'en',
      'if-none-match': '"a"',
      'if-modified-since': 'Thu, 12 Mar 2026 19:03:58 GMT',
      origin: 'https://www.example.fr',
      range: 'bytes=0-1',
    },
  });
  expect(question?.event).toMatchObject({
    routeKey: `GET ${COMMENTS}`,
    pathParameters: { site: 'demo' },
    rawQueryString: 'article=https%3A%2F%2Fexample.fr%2Fa&limit=9&order=oldest',
    queryStringParameters: { article: 'https://example.fr/a', limit: '9', order: 'oldest' },
    requestContext: { routeKey: `GET ${COMMENTS}`, http: { method: 'GET' } },
  });
  expect(question?.event.headers).toEqual({ 'accept-language': 'en', origin: 'https://www.example.fr' });
});

test('a question without parameters is asked without a query', () => {
  const { event } = ask({ path: '/openapi.json', parameters: {}, article: null, query: 'x=1' }) ?? {};
  expect(event?.rawQueryString).toBe('');
  expect(event).not.toHaveProperty('queryStringParameters');
});

test('what a browser would show by itself is told apart from a part of a page', () => {
  const to = (destination: string): Sent => ({ headers: { 'sec-fetch-dest': destination } });
  expect(keys({}, to('empty'), to('iframe')).size).toBe(1);
  expect(keys({}, to('document')).size).toBe(2);
});
