import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkifyit } from 'linkify-it';
import { findLinks, hostOf, withoutLinks } from '../../../src/screening/text/links.ts';

const linkify = linkifyit({ fuzzyLink: true });

const label = fc.stringMatching(/^[a-zé][a-z0-9]{0,8}(-[a-z0-9]{1,5})?$/);
const host = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom('fr', 'com', 'org', 'de', 'co.uk'))
  .map(([labels, last]) => [...labels, last].join('.'));
const path = fc.constantFrom('', '/', '/a/b-c_d.html', '/?q=1&r=a+b', '/#note-3', '/été/(x)', ':8080/x');
const address = fc
  .tuple(fc.constantFrom('http://', 'https://', 'HTTPS://', 'ftp://', ''), host, path)
  .map(([scheme, name, rest]) => scheme + name + (scheme === '' && rest.startsWith(':') ? '' : rest));
const word = fc.constantFrom(
  'Voir',
  'le',
  'train',
  "l'été",
  'à',
  '19.30',
  '3,14',
  'etc...',
  'S.N.C.F.',
  '漢字',
  '!',
  '«',
  '»',
);
const spoken = fc
  .tuple(
    fc.constantFrom('', '(', '«', '"'),
    address,
    fc.constantFrom('', '.', ',', ' ;', ' !', ')', '»', '"'),
  )
  .map((parts) => parts.join(''));
const prose = fc.array(fc.oneof(word, spoken), { maxLength: 12 }).map((parts) => parts.join(' '));

test('finds the same addresses in prose as linkify-it, with the same hosts', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const theirs = (linkify.match(text) ?? []).map(({ url }) => hostOf({ address: url }));
      expect(findLinks(text).map(hostOf)).toEqual(theirs);
    }),
    { numRuns: 1_000 },
  );
});

test.each<[string, readonly string[]]>([
  ['<a href=http://a.example>x</a>', ['http://a.example']],
  ['[url=a.com]x[/url]', ['a.com']],
  ['www.pilules.example', ['www.pilules.example']],
  ['promo.xyz', ['promo.xyz']],
  ['_promo.xyz_ __promo.xyz__ .promo.xyz ___promo.xyz___', Array(4).fill('promo.xyz')],
  ['//a.example/x', ['a.example/x']],
  ['Voir:http://a.example/x).', ['http://a.example/x']],
  ['http://a.fr!x http://a.fr&x http://a.fr%00 http://a.fr:x', Array(4).fill('http://a.fr')],
  ['http://a.fr😀 \u00ADhttp://a.fr \u200Bhttp://a.fr http://a.fr:99999', Array(4).fill('http://a.fr')],
  ['http://http://a.example', ['http://a.example']],
  ["https://fr.example/wiki/L'Équipe_(journal), lu", ["https://fr.example/wiki/L'Équipe_(journal)"]],
  ['[x](http://a.example/x) (http://b.example/y)', ['http://a.example/x', 'http://b.example/y']],
  ['Casino.Com', ['Casino.Com']],
  ['fini.Je pars', []],
  ['foo_bar.com', []],
  ['a..com -b.com a-.com', []],
  [`${'a.'.repeat(150)}com`, []],
])('finds in %s: %j', (text, addresses) => {
  expect(findLinks(text).map(({ address }) => address)).toEqual(addresses);
});

test('tells links that pages make from e-mail addresses and from names of hosts', () => {
  const text = 'jean.dupont@example.fr, http://a.example/, b.fr, ftp://c.fr, http://jean@d.fr, http://💩.la';
  expect(findLinks(text).map(({ kind }) => kind)).toEqual(['mail', 'web', 'name', 'name', 'name', 'name']);
});

test('removes links and leaves the rest', () => {
  expect(withoutLinks('Voir http://a.example/x?y#z et www.b.example.')).toBe('Voir   et  .');
});

test('spells hosts as browsers do', () => {
  expect(hostOf({ address: 'https://bank.example@EVIL.example./' })).toBe('evil.example');
  expect(hostOf({ address: 'http://evil.example\\@good.example/' })).toBe('evil.example');
  expect(hostOf({ address: 'münchen.example' })).toBe('xn--mnchen-3ya.example');
  expect(hostOf({ address: 'http://a b' })).toBeUndefined();
});
