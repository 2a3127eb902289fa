import { expect, test } from '@jest/globals';
import type { Example } from '../../training/examples/example.ts';
import { withTails } from '../../training/examples/tails.ts';
import { tradeWords } from '../../training/examples/trade-words.ts';
import { randomFrom } from '../../training/random.ts';

const anExample = (text: string, isSpam: boolean): Example => ({
  input: { text, language: 'fr' },
  isSpam,
  ...{ set: 'texts', group: text, language: 'fr' },
});
const honest = [anExample('Le pont de Dole date de 1904.', false)];
const praise = [anExample('Superbe article !', true)];
const tailed = (seed: number) => withTails({ honest, praise }, ['tarot gratuit'], 200, randomFrom(seed));

test('appended phrases make advertising of praise and of copied texts, greetings make none of an honest one', () => {
  const [spam, ham] = [true, false].map((isSpam) => tailed(1).filter((one) => one.isSpam === isSpam));
  expect([spam?.length, ham?.length]).toEqual([200, 200]);
  const startOf = (text: string) => spam?.some(({ input }) => input.text.startsWith(text));
  expect(['Superbe article ! ', 'Le pont de Dole date de 1904. '].map(startOf)).toEqual([true, true]);
  expect(ham?.every(({ input }) => input.text.startsWith('Le pont de Dole date de 1904.'))).toBe(true);
});

test('a link goes to the page that is signed with, and only advertising has one', () => {
  const linked = tailed(3).filter(({ input }) => input.text.includes('http'));
  expect(linked.length).toBeGreaterThan(20);
  expect(linked.every(({ isSpam, input }) => isSpam && input.text.includes(input.url ?? '?'))).toBe(true);
});

test('the same seed appends the same, and nothing is appended to nothing', () => {
  expect(tailed(2)).toEqual(tailed(2));
  expect(withTails({ honest, praise: [] }, ['tarot gratuit'], 200, randomFrom(1))).toEqual([]);
});

test('no word that names firms is listed twice', () => {
  for (const { trades, towns, goods, selling } of Object.values(tradeWords))
    for (const words of [trades, towns, goods, selling]) expect(new Set(words).size).toBe(words.length);
});
