import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { install } from '../installed-apart.ts';
import { astroPage, hasHugo, hugoPage, plainPage, reactMarkup, reactPage, sweep } from './build-pages.ts';

// The lines that docs/embed.md gives to publishers, in pages made by what publishers use, read and written on in a browser.

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
/** As generators of sites name a page with an accent: read from a query unescaped, it would be another article. */
const ARTICLE = '/march%C3%A9/';
const OTHER = 'gare-42';
const SAID = 'La halle a rouvert samedi.';

beforeAll(async () => {
  install();
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 } });
  for (const [article, text] of [
    [ARTICLE, SAID],
    [OTHER, 'La gare attendra.'],
  ] as const) {
    const { id } = (await (await calls.submit(article, { author: 'Léa', text })).json()) as any;
    await calls.decide(article, id, 'approve');
  }
});
afterAll(sweep);

/** Opens a page as the publisher's own, on another origin of the site than the API's. */
const open = async (markup: string, options: object = {}) => {
  // The answer of a test counts as public, and this server as one of a private network.
  const page = await browser.open({ locale: 'fr-FR', permissions: ['local-network-access'], ...options });
  const elsewhere = server.url.replace('127.0.0.1', 'localhost');
  const errors: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.route(`${elsewhere}/article`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup }),
  );
  await page.goto(`${elsewhere}/article`);
  return { page, errors, origins: () => new Set(asked.filter((origin) => origin !== 'null')), elsewhere };
};

/** Reads the comment that is there, and writes one. */
const readAndWrite = async (markup: string) => {
  const { page, errors, origins, elsewhere } = await open(markup);
  await page.getByText(SAID).waitFor();
  await page.getByLabel('Votre commentaire').fill(`Un mot de plus sur la halle, le ${Date.now()}e.`);
  await page.getByLabel('Votre nom').fill('Odile');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await page.locator('.own').waitFor();
  expect(errors).toEqual([]);
  expect(origins()).toEqual(new Set([elsewhere, server.url]));
  return page;
};

/** Without JavaScript: the way to a page where one can read and write. */
const readPlainly = async (markup: string) => {
  const { page } = await open(markup, { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'Commentaires' }).click();
  await page.getByText(SAID).waitFor();
  await page.getByRole('link', { name: 'Écrire un commentaire' }).click();
  await page.getByLabel('Votre commentaire').waitFor();
  await page.context().close();
};

test('plain HTML: comments, a form, and a badge', async () => {
  const page = await readAndWrite(plainPage(server.url, ARTICLE));
  expect(await page.locator('palabre-count').innerText()).toMatch(/^1 /);
  await page.context().close();
});

(hasHugo() ? test : test.skip)('Hugo', async () => {
  const markup = hugoPage(server.url);
  await (await readAndWrite(markup)).context().close();
  await readPlainly(markup);
});

test('Astro', async () => {
  const markup = astroPage(server.url);
  await (await readAndWrite(markup)).context().close();
  await readPlainly(markup);
});

test('React: in the browser, from one article to another, and on a server', async () => {
  const page = await readAndWrite(await reactPage(server.url, [ARTICLE, OTHER]));
  await page.getByRole('button', { name: 'Article suivant' }).click();
  await page.getByText('La gare attendra.').waitFor();
  expect(await page.getByText(SAID).count()).toBe(0);
  expect(await page.locator('palabre-comments').count()).toBe(1);
  await page.context().close();
  await readPlainly(
    `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Un article</title>${await reactMarkup(server.url, ARTICLE)}`,
  );
});
