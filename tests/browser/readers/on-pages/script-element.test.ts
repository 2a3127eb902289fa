import { beforeAll, expect, test } from '@jest/globals';
import { bareDocument, FRENCH, withReaders } from '../reader-page.ts';

const { browser, publish, readers, server } = withReaders();

beforeAll(async () => {
  await publish('Marc', 'Sous la halle, il fait bon.');
});

const WAY = `<a href="/v1/sites/demo/comments.html?as=page&lang=fr&article=${FRENCH}">Commentaires</a>`;
const ELEMENT = `<palabre-comments site="demo" article="${FRENCH}">${WAY}</palabre-comments>`;

test('a page that loads the script twice fails at nothing', async () => {
  const tag = '<script src="/embed.js"></script>';
  const twice = bareDocument(ELEMENT).replace('</head>', `${tag}${tag}</head>`).replace(' defer', '');
  const page = await browser.open();
  const errors: string[] = [];
  page.on('pageerror', ({ name }) => errors.push(name));
  await page.route(`${server.url}/page`, (route) => route.fulfill({ contentType: 'text/html', body: twice }));
  await readers.visit(page, '/page');
  await page.locator('.comments article').waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('the link inside an element leads to the comments while the script is not there, and goes once they are', async () => {
  const { page } = await readers.openBare(ELEMENT);
  await page.locator('.comments article').waitFor();
  expect(await page.locator('palabre-comments > a').count()).toBe(0);
  await page.route('**/embed.js', (route) => route.abort());
  await page.reload();
  await page.getByRole('link', { name: 'Commentaires' }).click();
  await page.getByText('Sous la halle, il fait bon.').waitFor();
  await page.context().close();
});

test('the link stays where the comments do not load', async () => {
  const page = await browser.open({ locale: 'fr-FR' });
  await page.route('**/comments?*', (route) => route.fulfill({ status: 503, body: '' }));
  await page.route(`${server.url}/page`, (route) =>
    route.fulfill({ contentType: 'text/html', body: bareDocument(ELEMENT) }),
  );
  await readers.visit(page, '/page');
  await page.getByText('Les commentaires ne se chargent pas.').waitFor();
  expect(await page.locator('palabre-comments > a').isVisible()).toBe(true);
  await page.context().close();
});
