import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { families } from '../../../../src/screening/filter/features/families.ts';
import { flagsOf } from '../../../../src/screening/filter/features/flags/index.ts';
import { gramsOf } from '../../../../src/screening/filter/features/grams.ts';
import { tally } from '../../../../src/screening/filter/features/tally.ts';
import { BITS, bagsOf, vectorOf } from '../../../../src/screening/filter/features/vector.ts';
import type { FilterInput } from '../../../../src/screening/filter/reading/filter-input.ts';
import { read } from '../../../../src/screening/filter/reading/reading.ts';
import { wordsOf } from '../../../../src/screening/filter/reading/split-words.ts';
import { isCheap, isShortener, urlPartsOf } from '../../../../src/screening/filter/reading/url-parts.ts';
import { LINK } from '../../../../src/screening/filter/reading/usual-characters.ts';
import { finalise, fnv1a, hashOf, seedOf } from '../../../../src/screening/text/hash.ts';
import { codePoint, someWebAddress } from '../../../characters.ts';
import { cpuMsOf } from '../../../cpu-time.ts';

const names = (family: string, input: Partial<FilterInput>) => {
  const reading = read({ text: '', ...input });
  return families.find(({ name }) => name === family)?.names(reading, flagsOf(reading));
};

test('splits a text into words, replaces numbers by their length, and pairs up the characters of scripts without spaces', () => {
  expect(wordsOf("l'ete 2024 这篇文章 क्या")).toEqual(['l', 'ete', '#4', '这篇', '篇文', '文章', 'क्या']);
});

test('puts LINK among the words in place of a link', () => {
  expect(read({ text: 'Voir https://example.fr/a ici' }).words).toEqual(['voir', LINK, 'ici']);
});

test('reads the links inside markup but not the markup itself', () => {
  const { words, links } = read({ text: '<p>Voir <a href="https://example.fr/a">ici</a></p>' });
  expect(words).toEqual(['voir', LINK, 'ici']);
  expect(links.map(({ host }) => host)).toEqual(['example.fr']);
});

test('the features of a text are its words and bigrams', () => {
  expect(names('text', { text: 'Merci à vous' })).toEqual(['merci', 'a', 'vous', 'merci a', 'a vous']);
});

test('the features of a link are its top-level domain, its domain and its words', () => {
  expect(names('link', { text: 'https://www.best-casino.xyz/free/bonus' })).toEqual([
    ...[
      'top xyz',
      'domain best-casino.xyz',
      'host best',
      'host casino',
      'host xyz',
      'path free',
      'path bonus',
    ],
  ]);
});

test('the features of an author are the words of the name, the parts of the page and the domain of the e-mail address', () => {
  expect(
    names('author', { author: 'Marie Martin', url: 'https://marie.fr', email: 'm@example.com' }),
  ).toEqual([
    ...['name marie', 'name martin', 'top fr', 'domain marie.fr', 'host marie', 'mail example.com'],
  ]);
});

test.each([
  ['gram', { text: 'maboutique' }],
  ['author-gram', { author: 'maboutique' }],
  ['site-gram', { url: 'https://maboutique.fr/page' }],
])('family %s has the letters inside words of one field', (family, input) => {
  const sizeIn = (given: Partial<FilterInput>) =>
    bagsOf(read({ text: '', ...given })).find((bag) => bag.family === family)?.tally.size;
  expect(sizeIn(input)).toBeGreaterThan(15);
  const others = { text: 'maboutique', author: 'maboutique', url: 'https://maboutique.fr' };
  const [field = ''] = Object.keys(input);
  expect(sizeIn({ ...others, [field]: '' })).toBe(0);
});

test('splits an address into parts', () => {
  expect(urlPartsOf('https://user@www.A-b.co.uk:8080/x?y')).toEqual({
    ...{ host: 'a-b.co.uk', top: 'uk', domain: 'co.uk', path: ':8080/x?y' },
  });
  expect([isCheap(urlPartsOf('a.top')), isShortener(urlPartsOf('bit.ly/x'))]).toEqual([true, true]);
});

test('hashes an n-gram as it hashes a name', () => {
  const seed = seedOf('gram');
  const expected = ['_le', '_le_', 'le_'].map((gram) => hashOf(seed, gram));
  expect([...gramsOf(['le', LINK, '#4'], seed, 5)]).toEqual(expected);
  expect(finalise(fnv1a(seed, 'abc', 0, 3))).toBe(hashOf(seed, 'abc'));
});

test('a tally counts how often each hash occurs', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (all) => {
      const { hashes, counts, size } = tally(Uint32Array.from(all));
      const counted = Object.fromEntries([...hashes.subarray(0, size)].map((hash, at) => [hash, counts[at]]));
      expect(counted).toEqual(
        Object.fromEntries([...Map.groupBy(all, (one) => one)].map(([one, same]) => [one, same.length])),
      );
    }),
  );
});

test('any comment has finite features, and a bounded number of them', () => {
  const text = fc.oneof(fc.string({ unit: codePoint, maxLength: 500 }), fc.string({ maxLength: 500 }));
  const input = fc.record(
    {
      text,
      author: text,
      url: fc.oneof(text, someWebAddress),
      email: text,
      title: text,
      language: fc.constantFrom('fr', 'x'),
    },
    { requiredKeys: ['text'] },
  );
  fc.assert(
    fc.property(input, (comment) => {
      const { places, values } = vectorOf(read(comment));
      expect(values.every(Number.isFinite)).toBe(true);
      expect(places.every((place) => place < 2 ** BITS)).toBe(true);
      expect(places.length).toBeLessThan(20_000);
    }),
  );
});

test.each([
  'a',
  'é\u0301',
  '\u200B',
  '<',
  '[url',
  '&#',
  '漢',
  '\uD800',
  'a.',
  'www.',
  '@',
  '1a',
  '+1',
  '$',
  '<a href=',
  ' x',
  '\uFDFA',
  'ế',
  '🅱',
])('reads only the beginning and end of 300 KB of %j, and those once at most', (piece) => {
  const input = {
    text: piece.repeat(300_000 / piece.length),
    author: piece.repeat(9_000),
    url: piece.repeat(9_000),
    email: piece.repeat(9_000),
    title: piece.repeat(9_000),
  };
  const cut = {
    text: `${input.text.slice(0, 3_000)} ${input.text.slice(-1_000)}`,
    author: input.author.slice(0, 120),
    url: input.url.slice(0, 300),
    email: input.email.slice(0, 300),
    title: input.title.slice(0, 300),
  };

  expect(cpuMsOf(() => vectorOf(read(input)))).toBeLessThan(400);
  expect(vectorOf(read(input))).toEqual(vectorOf(read(cut)));
});
