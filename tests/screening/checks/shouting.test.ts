import { expect, test } from '@jest/globals';
import { shouting } from '../../../src/screening/checks/shouting.ts';
import { aDraft, anEvidence } from '../../make.ts';

const on = (text: string) => shouting.run(anEvidence({ draft: aDraft({ text }) }));

test.each([
  'C’EST UNE HONTE, RENDEZ L’ARGENT !!!',
  'ПОЧЕМУ ВЫ ВСЁ ВРЕМЯ ВРЁТЕ НАМ',
  'ALLEZ LES BLEUS, allez, LES BLEUS',
])('holds a text that is nearly all in capitals: %s', (text) => {
  expect(on(text)?.outcome).toBe('hold');
});

test.each([
  'LE TRAIN EST EN RETARD', // 18 letters
  'La SNCF, la RATP et la CGT négocient avec la DGAC.',
  'هذا المقال ممتاز جداً شكراً للكاتب على هذا العمل الرائع',
  '这篇文章写得很好 OK 我完全同意作者的观点',
  '12345 67890 12345 67890 !!!',
])('does not object to: %s', (text) => {
  expect(on(text)).toBeUndefined();
});
