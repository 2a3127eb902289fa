import { expect, test } from '@jest/globals';
import { markTerms } from '../../browser/moderation/row/mark-terms.ts';
import { cpuMsOf } from '../cpu-time.ts';

const marked = (text: string, ...terms: string[]) =>
  markTerms(text, terms)
    .map(({ text: part, isTerm }) => (isTerm ? `[${part}]` : part))
    .join('');

test.each([
  ['Fils de [pute] !', 'pute'],
  ['Ton [cœur], ton [COEUR]', 'coeur'],
  ['Des [casinos], un [Casino]', 'casino*'],
  ['Un [cyberpokerstar]', '*poker*'],
  ['Un [c.a.s.i.n.o], un [c a s i n o]', 'casino'],
  ['Un [ｃａｓｉｎｏ]', 'casino'],
  ['Un [ca\u00ADsino]', 'casino'],
  ['[Crédit gratuit], [crédit\u00A0– gratuit]', 'credit gratuit'],
  ['[L’arnaque] !', "l'*"],
  ['Gros [f.d.p]', 'f d p'],
  ['[C++], pas C', 'C++'],
  ['Voir [https://a.example/x?y=1].', 'https://a.example/x?y=1'],
  ['www.[evil.example]/x, notevil.example', 'evil.example'],
  ['Un [rendez-vous]', 'rendez-vous'],
  ['Voir [https://a-b.example/c-d]', 'https://a-b.example/c-d'],
])('a term is marked where a list finds it: %s', (text, term) => {
  expect(marked(text.replace(/[[\]]/g, ''), term)).toBe(text);
});

test.each([
  ['Le député réputé se dispute', 'pute'],
  ['Un pdf', 'pd'],
  ['Un casinotier', 'casino'],
  ['Tout', '*'],
])('a term is not marked inside another word: %s', (text, term) => {
  expect(markTerms(text, [term])).toEqual([{ text, isTerm: false }]);
});

test('of terms that overlap the longest is marked, and every part of the text is kept', () => {
  expect(marked('Fils de pute !', 'pute', 'fils de pute')).toBe('[Fils de pute] !');
});

test.each(['a'.repeat(20_000), 'a '.repeat(10_000), `${'. '.repeat(10_000)}a`])(
  'takes time linear in the text',
  (text) => {
    expect(cpuMsOf(() => markTerms(text, ['a*a*a*b', '*a*a*c*d', 'a a a b', 'aaaab']))).toBeLessThan(2_000);
  },
);

test('no sign in a term, alone or beside others, is more than a sign', () => {
  const signs = Array.from({ length: 0x250 - 0x20 }, (_, nth) => String.fromCodePoint(0x20 + nth));
  for (const sign of signs)
    for (const term of [sign, `a${sign}b`, `${sign}${sign}a*`, `a-${sign}`, `*${sign}`])
      expect(
        markTerms(`x ${term} y`, [term])
          .map(({ text }) => text)
          .join(''),
      ).toBe(`x ${term} y`);
});
