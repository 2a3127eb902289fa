import { expect, test } from '@jest/globals';
import { hasSlots, slotFiller } from '../../training/examples/slots.ts';
import { randomFrom } from '../../training/random.ts';

const filler = (language: string) => slotFiller({ language, phrases: [] }, randomFrom(7));

test('a slot says the same in every field of a comment, and its second draw another thing', () => {
  const fill = filler('en');
  const [name, host] = [fill('<goods:cap>'), fill('<goods:slug>.com')];
  expect(host).toBe(`${name.toLowerCase().replaceAll(' ', '-')}.com`);
  expect(fill('<goods:join>')).toBe(name.toLowerCase().replaceAll(' ', ''));
  const draws = Array.from({ length: 20 }, (_, nth) =>
    slotFiller({ language: 'en', phrases: [] }, randomFrom(nth)),
  );
  expect(draws.some((one) => one('<goods>') !== one('<goods2>'))).toBe(true);
});

test('a page is named after the goods it sells, and its host is the page’s', () => {
  const fill = filler('fr');
  const page = fill('<page>');
  expect(URL.canParse(page)).toBe(true);
  expect(page).toContain(fill('<host>'));
});

test('tags and unknown slots stay as they are', () => {
  expect(filler('en')('<b>ok</b> <a href="x">y</a> <constructor> <unknown2:cap>')).toBe(
    '<b>ok</b> <a href="x">y</a> <constructor> <unknown2:cap>',
  );
});

test('no token is left in a filled text', () => {
  const kinds = [
    'person',
    'own',
    'name',
    'token',
    'phone',
    'trade',
    'town',
    'sell',
    'device',
    'software',
    'airline',
  ];
  const more = ['drug', 'product', 'ail', 'theme', 'shopkind', 'error', 'last', 'nom', 'host', 'page'];
  for (const language of ['en', 'fr'])
    for (const kind of [...kinds, ...more]) {
      const filled = filler(language)(`<${kind}>`);
      expect(filled).not.toBe('');
      expect(filled).not.toMatch(/[<>]/);
    }
});

test('only templates with slots make many texts', () => {
  expect(hasSlots({ text: 'Merci', author: '<trade> <town>' })).toBe(true);
  expect(hasSlots({ text: '<b>Merci</b> <i>à</i> tous {bien|mal}' })).toBe(false);
});
