import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml, html } from '../../src/pages/html.ts';
import { grapheme } from '../characters.ts';
import { decode, hostile, parse } from './markup.ts';

test('text in a template comes back as text, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: grapheme }), fc.constantFrom(...hostile)), (text) => {
      const { tags, text: shown } = parse(html`<p>${text}</p>`.markup);
      expect(shown).toBe(text);
      expect(tags).toHaveLength(1);
    }),
  );
});

test('an attribute in a template keeps its value, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: grapheme }), fc.constantFrom(...hostile)), (text) => {
      const { tags } = parse(html`<a href="${text}">x</a>`.markup);
      expect([...(tags[0]?.attributes ?? [])]).toEqual([['href', text]]);
    }),
  );
});

test('a line feed after a carriage return survives, as browsers would else join them', () => {
  expect(escapeHtml('a\r\nb')).toBe('a&#13;\nb');
  expect(decode(escapeHtml('a\r\nb'))).toBe('a\r\nb');
});

test('markup inside markup is not escaped again, lists are joined, undefined and false vanish', () => {
  expect(html`${[html`<b>${'<'}</b>`, 1, undefined, false]}`.markup).toBe('<b>&lt;</b>1');
});
