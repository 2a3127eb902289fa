import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderText } from '../../../src/pages/text/render-text.ts';
import { grapheme } from '../../characters.ts';
import { cpuMsOf } from '../../cpu-time.ts';
import { hostile, parse } from '../markup.ts';

const markup = (text: string) => renderText(text).markup;

test('blank lines part paragraphs, other line breaks stay', () => {
  expect(markup('a\nb\n \n\nc\n')).toBe('<p dir="auto">a<br>b</p><p dir="auto">c</p>');
});

test('links http and https addresses, and what follows them stays text', () => {
  expect(markup('Voir https://www.example.fr/a_(b), ou pas.')).toBe(
    '<p dir="auto">Voir <a href="https://www.example.fr/a_(b)" rel="nofollow ugc noopener">https://www.example.fr/a_(b)</a>, ou pas.</p>',
  );
});

test.each([
  'javascript:alert(1)',
  '//evil.example',
  'ftp://a.example/',
  'mailto:a@b.example a@b.example',
  'www.a.example',
  'data:text/html,x',
  'https:evil.example',
  '[x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '![x](//t.example/p.gif)',
])('does not link %s', (text) => {
  expect(parse(markup(text)).tags.map(({ name }) => name)).toEqual(['p']);
});

test('no text ever makes an element other than paragraphs, breaks and links to the web', () => {
  const piece = fc.oneof(
    fc.string({ unit: grapheme }),
    fc.constantFrom(
      ...hostile,
      'http://a.example/',
      "https://x.example/?'on='",
      'https://u:p@e.example',
      '\n',
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const { name, attributes } of parse(markup(pieces.join(''))).tags) {
        expect(['p', 'br', 'a']).toContain(name);
        if (name === 'a') {
          expect([...attributes.keys()]).toEqual(['href', 'rel']);
          expect(attributes.get('href')).toMatch(/^https?:\/\/[^/@]+\//);
        }
      }
    }),
  );
});

test('every visible character of a text is shown', () => {
  fc.assert(
    fc.property(fc.string({ unit: grapheme }), (text) => {
      const bare = (shown: string) => shown.replace(/\s/g, '');
      expect(bare(parse(markup(text)).text)).toBe(bare(text));
    }),
  );
});

test.each([
  'http://',
  'a@',
  'www.',
  'mailto:',
  'http://a.b ',
  'https://é.',
  '*',
  '(',
  '\n',
  ' \n',
  '<',
  '[',
  '> ',
  '`',
  '**a ',
])('goes through a text of nothing but %j once', (unit) => {
  const filled = unit.repeat(300_000).slice(0, 300_000);
  expect(cpuMsOf(() => markup(filled))).toBeLessThan(2_000);
  expect(cpuMsOf(() => markup(`http://e.com/${filled}a`))).toBeLessThan(2_000);
});
