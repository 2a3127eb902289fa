import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { withServer } from '../../server/with-server.ts';
import { moderationDesk, press } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const PHONE = { viewport: { width: 360, height: 740 } };
const styleOf = (page: Page, selector: string, name: string) =>
  page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${name}`);

test('a queue is narrowed to an article that no loaded row shows, and to a reason by its name', async () => {
  await desk.fill('halle', 2);
  const page = await desk.open();
  await page.locator('.row').nth(1).waitFor();
  await page.locator('.row', { hasText: '« halle »' }).first().waitFor();
  await page
    .locator('label', { hasText: /^Article/ })
    .locator('select')
    .selectOption({ label: 'un autre article…' });
  await page.keyboard.type('gare');
  await press(page, 'Enter');
  await page.getByText('Rien ne correspond à ces filtres.').waitFor();
  expect(page.url()).toContain('article=gare');
  await page.getByRole('link', { name: 'Retirer les filtres' }).click();
  await page.locator('.row').nth(1).waitFor();

  await page.getByLabel('Raison').selectOption({ label: 'Premiers commentaires' });
  await page.waitForURL(/reason=first-comment/);
  const names = await page.getByLabel('Raison').locator('option').allInnerTexts();
  expect(names.filter((name) => /^[a-z-]+$/.test(name))).toEqual(['toutes']);
  await page.locator('[role=status]', { hasText: '2 commentaires.' }).waitFor({ state: 'attached' });
});

test('the title names the view, its heading has the focus after the menu, and what a search found is told', async () => {
  await desk.fill('annonce', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  expect(await page.title()).toMatch(/À relire – Modération/);
  await page.getByRole('button', { name: 'Plus' }).click();
  await page.locator('.menu:popover-open').getByRole('link', { name: 'Équipe' }).click();
  await page.locator('h1:focus', { hasText: 'Équipe' }).waitFor();
  expect(await page.locator('.menu:popover-open').count()).toBe(0);
  expect(await page.title()).toMatch(/Équipe – Modération/);

  await page.evaluate("location.hash = '#/search?q=girafe'");
  const status = page.locator('#main [role=status]');
  await status.filter({ hasText: 'Aucun commentaire ne correspond.' }).waitFor({ state: 'attached' });
  await page.evaluate("location.hash = '#/search?q=halle'");
  await status.filter({ hasText: /^\d+ commentaires?/ }).waitFor({ state: 'attached' });
});

test('on a phone the current tab is in sight, and the comment to judge stands clear of what was said last', async () => {
  await desk.fill('telephone', 6);
  const page = await desk.open({ ...PHONE, path: '?site=demo#/appeals' });
  const tab = await page.locator('.top [aria-current=page]').first().boundingBox();
  expect(tab?.x).toBeGreaterThanOrEqual(0);
  expect((tab?.x ?? 0) + (tab?.width ?? 0)).toBeLessThanOrEqual(PHONE.viewport.width);

  await page.evaluate("location.hash = '#/pending'");
  await page.locator('.row').nth(5).waitFor();
  for (let left = 6; left > 1; left -= 1) {
    await press(page, 'a');
    await page.locator('.toast p').waitFor();
    await press(page, 'Shift');
    const text = await page.locator('.row[data-selected=true] .text').boundingBox();
    const toast = await page.locator('.toast p').boundingBox();
    expect((text?.y ?? 0) + (text?.height ?? 0)).toBeLessThanOrEqual(toast?.y ?? 0);
  }
  await press(page, 'a');
  await desk.waitForQueue('pending', 0);
});

test('forced colours mark one tab and one row', async () => {
  await desk.fill('contraste', 2);
  const page = await desk.open({ forcedColors: 'active' });
  await page.locator('.row').nth(1).waitFor();
  const ground = await styleOf(page, 'body', 'backgroundColor');
  expect(await styleOf(page, '.top nav a:not([aria-current])', 'borderBottomColor')).toBe(ground);
  expect(await styleOf(page, '.top nav a[aria-current]', 'borderBottomColor')).not.toBe(ground);
  expect(await styleOf(page, '.row[data-selected=false] article', 'borderLeftColor')).toBe(ground);
  expect(await styleOf(page, '.row[data-selected=true] article', 'borderLeftColor')).not.toBe(ground);
  await page.evaluate("location.hash = '#/stats'");
  await page.locator('.legend i').first().waitFor();
  expect(await styleOf(page, '.legend i', 'backgroundColor')).not.toBe(ground);
});
