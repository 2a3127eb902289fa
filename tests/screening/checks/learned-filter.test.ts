import { expect, test } from '@jest/globals';
import { bandOf, learnedFilter, outcomeOf } from '../../../src/screening/checks/learned-filter.ts';
import { read } from '../../../src/screening/filter/reading.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const stranger = { proven: false, approved: 0, refused: 0 };
const look = (draft: Parameters<typeof aDraft>[0], author = stranger) =>
  learnedFilter.look(anEvidence({ draft: aDraft(draft), author }));

const advertising = {
  author: 'casino en ligne',
  url: 'http://casino-bonus.example.xyz/',
  text: 'Jouez au casino en ligne, bonus gratuit 500 € ! http://casino-bonus.example.xyz/free WhatsApp +33 6 12 34 56 78',
};

test('calls advertising spam', () => {
  expect(look(advertising)?.outcome).toBe('spam');
});

test('holds the same from an author whom the site has approved before', () => {
  expect(look(advertising, { proven: true, approved: 1, refused: 0 })?.outcome).toBe('hold');
});

test.each([
  'Le train est en retard, comme toujours.',
  'Vous êtes une bande d’incapables, démission !',
  'Merci !',
  'D’accord avec Marie. Les chiffres sont sur https://www.insee.fr/fr/statistiques/4277619',
])('has no objection to: %s', (text) => {
  expect(look({ text, author: 'Jean' })).toBeUndefined();
});

test('goes by the policy’s thresholds', () => {
  const filter = { holdFrom: 1, spamFrom: 2 };
  expect([0.9, 1, 1.9, 2].map((odds) => outcomeOf(odds, filter, stranger))).toEqual([
    ...['approve', 'hold', 'hold', 'spam'],
  ]);
  const lenient = aPolicy({ filter: { holdFrom: 50, spamFrom: 50, holdAbuse: false } });
  expect(learnedFilter.look(anEvidence({ draft: aDraft(advertising), policy: lenient }))).toBeUndefined();
});

test('a language only widens the band that people look at', () => {
  const filter = { holdFrom: 1, spamFrom: 2 };
  const band = (text: string, article: 'fr' | 'en' = 'en') => bandOf(filter, read({ text }), article);
  expect(band('Привет мой друг, как дела у тебя')).toEqual({ holdFrom: 1, spamFrom: 4 });
  expect(band('Bonjour à tous, comment allez-vous ?', 'fr')).toEqual({ holdFrom: -0.5, spamFrom: 2 });
  expect(band('Olá a todos, que bom que mais gente gosta de peixes')).toEqual(filter);
  expect(band('Hello to all of you', 'fr')).toEqual(filter);
});
