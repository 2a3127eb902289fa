import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contracts } from '../../../local/edge/contracts.ts';
import { routesOf } from '../../../local/gateway/routes.ts';
import { readStack } from '../../../local/stack.ts';
import { articleId } from '../../../src/api/fields/article-id.ts';
import { parseQuery } from '../../../src/api/queries.ts';
import * as countComments from '../../../src/api/readers/count-comments.ts';
import * as listComments from '../../../src/api/readers/list-comments.ts';
import { grapheme } from '../../characters.ts';

const COMMENTS = '/v1/sites/{site}/comments';
const DEFAULTS = 'limit=50&order=oldest';
const read = (path: string, query: string) => contracts[path]?.(query);
/** What is asked about one article. */
const readOf = (path: string, query: string) => read(path, ['article=gare', query].filter(Boolean).join('&'));

test('every route whose function answers for caches is on the list, and no other', () => {
  const caching = globSync('handlers/*.ts')
    .filter((path) => /\bcached\(/.test(readFileSync(path, 'utf8')))
    .map((path) => basename(path, '.ts'));
  const paths = routesOf(readStack())
    .filter(({ functionName }) => caching.includes(functionName))
    .map(({ key }) => key.split(' ')[1]);
  expect(Object.keys(contracts).sort()).toEqual([...new Set(paths)].sort());
});

test.each([COMMENTS, `${COMMENTS}.html`])(
  '%s: defaults, order, encoding and strangers make no difference',
  (path) => {
    const same = [
      '',
      'limit=50',
      'order=oldest&limit=50',
      '%6Cimit=%35%30',
      'limit=50&&utm_source=x&_=1712',
      'limit[]=3&Limit=4&__proto__=x',
    ];
    expect(new Set(same.map((query) => readOf(path, query)))).toEqual(new Set([`article=gare&${DEFAULTS}`]));
    expect(readOf(path, 'cursor=a%2Bb+c')).toBe(`article=gare&${DEFAULTS}&cursor=a%2Bb+c`);
  },
);

test('what the contract tells apart stays apart', () => {
  const queries = ['', 'limit=49', 'order=newest', 'cursor=a', 'cursor=A', 'cursor=a&limit=49'];
  expect(new Set(queries.map((query) => readOf(COMMENTS, query))).size).toBe(queries.length);
});

test.each(['limit=0', 'order=best', 'cursor=', 'limit=50&limit=50', 'x=%zz', 'x&'.repeat(201)])(
  'what the contract refuses is no question that is shared: %s',
  (query) => {
    expect(() => readOf(COMMENTS, query)).toThrow();
  },
);

const COUNTS = '/v1/sites/{site}/counts';

test('counts are the same in any order; spellings of an article stay apart, since the answer names them', () => {
  expect(read(COUNTS, 'article=b&x=1&article=a&article=b')).toBe('article=a&article=b');
  expect(read(COUNTS, 'article=%61&article=b')).toBe('article=a&article=b');
  expect(read(COUNTS, 'article=a,b')).not.toBe(read(COUNTS, 'article=a&article=b'));
  expect(read(COUNTS, 'article=http://www.example.fr/a/')).not.toBe(
    read(COUNTS, 'article=https://www.example.fr/a'),
  );
});

test('the API’s document is the same whatever is asked', () => {
  expect(read('/openapi.json', 'a=1&x=%zz')).toBe('');
});

const articlesIn = (raw: string) => new Set(parseQuery(countComments.query(), raw).article);

test('the one form means what was sent', () => {
  const sent = fc.record(
    {
      limit: fc.integer({ min: 1, max: 100 }).map(String),
      order: fc.constantFrom('oldest', 'newest'),
      cursor: fc.string({ unit: grapheme, minLength: 1, maxLength: 20 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(sent, (query) => {
      const raw = Object.entries({ article: 'gare', ...query })
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&');
      const form = read(COMMENTS, raw) ?? '';
      expect(parseQuery(listComments.query(), form)).toEqual(parseQuery(listComments.query(), raw));
      expect(read(COMMENTS, form)).toBe(form);
    }),
  );
  const ids = fc.array(fc.string({ unit: grapheme, minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(ids, (articles) => {
      const raw = articles.map((id) => `article=${encodeURIComponent(id)}`).join('&');
      const isRight = articles.every((id) => articleId.safeParse(id).success);
      if (!isRight) return expect(() => read(COUNTS, raw)).toThrow();
      expect(articlesIn(read(COUNTS, raw) ?? '')).toEqual(articlesIn(raw));
    }),
  );
});

test('an article is read by its canonical id', () => {
  const spellings = ['http://WWW.example.fr/a/?utm_source=mail', 'https://www.example.fr/a'];
  const asked = spellings.map((article) => read(COMMENTS, `article=${encodeURIComponent(article)}`));
  expect(asked).toEqual(spellings.map(() => `article=https%3A%2F%2Fwww.example.fr%2Fa&${DEFAULTS}`));
});
