import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FRENCH, withReaders, write } from '../reader-page.ts';

const { publish, readers } = withReaders();

beforeAll(async () => {
  await publish('Marc', 'Sous la halle, il fait bon.');
});

const ELEMENT = `<palabre-comments site="demo" article="${FRENCH}" live></palabre-comments>`;

/** Counts what elements have the window listen to. */
const countListeners = () => {
  const listening = new Set<unknown>();
  Object.assign(globalThis, { listening });
  const { window } = globalThis as any;
  const add = window.addEventListener.bind(window);
  window.addEventListener = (name: string, act: unknown, options: any) => {
    if (name === 'hashchange') {
      listening.add(act);
      options.signal.addEventListener('abort', () => listening.delete(act));
    }
    add(name, act, options);
  };
};
const listening = (page: Page) => page.evaluate('listening.size');
const takeAway = (page: Page) =>
  page.evaluate(() => {
    const element = (globalThis as any).document.querySelector('palabre-comments');
    Object.assign(globalThis, { element });
    element.remove();
  });
const bringBack = (page: Page) => page.evaluate("void document.querySelector('main').append(element)");

test('an element off the page listens to nothing, and goes on with comments and draft when it is back', async () => {
  const { page, requests } = await readers.openBare('', { clock: true });
  await page.evaluate(countListeners);
  await page.evaluate((article) => {
    const { document } = globalThis as any;
    const element = document.createElement('palabre-comments');
    for (const [name, value] of Object.entries({ site: 'demo', article, live: '' }))
      element.setAttribute(name, value);
    document.querySelector('main').append(element);
  }, FRENCH);
  await page.locator('form').waitFor();
  expect(await listening(page)).toBe(1);
  await write(page, 'Un brouillon commencé.');
  await takeAway(page);
  expect(await listening(page)).toBe(0);
  await page.clock.runFor(120_000);
  expect(requests.filter((line) => line.includes('order=newest'))).toEqual([]);

  await bringBack(page);
  expect(await listening(page)).toBe(1);
  expect(await page.locator('.comments article').count()).toBe(1);
  expect(await page.locator('textarea').inputValue()).toBe('Un brouillon commencé.');
  const look = page.waitForRequest(/order=newest&limit=1/);
  await page.clock.runFor(60_500);
  await look;
  await page.getByRole('link', { name: 'Répondre à Marc' }).click();
  await page.locator('form .answered').waitFor();
  await page.context().close();
});

test('an element that is moved on its page goes on as before', async () => {
  const { page, requests } = await readers.openBare(`${ELEMENT}<aside></aside>`);
  await page.locator('form').waitFor();
  const asked = requests.length;
  await page.evaluate(
    "void document.querySelector('aside').append(document.querySelector('palabre-comments'))",
  );
  await page.getByRole('link', { name: 'Répondre à Marc' }).click();
  await page.locator('form .answered').waitFor();
  expect(await page.locator('form').count()).toBe(1);
  expect(requests.slice(asked).filter((line) => line.includes('/comments'))).toEqual([]);
  await page.context().close();
});

test('an element that is given another article while it is off the page shows that one when it is back', async () => {
  const { page } = await readers.openBare(ELEMENT);
  await page.locator('.comments article').first().waitFor();
  await takeAway(page);
  await page.evaluate("element.setAttribute('article', 'autre-chose')");
  await bringBack(page);
  await page.getByText('Pas encore de commentaire.').waitFor();
  expect(await page.locator('form').count()).toBe(1);
  await page.context().close();
});
