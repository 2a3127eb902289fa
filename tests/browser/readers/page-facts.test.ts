import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { publisherOf, readersOf } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);

beforeAll(() => calls.setPolicy({ ...noFlood, formToken: { minS: 0 } }), 120_000);

const elementOf = (article: string) =>
  `<palabre-comments site="demo" article="${article}" lang="fr"></palabre-comments>`;

/** Sends a comment by the form of a page's first element, whichever is drawn first. @returns what went along, and the answer */
const sentFrom = async (page: Page, text: string) => {
  const sending = page.waitForRequest((request) => request.method() === 'POST');
  const form = page.locator('palabre-comments').first().locator('form');
  await form.getByLabel('Votre commentaire').fill(text);
  await form.getByLabel('Votre nom').fill('Odile');
  await form.getByRole('button', { name: 'Envoyer' }).click();
  const request = await sending;
  const answer = (await (await request.response())?.json()) as any;
  await page.context().close();
  return { body: JSON.parse(request.postData() ?? '{}'), answer };
};

test('a comment of a form that the script made tells the article’s title and address, and once approved they lead back', async () => {
  const { page } = await readers.openBare(elementOf('a-1'), { path: '/bare?p=12#haut' });
  const { body, answer } = await sentFrom(page, 'Un mot de la page nue.');
  const link = `${server.url}/bare?p=12`;
  expect(body).toMatchObject({ title: 'Un article', link });
  await calls.decide('a-1', answer.id, 'approve');
  const receipt = await fetch(answer.links.receipt, { headers: { accept: 'application/json' } });
  expect(await receipt.json()).toMatchObject({
    article: { id: 'a-1', title: 'Un article', link },
    links: { self: `${link}&around=${answer.id}#comment-${answer.id}` },
  });
});

test.each([
  ['/articles/halle', '/articles/halle'],
  ['https://ailleurs.example/halle', '/bare'],
])('what the page says of itself counts: canonical %s', async (canonical, path) => {
  const stated = `<meta property="og:title" content="${'🎪La halle🎪'.repeat(60)}"><link rel="canonical" href="${canonical}">`;
  const { page } = await readers.openBare(`${stated}${elementOf('a-2')}`);
  const { body, answer } = await sentFrom(page, `Un mot qui dit ${canonical} et rien de plus.`);
  expect(body.link).toBe(`${server.url}${path}`);
  expect([...body.title]).toHaveLength(300);
  expect(answer.status).toBe('pending');
});

test('an address whose fragment is a route is told with it, before what the page says of its own', async () => {
  const stated = '<link rel="canonical" href="/bare">';
  const { page } = await readers.openBare(`${stated}${elementOf('a-3')}`, { path: '/bare#/ville/a-3' });
  const { body } = await sentFrom(page, 'Un mot d’une application.');
  expect(body.link).toBe(`${server.url}/bare#/ville/a-3`);
});

test('a page of several articles tells nothing of them, unless their ids are addresses', async () => {
  const { page } = await readers.openBare(`${elementOf('a-3')}${elementOf('a-4')}`);
  const { body } = await sentFrom(page, 'Un mot sur la première des deux.');
  expect(body).not.toHaveProperty('title');
  expect(body).not.toHaveProperty('link');
  const address = `${server.url}/2026/halle`;
  const named = await readers.openBare(`${elementOf(address)}${elementOf('a-5')}`);
  const other = await sentFrom(named.page, 'Un mot sur un article nommé par son adresse.');
  expect(other.body).toMatchObject({ article: address, link: address });
  expect(other.answer.status).toBe('pending');
});

test.each([
  ['longer than an address may be', `suivi=${'x'.repeat(2_100)}`, 'Retour aux commentaires'],
  ['with a backslash, which is no part of one', 'suivi=a\\b', 'Retour à l’article'],
])('a comment can be reported from a page whose address trackers made %s', async (_, query, way) => {
  const id = await publisherOf(calls)('Marc', 'Un mot à signaler.', 'a-7');
  const { page } = await readers.openBare(elementOf('a-7'), { path: `/bare?${query}` });
  await page.locator(`#comment-${id}`).getByRole('link', { name: 'Signaler' }).click();
  await page.getByRole('heading', { name: 'Signaler ce commentaire' }).waitFor();
  expect(await page.locator('.ways').innerText()).toContain(way);
  await page.context().close();
});

test('what the service does not take of the page is no fault of the reader: the comment goes without', async () => {
  // Pages of the API's own origin may send, though the site does not name it as one of its own.
  await server.makeSite('autre');
  const { page } = await readers.openBare(
    '<palabre-comments site="autre" article="a-6" lang="fr"></palabre-comments>',
  );
  const form = page.locator('form');
  await form.getByLabel('Votre commentaire').fill('Un mot d’une page que le site ne connaît pas.');
  await form.getByLabel('Votre nom').fill('Odile');
  await form.getByRole('button', { name: 'Envoyer' }).click();
  await page.locator('.own').getByText('relecture').waitFor();
  await page.context().close();
});
