import { expect, test } from '@jest/globals';
import { endlessWord } from '../../../src/screening/checks/endless-word.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const on = (text: string) =>
  endlessWord.run(anEvidence({ draft: aDraft({ text }), policy: aPolicy({ text: { wordMax: 100 } }) }));

test.each([
  ['letters', 'a'.repeat(101)],
  ['letters among words', `Bravo ! ${'ha'.repeat(51)} merci`],
  ['accents heaped on one letter', `e${'\u0301'.repeat(100)}`],
  ['letters after a link', `https://a.example/ ${'x'.repeat(101)}`],
])('holds a word of %s', (_, text) => {
  expect(on(text)?.outcome).toBe('hold');
});

test.each([
  ['a word as long as allowed', 'a'.repeat(100)],
  ['astral letters, each of which is one character', '𝒶'.repeat(100)],
  ['a long link', `https://a.example/${'x'.repeat(300)}`],
  ['a long link without a scheme', `Lisez www.example.fr/${'x'.repeat(300)}`],
  ['Chinese', '这篇文章写得很好，我完全同意作者的观点。'.repeat(10)],
  ['Japanese', 'この記事はとても分かりやすかったです。コーヒー、'.repeat(10)],
  ['Thai', 'บทความนี้เขียนได้ดีมาก'.repeat(10)],
  ['Khmer', 'អត្ថបទនេះល្អណាស់'.repeat(10)],
  ['a row of pictures', '👨‍👩‍👧‍👦👏🏽'.repeat(30)],
])('does not object to %s', (_, text) => {
  expect(on(text)).toBeUndefined();
});
