import { expect, test } from '@jest/globals';
import { bandOf, judge, outcomeOf } from '../../../src/screening/filter/judge.ts';
import { read } from '../../../src/screening/filter/reading.ts';
import { shippedModel } from '../../../src/screening/filter/shipped.ts';

const stranger = { proven: false, approved: 0 };
const model = shippedModel();
const look = (draft: { text: string; author?: string; url?: string }, author = stranger) =>
  judge(
    model,
    { author: undefined, url: undefined, email: undefined, title: undefined, language: 'fr', ...draft },
    'fr',
    author,
  );

const advertising = {
  author: 'casino en ligne',
  url: 'http://casino-bonus.example.xyz/',
  text: 'Jouez au casino en ligne, bonus gratuit 500 € ! http://casino-bonus.example.xyz/free WhatsApp +33 6 12 34 56 78',
};

test('calls advertising spam', () => {
  expect(look(advertising).outcome).toBe('spam');
});

test('holds the same from an author whom the site has approved before', () => {
  expect(look(advertising, { proven: true, approved: 1 }).outcome).toBe('hold');
});

test.each([
  'Le train est en retard, comme toujours.',
  'Vous êtes une bande d’incapables, démission !',
  'Merci !',
  'D’accord avec Marie. Les chiffres sont sur https://www.insee.fr/fr/statistiques/4277619',
])('has no objection to: %s', (text) => {
  expect(look({ text, author: 'Jean' })).toMatchObject({ outcome: 'approve', reasons: [] });
});

test('goes by its thresholds', () => {
  const filter = { holdFrom: 1, spamFrom: 2 };
  expect([0.9, 1, 1.9, 2].map((odds) => outcomeOf(odds, filter, stranger))).toEqual([
    ...['approve', 'hold', 'hold', 'spam'],
  ]);
});

test('a language only widens the band that people look at', () => {
  const filter = { holdFrom: 1, spamFrom: 2 };
  const band = (text: string, article: 'fr' | 'en' = 'en') => bandOf(filter, read({ text }), article);
  expect(band('Привет мой друг, как дела у тебя')).toEqual({ holdFrom: 1, spamFrom: 4 });
  expect(band('Bonjour à tous, comment allez-vous ?', 'fr')).toEqual({ holdFrom: -0.5, spamFrom: 2 });
  expect(band('Olá a todos, que bom que mais gente gosta de peixes')).toEqual(filter);
  expect(band('Hello to all of you', 'fr')).toEqual(filter);
});
