import { expect, test } from '@jest/globals';
import {
  articleCommentsQuery,
  pageQuery,
  queries,
  queueQuery,
  readArticle,
  readCounts,
  readQuery,
  readQueue,
} from '../../src/api/queries.ts';
import { fieldsOf, refused } from './refused.ts';

/** What is read of a page's query beside its article. */
const page = (raw: string) => {
  const { article, ...rest } = readQuery(pageQuery, `article=gare&${raw}`);
  expect(article).toBe('gare');
  return rest;
};
const ofArticle = (raw: string) => readQuery(articleCommentsQuery, `article=gare&${raw}`);

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
  expect(fieldsOf(() => readQuery(queueQuery, 'site=other'))).toEqual(['site']);
  expect(fieldsOf(() => ofArticle('limit=5&state=spam'))).toEqual(['state']);
});

test('a queue can be narrowed to an article and to a check', () => {
  expect(readQuery(queueQuery, 'article=http%3A%2F%2Fa.fr%2F&reason=too-many-links')).toEqual({
    limit: 50,
    order: 'oldest',
    article: 'https://a.fr/',
    reason: 'too-many-links',
  });
  expect(fieldsOf(() => readQuery(queueQuery, 'reason=A%20b'))).toEqual(['reason']);
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
  expect(fieldsOf(() => readQuery(queueQuery, '__proto__=a'))).toEqual(['__proto__']);
});

test('more than 200 parameters are not read', () => {
  expect(refused(() => queries('a=1&'.repeat(201))).code).toBe('invalid-query');
});

test('counts are asked by any id and answered by the same', () => {
  expect(readCounts('article=a&article=http%3A%2F%2Fb.fr&article=a')).toEqual(
    new Map([
      ['a', 'a'],
      ['http://b.fr', 'https://b.fr/'],
    ]),
  );
});

test.each(['', 'article=', 'articles=a', `${'article=a&'.repeat(101)}`, 'article=%00'])(
  'refuses the counts of %s',
  (raw) => {
    expect(refused(() => readCounts(raw)).code).toBe('invalid-query');
  },
);

test('a queue that is not there is a page that is not there', () => {
  expect(readQueue('spam')).toBe('spam');
  for (const name of ['', 'Spam', '__proto__', 'all'])
    expect(refused(() => readQueue(name)).code).toBe('route-not-found');
});

test('the article of a request is one parameter, canonical', () => {
  expect(readArticle('x=1&article=http%3A%2F%2FA.fr%2Fb%2F%3Freplyto%3DC')).toBe('https://a.fr/b');
  expect(readArticle('article=caf%C3%A9+noir')).toBe('café noir');
  for (const raw of ['', 'article=', 'Article=a', 'article=%00'])
    expect([raw, refused(() => readArticle(raw)).code]).toEqual([raw, 'invalid-fields']);
  expect(refused(() => readArticle('article=a&article=a')).code).toBe('invalid-query');
});
