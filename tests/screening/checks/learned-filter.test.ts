import { expect, test } from '@jest/globals';
import type { Draft } from '../../../src/comment/comment.ts';
import type { Evidence } from '../../../src/screening/check.ts';
import { learnedFilter } from '../../../src/screening/checks/learned-filter.ts';
import { probability } from '../../../src/screening/filter/model/model.ts';
import { read } from '../../../src/screening/filter/reading/reading.ts';
import { modelUpdateOf } from '../../../src/screening/filter/site/site-learning.ts';
import { learned } from '../../../src/screening/filter/site/site-memory.ts';
import { aDraft, anEvidence, aPolicy, NOW } from '../../make.ts';

const stranger = { proven: false, approved: 0, refused: 0, spam: 0, unseen: 0 };
const look = (draft: Partial<Draft>, stated: Partial<Evidence> = {}) =>
  learnedFilter.run(anEvidence({ draft: aDraft(draft), author: stranger, ...stated }));

const advertising = {
  author: 'casino en ligne',
  url: 'http://casino-bonus.example.xyz/',
  text: 'Jouez au casino en ligne, bonus gratuit 500 € ! http://casino-bonus.example.xyz/free WhatsApp +33 6 12 34 56 78',
};

test('calls advertising spam and names the words that weighed most', () => {
  const said = look(advertising);
  expect(said?.outcome).toBe('spam');
  expect(said?.score).toBeGreaterThan(0.9);
  expect(said?.traces.map(({ term }) => term).join()).toContain('casino');
});

test('holds the same from an author whom the site has approved before', () => {
  expect(look(advertising, { author: { ...stranger, proven: true, approved: 1 } })?.outcome).toBe('hold');
});

test('a policy may switch the filter off, or let it only hold', () => {
  const policy = (spamPercent: null, holdPercent: number | null) =>
    aPolicy({ learnedFilter: { holdPercent, spamPercent } });
  expect(look(advertising, { policy: policy(null, null) })).toBeUndefined();
  expect(look(advertising, { policy: policy(null, 1) })?.outcome).toBe('hold');
});

test.each([
  'Le train est en retard, comme toujours.',
  'Vous êtes une bande d’incapables, démission !',
  'Merci !',
  'D’accord avec Marie. Les chiffres sont sur https://www.insee.fr/fr/statistiques/4277619',
])('does not object to: %s', (text) => {
  expect(look({ text, author: 'Jean' })).toBeUndefined();
});

test('learns from the site’s moderators', () => {
  const about = (place: string) => ({
    text: `Visitez la maison d’hôtes des Glycines à ${place}, chambres au calme et table du soir`,
    author: 'Odile',
  });
  const places = ['Brest', 'Vannes', 'Dinan', 'Auray', 'Lannion', 'Quimper', 'Rennes', 'Redon'];
  const teach = (spam: boolean, texts: readonly { text: string; author: string }[]) =>
    texts.map((draft, nth) =>
      modelUpdateOf({ event: `${spam} ${nth}`, isSpam: spam, now: NOW }, read(draft), spam ? -2 : 2),
    );
  const honest = places.map((place) => ({ text: `La digue de ${place} a tenu cette nuit`, author: 'Yann' }));
  const memory = [...teach(true, places.map(about)), ...teach(false, honest)].reduce(learned, []);

  expect(look(about('Morlaix'))).toBeUndefined();
  const said = look(about('Morlaix'), { learned: memory });
  expect(said?.outcome).toBe('hold');
  expect(said?.score).toBeGreaterThan(probability(0));
  expect(look({ text: 'La digue de Morlaix a tenu cette nuit' }, { learned: memory })).toBeUndefined();
});

test('ignores the language that the reader’s browser asks for', () => {
  const said = (language: 'fr' | 'en') => look({ ...advertising, language });
  expect(said('en')).toEqual(said('fr'));
});

test('holds an advert inside a long honest text', () => {
  const sentence = (n: number) =>
    `Le conseil du ${n} mars a duré quatre heures, et le point sur la digue a été reporté une fois de plus. `;
  const long = (from: number) => Array.from({ length: 20 }, (_, n) => sentence(from + n)).join('');
  expect(look({ text: long(1), author: 'Jean' })).toBeUndefined();
  const said = look({ text: `${long(1)} ${advertising.text} ${long(30)}`, author: 'Jean' });
  expect(said?.outcome).toBe('hold');
  expect(said?.traces.map(({ term }) => term).join()).toContain('casino');
});
