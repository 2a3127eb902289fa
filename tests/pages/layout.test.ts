import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { html } from '../../src/pages/html.ts';
import { layout, pageHeaders, STYLE_DIGEST } from '../../src/pages/layout.ts';

const page = layout({ language: 'fr', title: '<b>', body: html`<p>x</p>` });

test('the policy names the digest of the very style in the page', () => {
  const [, style = ''] = page.match(/<style>([^<]*)<\/style>/) ?? [];
  expect(STYLE_DIGEST).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
  expect(pageHeaders()['content-security-policy']).toContain(`style-src '${STYLE_DIGEST}'`);
});

test('a page says its language, escapes its title and loads nothing', () => {
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain('<title>&lt;b&gt;</title>');
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(/);
});

test('a title that is a sentence loses its full stop', () => {
  const site = { name: 'Le Courrier', origins: [] };
  const title = 'Merci, votre signalement est arrivé.';
  const named = layout({ language: 'fr', site, title, body: html`<p>x</p>` });
  expect(named).toContain('<title>Merci, votre signalement est arrivé – Le Courrier</title>');
});

test('pages are kept by nobody and tell no other site where the reader was', () => {
  expect(pageHeaders()).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
});

test('a form may end up on the given origins, and nothing else gets into the policy', () => {
  const policy = (origins: string[]) => pageHeaders(origins)['content-security-policy'];
  expect(policy(['https://www.example.fr', 'http://127.0.0.1:4000'])).toContain(
    "form-action 'self' https://www.example.fr http://127.0.0.1:4000;",
  );
  expect(policy(["https://x.fr; script-src 'unsafe-inline'", 'https://x.fr\r\nset-cookie: a=b'])).toBe(
    policy([]),
  );
});
