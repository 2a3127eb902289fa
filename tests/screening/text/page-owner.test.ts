import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageOwner } from '../../../src/screening/text/page-owner.ts';
import { codePoint, someWebAddress } from '../../characters.ts';

test.each([
  [
    'http://boutique.example',
    'https://www.boutique.example/',
    'https://BOUTIQUE.example:443/?utm_source=x#a',
  ],
  ['https://boutique.example/a', 'https://boutique.example./b/c.html', 'https://m.boutique.example/?p=1'],
  ['https://pub-x.fr', 'https://blog.pub-x.fr/a', 'https://web.pub-x.fr', 'https://www.shop.pub-x.fr'],
  ['https://www.facebook.com/Jean', 'https://facebook.com/jean/', 'https://fr-fr.facebook.com/jean?ref=x'],
  ['https://x.com/profile', 'https://mobile.x.com/Profile', 'https://x.com/%70rofile'],
  ['https://youtube.com/channel/UCx', 'https://m.youtube.com/channel/UCx/videos'],
  [
    'https://facebook.com/profile.php?id=1',
    'https://m.facebook.com/profile.php?id=1&fbclid=a',
    'https://facebook.com/profile.php?ref=ts&id=%31&',
    'https://touch.facebook.com/profile.php?utm_source=x&id=1#about',
  ],
  [
    'https://youtube.com/watch?v=a',
    'https://www.youtube.com/watch?t=12&v=a',
    'https://m.youtube.com/watch?v=a&list=b',
  ],
  ['https://fr.linkedin.com/in/jean', 'https://www.linkedin.com/in/jean/'],
  ['https://univ.example/~jean', 'https://www.univ.example/~jean/papers.html'],
  ['https://mastodon.example/@jean', 'https://mastodon.example/@Jean/1'],
])('spellings and parts of one page are one: %s', (one, ...others) => {
  expect(others.map(pageOwner)).toEqual(others.map(() => pageOwner(one)));
  expect(pageOwner(one)).toBeDefined();
});

test.each([
  ['https://facebook.com/jean', 'https://facebook.com/marie', 'https://facebook.com/profile.php?id=1'],
  ['https://facebook.com/profile.php?id=2', 'https://facebook.com/profile.php?id=1'],
  [
    'https://facebook.com/people/jean/1',
    'https://facebook.com/people/jean/2',
    'https://facebook.com/people/marie/1',
  ],
  ['https://mbasic.facebook.com/jean', 'https://mbasic.facebook.com/marie'],
  [
    'https://sites.google.com/site/jean',
    'https://sites.google.com/site/marie',
    'https://sites.google.com/a/jean.example/x',
  ],
  ['https://youtube.com/shorts/a', 'https://youtube.com/shorts/b', 'https://youtube.com/embed/a'],
  [
    'https://linkedin.com/pub/jean/1',
    'https://linkedin.com/pub/marie/1',
    'https://t.me/s/jean',
    'https://t.me/s/marie',
  ],
  [
    'https://jo.blogspot.com/2026/',
    'https://al.blogspot.com/2026/',
    'https://jean.blogspot.com/',
    'https://marie.blogspot.com/',
    'https://marie.blogspot.fr/',
  ],
  ['https://jean.wordpress.com/', 'https://marie.wordpress.com/', 'https://wordpress.com/jean'],
  ['https://www.youtube.com/@jean', 'https://youtube.com/@marie', 'https://youtube.com/user/jean'],
  [
    'https://youtu.be/a',
    'https://youtu.be/b',
    'https://youtube.com/watch?v=a',
    'https://youtube.com/watch?v=b',
  ],
  ['https://linkedin.com/in/jean', 'https://linkedin.com/in/marie', 'https://linkedin.com/company/jean'],
  ['https://univ.example/~jean', 'https://univ.example/~marie', 'https://univ.example/'],
  ['https://boutique.example', 'https://boutique.example.org'],
  ['https://blog.co.uk', 'https://shop.co.uk', 'https://blog.weebly.com', 'https://shop.weebly.com'],
  [
    'https://blog.wordpress.com',
    'https://shop.wordpress.com',
    'https://blog.blogspot.fr',
    'https://web.blogspot.fr',
  ],
  ['https://labo.universite.example', 'https://histoire.universite.example', 'https://universite.example'],
])('what is not one person’s is told apart: %s', (...pages) => {
  expect(new Set(pages.map(pageOwner)).size).toBe(pages.length);
});

test.each([
  'https://facebook.com',
  'https://www.google.fr/',
  'https://orange.fr',
  'https://fr.wikipedia.org/#a',
])('a host that everybody has is nobody’s page: %s', (address) => expect(pageOwner(address)).toBeUndefined());

test('long names are told apart by all of them', () => {
  const pages = ['a', 'b'].map((end) => pageOwner(`https://${'tres-'.repeat(30)}long-${end}.example`));
  expect(new Set(pages).size).toBe(2);
});

test.each([
  ['https://univ.example/~%20', 'univ.example/~%20'],
  ['https://facebook.com/jean%20%6Darie%7F', 'facebook.com/jean%20marie%7f'],
])('what can’t be seen stays encoded: %s', (address, owner) => expect(pageOwner(address)).toBe(owner));

test('any address has a bounded owner or none, and never fails', () => {
  fc.assert(
    fc.property(fc.oneof(someWebAddress, fc.string({ unit: codePoint }), fc.string()), (address) => {
      const owner = pageOwner(address);
      expect(owner === undefined || (owner.length > 0 && owner.length <= 40 && /^[!-~]+$/.test(owner))).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});
