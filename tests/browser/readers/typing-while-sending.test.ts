import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { nextCall, withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { FRENCH, publisherOf, readersOf, sendIt, write } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);
const publish = publisherOf(calls);

beforeAll(() => calls.setPolicy({ ...noFlood, formToken: { minS: 0 } }), 120_000);

const field = (page: Page) => page.locator('textarea[name=text]');
const focused = (page: Page) => page.evaluate('document.activeElement.name');

/** Sends what is written and acts before it arrives. @returns what was sent */
const whileSending = async (page: Page, act: () => Promise<unknown>) => {
  const held = nextCall(page, '**/v1/sites/demo/comments');
  await sendIt(page);
  const route = await held;
  await act();
  await route.continue();
  return route.request().postDataJSON();
};

test('what is typed while a comment is being sent stays in the field, under the hand, and over a reload', async () => {
  const { page } = await readers.open();
  await write(page, 'La première idée.');
  await whileSending(page, async () => {
    await field(page).press('End');
    await field(page).pressSequentially('\nEt une seconde.');
  });
  await page.locator('.own').getByText('La première idée.').waitFor();
  expect(await field(page).inputValue()).toBe('Et une seconde.');
  expect(await focused(page)).toBe('text');
  await page.reload();
  expect(await field(page).inputValue()).toBe('Et une seconde.');
  const body = await whileSending(page, async () => undefined);
  expect(body.text).toBe('Et une seconde.');
  await page.locator('.own').getByText('Et une seconde.').waitFor();
  expect(await field(page).inputValue()).toBe('');
  expect(await page.evaluate('document.activeElement.className')).toBe('own');
  await page.context().close();
});

test('a text that was changed in its midst while it was being sent stays as it is', async () => {
  const { page } = await readers.open();
  await write(page, 'Le marché ouvre à huit heures, dit-on.');
  await whileSending(page, () => field(page).fill('Le marché ouvre à neuf heures, dit-on.'));
  await page.locator('.own').getByText('à huit heures').waitFor();
  expect(await field(page).inputValue()).toBe('Le marché ouvre à neuf heures, dit-on.');
  await page.context().close();
});

test('what is typed while an answer is being sent goes on answering, and another answer that was begun stays', async () => {
  const [first = '', second = ''] = [
    await publish('Marc', 'Qui est venu samedi ?', FRENCH),
    await publish('Aya', 'Et qui vient dimanche ?', FRENCH),
  ];
  const { page } = await readers.open();
  const reply = (id: string) => page.locator(`#comment-${id} > footer a`).first().click();
  await reply(first);
  await write(page, 'Moi, et toute la rue.');
  expect(await whileSending(page, () => field(page).pressSequentially(' La vôtre aussi.'))).toMatchObject({
    parent: first,
  });
  await page.locator('.own').getByText('Moi, et toute la rue.').waitFor();
  expect(await field(page).inputValue()).toBe('La vôtre aussi.');
  expect(await page.locator('form .answered').innerText()).toContain('Qui est venu samedi');
  expect(await whileSending(page, () => reply(second))).toMatchObject({ parent: first });
  await page.locator('.own').getByText('La vôtre aussi.').waitFor();
  expect(await field(page).inputValue()).toBe('');
  expect(await page.locator('form .answered').innerText()).toContain('Et qui vient dimanche');
  await page.context().close();
});
