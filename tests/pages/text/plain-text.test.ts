import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from '../../../src/pages/text/plain-text.ts';

test.each([
  ['Le **vrai** prix, *hélas* : `12 €`', 'Le vrai prix, hélas\u00A0: 12 €'],
  ['[la mairie](https://mairie.fr/)', 'la mairie (mairie.fr)'],
  ['> cité\n\n- un\n- deux\n\n1. trois', 'cité\nun\ndeux\ntrois'],
  ['```\n<b>tel & quel</b>\n```', '<b>tel & quel</b>'],
  ["2 * 3 * 4 &amp; l'eau", "2 * 3 * 4 &amp; l'eau"],
])('reads %j without its marks', (text, plain) => {
  expect(plainText(text, { markdown: true })).toBe(plain);
});

test('a site without Markdown shows what was typed', () => {
  expect(plainText('Le **vrai** <prix>', { markdown: false })).toBe('Le **vrai** <prix>');
});

test('no markup is left, and none is lost that somebody typed', () => {
  const words = fc.array(fc.constantFrom('<b>', '&lt;', '"', "'", 'mot', '&#39;'), { minLength: 1 });
  fc.assert(
    fc.property(words, (parts) => {
      expect(plainText(parts.join('-'), { markdown: true })).toBe(parts.join('-'));
    }),
  );
});
