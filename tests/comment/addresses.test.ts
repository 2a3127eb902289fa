import { expect, test } from '@jest/globals';
import { commentAddress, onPublishersPage } from '../../src/comment/addresses.ts';

test.each([
  ['https://www.example.fr/a', 'https://www.example.fr/a?around=X#comment-X'],
  ['https://www.example.fr/a?p=12#top', 'https://www.example.fr/a?p=12&around=X#comment-X'],
  ['https://www.example.fr/app#/a', 'https://www.example.fr/app?around=X#/a'],
  [
    'https://www.example.fr/a?cursor=old&around=Y&q=a%20b+c',
    'https://www.example.fr/a?q=a%20b+c&around=X#comment-X',
  ],
  [
    'https://www.example.fr/?rounds=1&aroundx=2',
    'https://www.example.fr/?rounds=1&aroundx=2&around=X#comment-X',
  ],
])('a comment on %s stands at %s', (page, address) => {
  expect(commentAddress(page, 'X')).toBe(address);
});

test('the first page of a publisher’s page names no other comments', () => {
  expect(onPublishersPage('https://www.example.fr/a?cursor=b', 'comments', {})).toBe(
    'https://www.example.fr/a#comments',
  );
});
