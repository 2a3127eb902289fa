import { describe, expect, test } from '@jest/globals';
import { flags, flagsOf, pairsOf } from '../../../../src/screening/filter/features/flags/index.ts';
import type { FilterInput } from '../../../../src/screening/filter/reading/filter-input.ts';
import { read } from '../../../../src/screening/filter/reading/reading.ts';
import { en } from '../../../../src/screening/filter/sentences/reasons-en.ts';
import { fr } from '../../../../src/screening/filter/sentences/reasons-fr.ts';

const seen = (input: Partial<FilterInput>) => flagsOf(read({ text: 'Merci pour cet article.', ...input }));

/** For each flag, a comment that raises it, and its value. */
const raised: readonly (readonly [string, Partial<FilterInput>])[] = [
  ['length=2', { text: 'Merci pour cet article.' }],
  ['capitals=4', { text: 'GAGNEZ PLUS MAINTENANT' }],
  ['digits=4', { text: 'code 12345 67890' }],
  ['exclamations=2', { text: 'oui !!!' }],
  ['pictures=1', { text: 'bravo 👏' }],
  ['no-letters', { text: '12345' }],
  ['one-word', { text: 'superbe' }],
  ['lower-case', { text: 'on verra bien ce que cela donnera' }],
  ['unended', { text: 'On verra bien ce que cela donnera demain' }],
  ['foreign-script', { text: 'Привет мой друг, как дела', language: 'fr' }],
  ['mixed-scripts', { text: 'bonjour привет' }],
  ['gibberish=mostly', { text: 'xkjWqTrbZmK' }],
  ['code=1', { text: 'I use\nvar x = foo(bar);' }],
  ['split=1', { text: 'ca🎰sino' }],
  ['doubled', { text: 'caasiinoo' }],
  ['invisible=1', { text: 'ca\u200Bsino' }],
  ['fancy=2', { text: '𝐁𝐨𝐧𝐮𝐬' }],
  ['marks', { text: 'b\u0336onus' }],
  ['masked=1', { text: 'сheap' }],
  ['spaced', { text: 'c a s i n o' }],
  ['leet=1', { text: 'c4s1n0' }],
  ['links=2', { text: 'https://a.fr https://b.fr' }],
  ['link-share=4', { text: 'https://a.fr/abcdef https://b.fr/abcdef ok ok ok ok' }],
  ['hosts', { text: 'https://a.fr https://b.fr https://c.fr' }],
  ['shortener', { text: 'https://bit.ly/x' }],
  ['cheap-domain', { text: 'https://a.xyz' }],
  ['hyphenated-host', { text: 'https://a-b-c.fr' }],
  ['deep-link', { text: 'https://a.fr/x' }],
  ['link-to-own-page=same', { text: 'ici https://a.fr/x', url: 'https://www.a.fr/x' }],
  ['link-to-own-page=host', { text: 'ici https://a.fr/x', url: 'https://a.fr' }],
  ['link-in-short-text', { text: 'ici https://a.fr' }],
  ['link-in-long-text', { text: `${'mot '.repeat(70)}https://a.fr` }],
  ['link-at-end', { text: 'ici https://a.fr' }],
  ['anchors=1', { text: '<a href="https://a.fr">x</a>' }],
  ['bbcode=1', { text: '[url=https://a.fr]x[/url]' }],
  ['anchors-and-bbcode', { text: '<a href="https://a.fr">x</a> [url]https://a.fr[/url]' }],
  ['nofollow', { text: '<a href="https://a.fr" rel="nofollow">x</a>' }],
  ['markup', { text: '<b>gras</b>' }],
  ['mail-address', { text: 'moi@example.com' }],
  ['phone', { text: 'au 06 12 34 56 78' }],
  ['money', { text: 'pour 500 €' }],
  ['percent', { text: 'à 3 %' }],
  ['messenger', { text: 'sur WhatsApp' }],
  ['handle', { text: 'voir @marie_b' }],
  ['hours', { text: 'sous 48h' }],
  ['no-author', {}],
  ['author-words=1', { author: 'Marie Martin' }],
  ['author-is-address=host', { author: 'casino.com' }],
  ['author-is-address=whole', { author: 'http://casino.com/bonus' }],
  ['author-long', { author: 'Cheap jerseys and hats from china' }],
  ['author-lower-case', { author: 'cheap jerseys' }],
  ['author-gibberish', { author: 'xkjWqTrbZmK' }],
  ['author-digits', { author: 'marie35' }],
  ['author-disguised', { author: 'mаriе' }],
  ['author-script', { author: 'Сергей', language: 'fr' }],
  ['author-in-host=1', { author: 'casino', url: 'https://best-casino.fr' }],
  ['author-is-host', { author: 'best casino', url: 'https://best-casino.fr' }],
  ['author-in-text=1', { author: 'Casino', text: 'le casino' }],
  ['site', { url: 'https://a.fr' }],
  ['site-path', { url: 'https://a.fr/x' }],
  ['site-cheap', { url: 'https://a.top' }],
  ['site-hyphens=2', { url: 'https://a-b-c.fr' }],
  ['site-length=2', { url: 'https://mon-plombier-lyon.blogspot.com' }],
  ['site-slug', { url: 'https://a.fr/plombier-pas-cher' }],
  ['site-digits', { url: 'https://a24.fr' }],
  ['site-gibberish', { url: 'https://xkjwqtrbzmk.fr' }],
  ['odd-letters=1', { text: 'merci', author: 'xkjWqTrbZmK', url: 'https://xkjwqtrbzmk.fr' }],
  ['odd-letters=2', { text: 'RvbKtqzW', author: 'xkjWqTrbZmK', url: 'https://xkjwqtrbzmk.fr' }],
  ['mail-digits', { email: 'a1234@example.com' }],
  ['title-words=2', { text: 'La digue ?', title: 'La digue et le port' }],
  ['title-quoted', { text: 'Sur : La digue et le port', title: 'La digue et le port' }],
];

test.each(raised)('raises %s', (flag, input) => {
  expect(seen(input)).toContain(flag);
});

test('every flag is raised above, has a unique name, and a phrase in both languages', () => {
  const names = flags.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(raised.map(([flag]) => flag.replace(/=.*/, '')))).toEqual(new Set(names));
  const phrased = names.filter((name) => !['site', 'no-author', 'author-words', 'length'].includes(name));
  for (const { flags: phrases } of [fr, en])
    expect(Object.keys(phrases).toSorted()).toEqual(phrased.toSorted());
});

test('an address without a host does not count as a page', () => {
  expect(seen({ url: 'http://' })).not.toContain('site');
});

describe('pairs', () => {
  test('combine a flag with the number of links and with the page', () => {
    expect(pairsOf(['links=1', 'phone', 'site'])).toEqual(['links=1&site', 'links=1&phone', 'site&phone']);
  });
});
