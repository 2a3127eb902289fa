import { expect, test } from '@jest/globals';
import { isUnfamiliar, languageOf } from '../../../../src/screening/filter/reading/detect-language.ts';
import { read } from '../../../../src/screening/filter/reading/reading.ts';

test.each([
  ['Je ne suis pas d’accord avec vous', 'en', 'fr'],
  ['I do not agree with you', 'fr', 'en'],
  ['Bravo', 'fr', 'fr'],
  ['Super', 'en', 'en'],
  ['Abruti à lunettes', 'fr', 'fr'],
  ['Or on a affaire à un abruti', 'en', 'fr'],
  ['Can’t, won’t', 'en', 'en'],
] as const)('%s, under an article in %s, is in %s', (text, article, language) => {
  expect(languageOf(read({ text }), article)).toBe(language);
});

test.each([
  'Привет мой друг, как дела у тебя сегодня',
  '这篇文章写得很好我完全同意作者的观点希望以后能看到更多',
  'Das ist nicht mehr die Stadt, in der ich groß geworden bin',
  'Não concordo com o autor, mas foi um bom texto para discutir',
  'No estoy de acuerdo con el autor, pero es un buen artículo',
  'Situs judi slot gacor terpercaya daftar sekarang juga bonus besar menanti anda disini',
])('finds unfamiliar: %s', (text) => {
  expect(isUnfamiliar(read({ text }))).toBe(true);
});

test.each([
  'Merci !',
  'Wunderbar',
  'Je ne suis pas d’accord avec vous du tout',
  'The cinema should have stayed',
])('finds familiar, or too short to tell: %s', (text) => {
  expect(isUnfamiliar(read({ text }))).toBe(false);
});
