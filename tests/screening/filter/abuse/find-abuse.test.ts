import { expect, test } from '@jest/globals';
import type { Language } from '../../../../src/comment/site.ts';
import { findAbuse } from '../../../../src/screening/filter/abuse/find-abuse.ts';

const look = (text: string, language: Language = 'fr') => findAbuse(text, language);

test.each([
  ['Espèce de connard, va', 'fr', 'connard'],
  ['Le maire est un c0nnard', 'fr', 'connard'],
  ['Bande de s a l a u d s', 'fr', 'salauds'],
  ['Fils de pute !', 'fr', 'fils de pute'],
  ['Gros f.d.p', 'fr', 'f d p'],
  ['You are such a moron and you know it', 'fr', 'moron'],
  ['shut the fuck up', 'en', 'shut the fuck up'],
] as const)('finds the insult in: %s', (text, language, term) => {
  expect(look(text, language)).toContain(term);
});

test.each([
  ['Le train est en retard, comme toujours.', 'fr'],
  ['Le train est en retard, comme toujours.', 'en'],
  ['Le maire ment, qu’il démissionne !', 'fr'],
  ['Des connardises, voilà tout', 'fr'],
  ['Il me faut une tapette à mouches', 'fr'],
  ['That is a shitty situation for the town', 'en'],
] as const)('finds none in: %s', (text, language) => {
  expect(look(text, language)).toEqual([]);
});
