import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bindSpaces } from '../../src/pages/bind-spaces.ts';
import { renderText } from '../../src/pages/text/render-text.ts';
import { grapheme } from '../characters.ts';
import { cpuMsOf } from '../cpu-time.ts';

/** No-break spaces as signs that can be read: `~` is wide, `^` narrow. */
const shown = (text: string) => bindSpaces(text).replaceAll('\u00A0', '~').replaceAll('\u202F', '^');

test.each([
  ['Quoi ? Non ! Si ; voilà : oui', 'Quoi^? Non^! Si^; voilà~: oui'],
  ['« Bonjour » dit-elle', '«~Bonjour~» dit-elle'],
  ['Quoi ?!', 'Quoi^?!'],
  ['le n° 3, N° 12, no. 4', 'le n°~3, N°~12, no.~4'],
  ['le 14 juillet, 1er mai, 3 août 2026', 'le 14~juillet, 1er~mai, 3~août 2026'],
  ['14 July, 4th July, July 14, July 4th', '14~July, 4th~July, July~14, July~4th'],
  ['10 % de 5 € et 20 km', '10~% de 5~€ et 20~km'],
  ['à 18 h 30, 10 000 voix, 3,8 millions', 'à 18~h~30, 10~000 voix, 3,8~millions'],
  ['M. Dupont, Mme Aubrée, Dr Smith', 'M.~Dupont, Mme~Aubrée, Dr~Smith'],
  ['MM. A et É, Mmes A, Mlle A, Mlles A, Pr A, Me A', 'MM.~A et É, Mmes~A, Mlle~A, Mlles~A, Pr~A, Me~A'],
  ['Mr A, Mr. A, Mrs A, Mrs. A, Ms A, Ms. A, Dr. Ω', 'Mr~A, Mr.~A, Mrs~A, Mrs.~A, Ms~A, Ms.~A, Dr.~Ω'],
  ['voir p. 12 et art. 5', 'voir p.~12 et art.~5'],
])('binds what belongs together in %j', (text, bound) => {
  expect(shown(text)).toBe(bound);
});

test.each([
  'Il y a 14 juilletistes et 3 maisons.',
  'Une fin. Puis M. ou rien',
  'le plan 3 marche, 114 mairies',
  'Nothing to bind, really; nor here: no.',
  'an "open " quote',
])('leaves %j as it is', (text) => {
  expect(bindSpaces(text)).toBe(text);
});

test('only the kind of a space ever changes, and binding twice is binding once', () => {
  const piece = fc.constantFrom(
    ' ',
    '  ',
    '\n',
    '!',
    '?',
    ';',
    ':',
    '«',
    '»',
    '14',
    'juillet',
    'n°',
    '%',
    'M.',
    'Zoé',
  );
  const text = fc.oneof(
    fc.array(piece).map((pieces) => pieces.join('')),
    fc.string({ unit: grapheme }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const bound = bindSpaces(typed);
      const plain = (written: string) => written.replace(/[\u00A0\u202F]/g, ' ');
      expect(plain(bound)).toBe(plain(typed));
      expect(bindSpaces(bound)).toBe(bound);
    }),
  );
});

test('a comment is bound where it is shown, and the addresses of its links stay as they are', () => {
  const { markup } = renderText('Voir https://www.example.fr/?a=1 ! « Si » : oui');
  expect(markup).toContain('https://www.example.fr/?a=1</a>\u202F! «\u00A0Si\u00A0»\u00A0: oui');
});

test.each([' ', '1 ', 'n° ', ' !', 'M. ', '« ', '14 j', 'nnnn'])(
  'goes through a text of nothing but %j once',
  (unit) => {
    const filled = unit.repeat(300_000).slice(0, 300_000);
    expect(cpuMsOf(() => bindSpaces(filled))).toBeLessThan(1_000);
  },
);
