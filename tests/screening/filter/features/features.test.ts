import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { families } from '../../../../src/screening/filter/features/families.ts';
import { flagsOf } from '../../../../src/screening/filter/features/flags/index.ts';
import { gramsOf } from '../../../../src/screening/filter/features/grams.ts';
import { newMemory } from '../../../../src/screening/filter/features/memory.ts';
import { newRegister } from '../../../../src/screening/filter/features/register.ts';
import { newTally } from '../../../../src/screening/filter/features/tally.ts';
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
    bagsOf(read({ text: '', ...given }), newMemory()).find((bag) => bag.family === family)?.tally.numbers
      .length;
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
  const grams = (word: string) => gramsOf(word, { seed, longest: 5 }, (hash) => hash);
  expect(['le', LINK, '#4'].map(grams)).toEqual([expected, [], []]);
  expect(finalise(fnv1a(seed, 'abc', 0, 3))).toBe(hashOf(seed, 'abc'));
});

test('hashes a word and a bigram as it hashes their names', () => {
  const reading = read({ text: 'Merci à vous, merci à tous' });
  const memory = newMemory();
  const [text] = bagsOf(reading, memory);
  const hashes = memory.register.hashes();
  const expected = new Set(families[0]?.names(reading, []).map((name) => hashOf(seedOf('text'), name)));
  expect(Array.from(text?.tally.numbers ?? [], (number) => hashes[number])).toEqual([...expected]);
});

test('a register numbers hashes in order of first sight, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 10_000, size: 'max' }), (all) => {
      const { numberOf, hashes } = newRegister();
      const distinct = [...new Set(all)];
      expect(all.map(numberOf)).toEqual(all.map((hash) => distinct.indexOf(hash)));
      expect([...hashes()]).toEqual(distinct);
      expect([...hashes(3)]).toEqual(distinct.slice(3));
    }),
    { numRuns: 10 },
  );
});

test('a tally counts how often each number occurs, and starts anew', () => {
  const tally = newTally(() => 5_000);
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(fc.nat(20), fc.nat(4_999)))), (lists) => {
      const { numbers, counts } = tally(lists);
      const all = lists.flat();
      expect([...numbers]).toEqual([...new Set(all)]);
      expect([...counts]).toEqual([...numbers].map((one) => all.filter((number) => number === one).length));
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
