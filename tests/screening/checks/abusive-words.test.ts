import { expect, test } from '@jest/globals';
import type { Language } from '../../../src/comment/site.ts';
import { abusiveWords } from '../../../src/screening/checks/abusive-words.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const { filter } = aPolicy();
const look = (text: string, language: Language = 'fr', holdAbuse = true) =>
  abusiveWords.look(
    anEvidence({ draft: aDraft({ text, language }), policy: aPolicy({ filter: { ...filter, holdAbuse } }) }),
  );

test.each([
  ['Espèce de connard, va', 'fr', 'connard'],
  ['Le maire est un c0nnard', 'fr', 'connard'],
  ['Bande de s a l a u d s', 'fr', 'salauds'],
  ['Fils de pute !', 'fr', 'fils de pute'],
  ['You are such a moron and you know it', 'fr', 'moron'],
  ['shut the fuck up', 'en', 'shut the fuck up'],
] as const)('holds: %s', (text, language, term) => {
  const { outcome, traces } = look(text, language) ?? {};
  expect(outcome).toBe('hold');
  expect(traces).toContainEqual({ field: 'text', term });
});

test.each([
  ['Le train est en retard, comme toujours.', 'fr'],
  ['Le train est en retard, comme toujours.', 'en'],
  ['Le maire ment, qu’il démissionne !', 'fr'],
  ['Des connardises, voilà tout', 'fr'],
  ['That is a shitty situation for the town', 'en'],
] as const)('has no objection to: %s', (text, language) => {
  expect(look(text, language)).toBeUndefined();
});

test('looks only where the policy asks for it', () => {
  expect(look('Espèce de connard', 'fr', false)).toBeUndefined();
});
