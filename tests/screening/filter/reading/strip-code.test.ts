import { expect, test } from '@jest/globals';
import { withoutCode } from '../../../../src/screening/filter/reading/strip-code.ts';

test.each([
  'return items.filter((x) => x.price > 0);',
  '   at MyApp.Program.Main(String[] args) in Program.cs:line 42',
  '2019-11-03 22:10:41 WARN [main] Retry 3/5',
  'System.InvalidOperationException: Sequence contains no elements',
  'sudo make install && ./configure --with-ssl=/opt/ssl',
  'var prompt = document.getElementById("q");',
])('recognises code in: %s', (line) => {
  expect(withoutCode(`I get this\n${line}\nAny ideas?`)).toEqual({
    text: 'I get this\nAny ideas?',
    lines: 1,
  });
});

test.each([
  'Le tarif (12 €) est affiché ; merci.',
  'I was there at 10:30 (with my dad), it was closed.',
  'Casino bonus (free) => http://casino.example/?a=1;',
  '<a href="https://shop.example">cheap</a>;',
  'Return to the shop, class act.',
  '<p><strong>Article 4</strong> (nouveau) : « l’usager » ;</p>',
])('recognises no code in: %s', (text) => {
  expect(withoutCode(text)).toEqual({ text, lines: 0 });
});
