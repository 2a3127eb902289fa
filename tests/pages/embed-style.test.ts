import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { embedStyle } from '../../src/pages/embed-style.ts';

const sheet = embedStyle.markup;

test('the style sheet for publishers costs a reader no more than two kilobytes, and loads nothing', () => {
  expect(brotliCompressSync(sheet).length).toBeLessThan(2_000);
  expect(sheet).not.toMatch(/url\(|@import|</);
});

test('every rule of it keeps to the comments and the form', () => {
  const selectors = [...sheet.matchAll(/([^{}]+)\{/g)].map(([, selector = '']) => selector.trim());
  for (const selector of selectors.filter((one) => !one.startsWith('@')))
    for (const part of selector.split(/,(?![^(]*\))/))
      expect([part, /^(?:[.]comment(?:s|-form)|palabre-comments)\b/.test(part)]).toEqual([part, true]);
});

test('edges of what is operated are of the ink for edges, not of the lines between', () => {
  for (const rule of sheet.split('}').filter((one) => /input|textarea|button|[.]sort\{/.test(one)))
    expect(rule).not.toMatch(/border[^;]*var\(--line\)/);
});

test('each of its colours can be another, and is for light and for dark', () => {
  for (const name of ['accent', 'soft', 'line', 'wash', 'good', 'warn', 'bad'])
    expect(sheet).toMatch(new RegExp(`--${name}:var\\(--palabre-${name},light-dark\\(#\\w+,#\\w+\\)\\)`));
});
