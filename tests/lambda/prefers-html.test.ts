import { expect, test } from '@jest/globals';
import { prefersHtml } from '../../src/lambda/forms/prefers-html.ts';

test.each([
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'a browser'],
  ['TEXT/HTML', 'letters of any case'],
  ['text/html; charset=utf-8', 'a parameter'],
  ['text/html;level="1,2", application/json;q=0.5', 'a quoted comma'],
  ['text/*', 'a family'],
  ['text/html, application/json', 'pages first'],
  ['application/json;q=0, */*', 'anything but data'],
])('%s wants a page (%s)', (accept) => {
  expect(prefersHtml(accept)).toBe(true);
});

test.each([
  'application/json',
  'application/problem+json',
  'application/*',
  'application/json, text/plain, */*',
  'application/json, text/javascript, */*; q=0.01',
  'text/html;q=0.1, application/json',
  'application/json, text/html',
  'application/json;q=0.9, text/html;q=0',
  'application/json;q=0.2, text/html;q=0.20',
  'text/html;q=0, */*',
])('%s wants data', (accept) => {
  expect(prefersHtml(accept)).toBe(false);
});

test.each([
  undefined,
  '',
  '*/*',
  'image/png',
  'text/html;q=0',
  '*/*, text/html;q=0, application/*;q=0',
  ',;q=,',
])('%j says nothing of either', (accept) => {
  expect(prefersHtml(accept)).toBeUndefined();
});
