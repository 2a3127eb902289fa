import { expect, test } from '@jest/globals';
import { hasMoved, linkOnSite, onItsSite } from '../../src/comment/article.ts';

const origins = ['https://www.example.fr', 'http://127.0.0.1:4000'];

test.each([
  ['https://www.example.fr/a?b#!/c', 'https://www.example.fr/a?b#!/c'],
  ['http://www.example.fr/a', 'https://www.example.fr/a'],
  ['http://127.0.0.1:4710/fr/', 'http://127.0.0.1:4000/fr/'],
  ['https://old.example.fr/a', undefined],
  ['https://www.example.fr.evil.example/a', undefined],
  ['http://WWW.Example.fr:80/a', 'https://www.example.fr/a'],
  ['https://www.example.fr:443/a', 'https://www.example.fr/a'],
  ['https://reader@www.example.fr/a', 'https://www.example.fr/a'],
  ['no address', undefined],
  ['', undefined],
  [undefined, undefined],
])('an article that was at %s is at %s', (said, now) => {
  expect(linkOnSite({ origins }, said)).toBe(now);
});

test('an article whose address is another’s has none', () => {
  const article = { id: 'a', link: 'https://old.example.fr/a' };
  expect(onItsSite({ origins }, article)).toEqual({ id: 'a' });
  expect(onItsSite({ origins: ['https://old.example.fr'] }, article)).toEqual(article);
});

test.each([
  ['https://www.example.fr/a', 'https://www.example.fr/b', false],
  ['https://old.example.fr/a', 'https://www.example.fr/a', true],
  ['no address', 'https://www.example.fr/a', true],
  [undefined, 'https://www.example.fr/a', false],
])('an article at %s has moved by a later comment that says %s: %s', (before, after, moved) => {
  expect(hasMoved({ text: before, by: '1' }, { text: after, by: '2' })).toBe(moved);
  expect(hasMoved({ text: before, by: '2' }, { text: after, by: '1' })).toBe(false);
});
