import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Contract } from '../../src/api/contract.ts';
import { contracts as all } from '../../src/api/contracts.ts';
import * as changeArticle from '../../src/api/moderators/change-article.ts';
import * as listArticleComments from '../../src/api/moderators/list-article-comments.ts';
import * as listQueue from '../../src/api/moderators/list-queue.ts';
import { parsePath, parseQuery, queries } from '../../src/api/queries.ts';
import * as countComments from '../../src/api/readers/count-comments.ts';
import * as listComments from '../../src/api/readers/list-comments.ts';
import { fieldsOf, refused } from './refused.ts';

/** The parsed query of a page, without its article. */
const page = (raw: string) => {
  const { article, ...rest } = parseQuery(listComments.query(), `article=gare&${raw}`);
  expect(article).toBe('gare');
  return rest;
};
const ofArticle = (raw: string) => parseQuery(listArticleComments.query(), `article=gare&${raw}`);

test('a page is 50 comments, oldest first, unless the query says otherwise', () => {
  expect(page('')).toEqual({ limit: 50, order: 'oldest' });
  expect(page('limit=100&order=newest&cursor=c')).toEqual({ limit: 100, order: 'newest', cursor: 'c' });
});

test.each([
  '-1',
  '0',
  '1e9',
  'NaN',
  '10abc',
  '',
  '101',
  '+5',
  '0x10',
  '1.0',
  '010',
  ' 5',
  '５',
  'limit',
  '50,50',
])('refuses a limit of %j', (limit) => {
  const refusal = refused(() => page(`limit=${encodeURIComponent(limit)}`));
  expect(refusal.code).toBe('invalid-query');
  expect(refusal.fields.map(({ field }) => field)).toEqual(['limit']);
});

test.each([
  'order=random',
  'cursor=',
  `cursor=${'x'.repeat(3_001)}`,
  'limit=5&limit=5',
  'cursor=a&cursor=b',
  'order=%ff',
  '%',
])('refuses %s', (raw) => {
  expect(refused(() => page(raw)).code).toBe('invalid-query');
});

test('the public may bring parameters of others, moderators may not', () => {
  expect(page('utm_source=x&utm_source=y&limit=5')).toEqual({ limit: 5, order: 'oldest' });
  expect(fieldsOf(() => parseQuery(listQueue.query(), 'site=other'))).toEqual(['site']);
  expect(fieldsOf(() => ofArticle('limit=5&state=spam'))).toEqual(['state']);
});

test('a queue can be narrowed to an article and to a check', () => {
  expect(parseQuery(listQueue.query(), 'article=http%3A%2F%2Fa.fr%2F&reason=too-many-links')).toEqual({
    limit: 50,
    order: 'oldest',
    article: 'https://a.fr/',
    reason: 'too-many-links',
  });
  expect(fieldsOf(() => parseQuery(listQueue.query(), 'reason=A%20b'))).toEqual(['reason']);
});

test('an article’s comments can be narrowed to a status', () => {
  expect(ofArticle('status=spam').status).toBe('spam');
  expect(fieldsOf(() => ofArticle('status=deleted'))).toEqual(['status']);
});

test('reads every value of every parameter, commas and all', () => {
  expect(queries('a=1%2C2&b=&a=x+y&=z&c')).toEqual(
    new Map([
      ['a', ['1,2', 'x y']],
      ['b', ['']],
      ['', ['z']],
      ['c', ['']],
    ]),
  );
  expect(queries('__proto__=a').get('__proto__')).toEqual(['a']);
  expect(fieldsOf(() => parseQuery(listQueue.query(), '__proto__=a'))).toEqual(['__proto__']);
});

test('more than 200 parameters are not read', () => {
  expect(refused(() => queries('a=1&'.repeat(201))).code).toBe('invalid-query');
});

const countsOf = (raw: string) => parseQuery(countComments.query(), raw).article;

test('a list has every value of its parameter, in order', () => {
  expect(countsOf('article=a&article=http%3A%2F%2Fb.fr&article=a')).toEqual(['a', 'https://b.fr/', 'a']);
  expect(countsOf('article=a&x=1&x=2')).toEqual(['a']);
});

test('counts of more than 100 articles are an invalid query', () => {
  expect(countsOf('article=a&'.repeat(100))).toHaveLength(100);
  const { code, fields } = refused(() => countsOf('article=a&'.repeat(101)));
  expect([code, fields]).toEqual([
    'invalid-query',
    [{ field: 'article', detail: 'It must have at most 100 entries.' }],
  ]);
});

test('a queue that does not exist is a page that does not exist, and the refusal names those that do', () => {
  const read = (queue?: string) => parsePath(listQueue.params(), queue === undefined ? {} : { queue });
  expect(read('spam')).toEqual({ queue: 'spam' });
  for (const name of [undefined, '', 'Spam', '__proto__', 'all'])
    expect(refused(() => read(name))).toMatchObject({
      code: 'route-not-found',
      message: 'The queues are pending, reported, spam, appeals, recent.',
    });
});

test('the article of a request is one parameter, canonical', () => {
  const articleOf = (raw: string) => parseQuery(changeArticle.query(), raw).article;
  expect(articleOf('x=1&article=http%3A%2F%2FA.fr%2Fb%2F%3Freplyto%3DC')).toBe('https://a.fr/b');
  expect(articleOf('article=caf%C3%A9+noir')).toBe('café noir');
  expect(refused(() => articleOf('article=a&article=a')).code).toBe('invalid-query');
});

describe('an article that is missing or cannot be one is refused as in a body, on every route', () => {
  const contracts = Object.entries<Contract>(all).filter(([, { query }]) => query?.().shape.article);
  const isOptional = ({ query }: Contract) => query?.().safeParse({}).success;

  test.each(contracts)('%s', (_, contract) => {
    const read = (raw: string) => () => parseQuery(contract.query?.() ?? z.object({}), raw);
    const missing = isOptional(contract) ? [] : ['', 'limit=5'];
    for (const raw of [...missing, 'article=', 'article=%00', 'article=..', `article=${'x'.repeat(16_385)}`])
      expect([raw.slice(0, 20), refused(read(raw)).code]).toEqual([raw.slice(0, 20), 'invalid-fields']);
    if (!isOptional(contract))
      expect(refused(read('')).fields).toContainEqual({ field: 'article', detail: 'It is required.' });
  });

  test('routes of both rooms are among them', () => {
    expect(contracts.map(([name]) => name)).toEqual(expect.arrayContaining(['count-comments', 'list-queue']));
  });
});
