import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FRENCH, withReaders } from '../reader-page.ts';

const { publish, readers, server } = withReaders({ display: { identicons: true } });

beforeAll(async () => {
  await publish('Marc', 'À lire : https://exemple.fr/halle');
});

const ELEMENT = `<palabre-comments site="demo" article="${FRENCH}"></palabre-comments>`;
const styled = (page: Page, what: string, property: string) =>
  page.evaluate(`getComputedStyle(document.querySelector('${what}')).${property}`);
/** Rules that many pages have, as a sheet that their policy allows. */
const reset = (page: Page) =>
  page.evaluate(() => {
    const { document, CSSStyleSheet: Sheet } = globalThis as any;
    const sheet = new Sheet();
    for (const rule of ['a { text-decoration: inherit }', 'svg { width: 100%; height: auto }'])
      sheet.insertRule(rule);
    document.adoptedStyleSheets = [sheet];
  });

test('links in texts stay underlined and drawings small where the page resets both', async () => {
  const { page } = await readers.openBare(ELEMENT);
  await page.locator('.comments article p a').waitFor();
  await reset(page);
  expect(await styled(page, '.comments article p a', 'textDecorationLine')).toBe('underline');
  expect(await styled(page, '.comments article header > a', 'textDecorationLine')).toBe('none');
  expect(await page.locator('.identicon').first().boundingBox()).toMatchObject({ width: 20, height: 20 });
  await page.context().close();
});

test('hidden elements stay hidden, and load nothing', async () => {
  const { page, requests } = await readers.openBare(
    `${ELEMENT.replace('>', ' hidden>')}<palabre-count site="demo" article="${FRENCH}" hidden></palabre-count>`,
  );
  await page.waitForLoadState('networkidle');
  expect(await styled(page, 'palabre-comments', 'display')).toBe('none');
  expect(await styled(page, 'palabre-count', 'display')).toBe('none');
  expect(requests.filter((line) => line.includes('/comments?'))).toEqual([]);
  await page.evaluate("document.querySelector('palabre-comments').hidden = false");
  await page.locator('.comments article').first().waitFor();
  await page.evaluate("document.querySelector('palabre-comments').hidden = 'until-found'");
  expect(await styled(page, 'palabre-comments', 'display')).toBe('block');
  await page.context().close();
});

test('on a page that reads from the right, words of ours read from the left and readers’ by themselves', async () => {
  await publish('عائشة', 'السوق جميل.');
  const fragment = await (await fetch(`${server.url}/v1/sites/demo/comments.html?article=${FRENCH}`)).text();
  const { page } = await readers.openBare(
    `<div dir="rtl" lang="ar">${ELEMENT}<palabre-count site="demo" article="${FRENCH}"></palabre-count>${fragment}</div>`,
  );
  await page.locator('form').waitFor();
  await page.locator('palabre-count[dir]').waitFor();
  for (const what of ['palabre-comments .comments', 'form', 'palabre-count', 'div > .comments'])
    expect([what, await styled(page, what, 'direction')]).toEqual([what, 'ltr']);
  expect(await page.locator('palabre-comments .comments').getAttribute('lang')).toBe('en');
  const turned = page.getByText('السوق جميل.').first();
  expect(await turned.evaluate((one: any) => (globalThis as any).getComputedStyle(one).direction)).toBe(
    'rtl',
  );
  await page.locator('textarea').fill('السوق جميل.');
  expect(await styled(page, 'textarea', 'direction')).toBe('rtl');
  await page.context().close();
});
