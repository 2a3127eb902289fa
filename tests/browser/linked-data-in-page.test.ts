import { expect, test } from '@jest/globals';
import { linkedData } from '../../src/feeds/linked-data.ts';
import { hostileText } from '../feeds/hostile-texts.ts';
import { withBrowser } from '../server/browser.ts';
import { anId, NOW } from '../storage/with-store.ts';

const browser = withBrowser();
const PAGE = 'https://exemple.fr/gare';
const comments = Array.from({ length: 60 }, (_, n) => ({
  id: anId(n),
  root: anId(n),
  author: 'Odile',
  text: hostileText(n),
  createdAt: NOW,
}));
const data = linkedData(comments, {
  baseUrl: 'https://api.exemple.fr',
  site: { id: 'demo', name: 'Le Courrier' },
  article: { id: 'gare', link: PAGE, count: comments.length },
});

test('a browser keeps the linked data whole in a page of a strict policy, and reports nothing', async () => {
  const page = await browser.open();
  const reports: string[] = [];
  page.on('console', (message) => reports.push(message.text()));
  page.on('dialog', (dialog) => dialog.dismiss().then(() => reports.push('dialog')));
  await page.route('**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'",
      },
      body: `<!doctype html><title>Gare</title><script type="application/ld+json">${data}</script><p>Fin.`,
    }),
  );
  await page.goto(PAGE);
  const scripts = await page.locator('script').allTextContents();
  expect(scripts).toEqual([data]);
  expect(JSON.parse(scripts[0] ?? '').comment).toHaveLength(60);
  expect(await page.locator('body').innerText()).toBe('Fin.');
  expect(reports).toEqual([]);
  await page.context().close();
});
