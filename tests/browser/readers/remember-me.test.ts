import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { readersOf, rememberBox, seenOn, sendIt, write } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);

beforeAll(() => calls.setPolicy({ ...noFlood, formToken: { minS: 0 } }), 120_000);

const stored = (page: Page): Promise<string[]> => page.evaluate('Object.keys(localStorage)');
/** The same browser, another day: a new tab shares what is stored, and no session. */
const anotherVisit = async (page: Page, path = '/fr/') =>
  (await readers.visit(await page.context().newPage(), path)).page;

test.each([
  ['/fr/', 'Votre nom', 'E-mail'],
  ['/en/', 'Your name', 'Email'],
])(
  'whoever ticked the box finds name, e-mail and waiting comment again on another visit of %s',
  async (path, name, email) => {
    const { page } = await readers.open(path);
    await write(page, 'Une remarque de passage, rien de plus.', 'Odile Marchenoir');
    await page.getByLabel(email).fill('odile@example.fr');
    await rememberBox(page).check();
    await sendIt(page);
    await page.locator('.own').waitFor();

    const later = await anotherVisit(page, path);
    await later.locator('.own').getByText('Une remarque de passage').waitFor();
    expect(await later.getByLabel(name).inputValue()).toBe('Odile Marchenoir');
    expect(await later.getByLabel(email).inputValue()).toBe('odile@example.fr');
    expect(await rememberBox(later).isChecked()).toBe(true);
    expect(await later.locator('.own').getByRole('link').getAttribute('href')).toContain('/r/');
    expect((await seenOn(later)).violations).toEqual([]);
    await page.context().close();
  },
);

test('who unticks the box and sends is forgotten in this browser, and keeps their comments for this tab', async () => {
  const { page } = await readers.open();
  await write(page, 'Le premier, avec la case.');
  await rememberBox(page).check();
  await sendIt(page);
  await page.getByText('Le premier, avec la case.').waitFor();
  expect((await stored(page)).length).toBeGreaterThan(0);

  await write(page, 'Le second, sans la case.');
  await rememberBox(page).uncheck();
  await sendIt(page);
  await page.getByText('Le second, sans la case.').waitFor();
  expect(await stored(page)).toEqual([]);
  await page.reload();
  await page.locator('.own').nth(1).waitFor();
  const later = await anotherVisit(page);
  expect(await later.locator('.own').count()).toBe(0);
  expect(await later.getByLabel('Votre nom').inputValue()).toBe('');
  expect(await rememberBox(later).isChecked()).toBe(false);
  await page.context().close();
});

test('without the box nothing outlives the tab', async () => {
  const { page } = await readers.open();
  await write(page, 'Un passage sans trace.');
  await sendIt(page);
  await page.locator('.own').waitFor();
  expect(await stored(page)).toEqual([]);
  expect(await (await anotherVisit(page)).locator('.own').count()).toBe(0);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});

test('a browser that blocks storage sends, shows what waits, and repeats a lost answer without a second comment', async () => {
  const page = await browser.open({ locale: 'fr-FR' });
  await page.addInitScript(() => {
    for (const shelf of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, shelf, {
        get: () => {
          throw new Error('blocked');
        },
      });
  });
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(message));
  await readers.visit(page, '/fr/');
  const keys: (string | undefined)[] = [];
  await page.route('**/v1/sites/demo/comments', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    const response = await route.fetch();
    return keys.length === 1 ? route.fulfill({ status: 503, body: '' }) : route.fulfill({ response });
  });
  await write(page, 'Sans rien garder sur cette machine.');
  await rememberBox(page).check();
  await sendIt(page);
  await page.getByText('Le service ne répond pas.').waitFor();
  await sendIt(page);
  await page.locator('.own').waitFor();
  expect(keys[1]).toBe(keys[0]);
  expect(failures).toEqual([]);
  const waiting = await calls.queue('pending');
  expect(waiting.filter(({ text }) => text.startsWith('Sans rien garder'))).toHaveLength(1);
  await page.context().close();
});
