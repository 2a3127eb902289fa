import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { flawsOf, WCAG_AA } from '../server/accessibility.ts';
import { withBrowser } from '../server/browser.ts';
import { withServer } from '../server/with-server.ts';
import { moderationDesk, press } from './moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const VIEWS = [
  ...['pending', 'reported', 'spam', 'appeals', 'recent', 'search?q=halle', 'bans', 'team', 'policy'],
  ...['learning', 'audit', 'stats'],
];
/** CSS pixels; 320 is a screen of 1280 at 400 %. */
const NARROW = 320;

const problemsOf = async (page: Page, where: string) => {
  const flaws = await flawsOf(page, WCAG_AA);
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [...flaws.map((flaw) => [where, flaw]), ...(wide ? [[where, 'scrolls sideways']] : [])];
};

const loaded = (page: Page) => page.locator('.skeleton').first().waitFor({ state: 'detached' });

const show = async (page: Page, view: string) => {
  await page.evaluate(`location.hash = '#/${view}'`);
  await page.locator('h1').waitFor({ state: 'attached' });
  await loaded(page);
};

test.each([
  ['fr', 'light', 1440],
  ['en', 'dark', 1440],
  ['fr', 'dark', NARROW],
  ['en', 'light', NARROW],
] as const)('every view is accessible and fits: %s, %s, %d px', async (language, colorScheme, width) => {
  await desk.fill('accessible', 2);
  const page = await desk.open({
    colorScheme,
    viewport: { width, height: 800 },
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
  });
  await choose(page, language);
  const problems = [];
  for (const view of VIEWS) {
    await show(page, view);
    problems.push(...(await problemsOf(page, view)));
  }
  expect(problems).toEqual([]);
});

test('every dialog is accessible, and Escape closes it', async () => {
  await desk.fill('dialogues', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  for (const key of ['r', 'y', 'e', 'b', 'i', 'o', '?']) {
    await press(page, key);
    await page.locator('dialog').waitFor();
    await loaded(page);
    expect(await problemsOf(page, key)).toEqual([]);
    await press(page, 'Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.locator('article:focus').waitFor();
  }
});

test('on a phone a thumb decides: the actions of the selected comment stay at the bottom of the screen', async () => {
  await desk.fill('pouce', 3);
  const page = await desk.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.locator('.row').nth(2).waitFor();
  await page.getByRole('button', { name: 'Publier' }).tap();
  await page.getByRole('button', { name: 'Spam' }).tap();
  await page.getByRole('button', { name: 'Refuser' }).tap();
  await page.getByRole('radio', { name: 'hors sujet' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Refuser' }).tap();
  await desk.waitForQueue('pending', 0);
  await page.getByRole('button', { name: 'Annuler' }).tap();
  await desk.waitForQueue('pending', 1);
});

/** In the menu under the name, whatever language the browser began with. */
const choose = async (page: Page, language: 'fr' | 'en') => {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  await page.locator('.account > button').click();
  await page.getByRole('button', { name: language === 'fr' ? 'Français' : 'English' }).click();
  await page.keyboard.press('Escape');
};
