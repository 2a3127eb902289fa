import { beforeAll, expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { nextCall } from '../../../server/browser.ts';
import { sendIt, withReaders, write } from '../reader-page.ts';

const ARTICLE = 'late';
const { calls, readers, publish } = withReaders();
const element = `<palabre-comments site="demo" article="${ARTICLE}" lang="en"></palabre-comments>`;
let list: any;

beforeAll(async () => {
  for (let at = 0; at < 4; at += 1) await publish('Odile', `Remark number ${at}.`, ARTICLE);
  list = await calls.list(ARTICLE);
});

/** Answers the first two comments, and holds back what is asked for after that. */
const openFirst = async () => {
  const { page } = await readers.openBare(element);
  const held: Route[] = [];
  await page.route('**/comments?*', (route) => {
    const { searchParams } = new URL(route.request().url());
    if (searchParams.size > 1) return held.push(route);
    return route.fulfill({ json: { ...list, comments: list.comments.slice(0, 2), next: 'second' } });
  });
  await page.reload();
  await page.getByText('Remark number 1.').waitFor();
  const next = async (): Promise<Route> => {
    while (held.length === 0) await page.waitForTimeout(5);
    return held.shift() as Route;
  };
  return { page, next };
};
const text = (page: Page) => page.getByLabel('Your comment');
const order = (page: Page) => page.getByLabel('Order of the comments');
const more = (page: Page) => page.getByRole('link', { name: /More comments|do not load/ });
const focused = (page: Page) => page.evaluate('document.activeElement.name');
const rest = () => ({ ...list, comments: list.comments.slice(2), next: null });

test('comments that come while somebody writes leave the focus where it is', async () => {
  const { page, next } = await openFirst();
  await more(page).click();
  const route = await next();
  await text(page).click();
  await page.keyboard.type('One ');
  await route.fulfill({ json: rest() });
  await page.getByText('Remark number 3.').waitFor();
  await page.keyboard.type('two ');

  await order(page).selectOption('newest');
  const sorted = await next();
  await text(page).click();
  await page.keyboard.press('End');
  await sorted.fulfill({ json: { ...list, comments: list.comments.toReversed() } });
  await page.locator('.sorted').waitFor({ state: 'attached' });
  await page.keyboard.type('three');
  expect([await focused(page), await text(page).inputValue()]).toEqual(['text', 'One two three']);
  await page.context().close();
});

test('an order that does not load is not said to be shown, the pages go on in the one that is, and it may be tried again', async () => {
  const { page, next } = await openFirst();
  await order(page).selectOption('newest');
  await (await next()).fulfill({ status: 503, json: {} });
  await page.getByText('The comments do not load.').waitFor();
  expect(await page.locator('.sorted').count()).toBe(0);
  await more(page).click();
  const paged = await next();
  expect(paged.request().url()).not.toContain('order=');
  await paged.fulfill({ json: rest() });
  await page.getByText('Remark number 3.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  const again = await next();
  expect(again.request().url()).toContain('order=newest');
  await again.fulfill({ json: { ...list, comments: list.comments.toReversed() } });
  await page.waitForFunction(() =>
    (globalThis as any).document.querySelectorAll('.comments article')[0].innerText.includes('number 3'),
  );
  expect(await order(page).inputValue()).toBe('newest');
  await page.context().close();
});

test('a page that sets its element to what it is set to takes nothing from whoever writes', async () => {
  const { page } = await readers.openBare(element);
  await text(page).click();
  await page.keyboard.type('One ');
  await page.evaluate((article) => {
    const shown = (globalThis as any).document.querySelector('palabre-comments');
    shown.setAttribute('article', article);
    shown.setAttribute('site', 'demo');
  }, ARTICLE);
  await page.keyboard.type('two');
  expect(await text(page).inputValue()).toBe('One two');
  await page.context().close();
});

/** Sends a comment whose answer is held back. */
const sendHeld = async (page: Page) => {
  const asked = nextCall(page, '**/v1/sites/demo/comments');
  await write(page, 'Sent before the page changed.');
  await sendIt(page);
  return asked;
};

test('a comment that is taken while its element turns to another site is kept as one of its own', async () => {
  const { page } = await readers.openBare(element);
  const route = await sendHeld(page);
  await page.evaluate("document.querySelector('palabre-comments').setAttribute('site', 'other')");
  await route.continue();
  await page.waitForFunction(() => (globalThis as any).sessionStorage.getItem('palabre:own:demo') !== null);
  expect(await page.evaluate("sessionStorage.getItem('palabre:own:other')")).toBeNull();
  await page.context().close();
});

test('whoever writes on while a comment is refused is told what is wrong, and is not taken elsewhere', async () => {
  const { page } = await readers.openBare(element);
  const route = await sendHeld(page);
  await text(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' And');
  const fields = [{ field: 'author', detail: 'No.' }];
  await route.fulfill({ status: 422, json: { code: 'invalid-fields', fields } });
  await page.locator('.problem').waitFor();
  await page.keyboard.type(' more');
  expect(await text(page).inputValue()).toBe('Sent before the page changed. And more');
  await sendIt(page);
  await page.locator('.own').waitFor();
  await page.context().close();
});

test('a list that was put in another order while it was asked what became of a comment says so', async () => {
  const { page } = await readers.openBare(element);
  await write(page, 'Does anybody read this?');
  await sendIt(page);
  await page.locator('.own').waitFor();
  const asked = nextCall(page, '**/r/*');
  await page.reload();
  const route = await asked;
  await order(page).selectOption('newest');
  await page.locator('.sorted').waitFor({ state: 'attached' });
  const receipt = await (await route.fetch()).json();
  await route.fulfill({ json: { ...receipt, status: 'not-published', because: ['It was late.'] } });
  await page.getByText('It was late.').waitFor();
  await page.context().close();
});

test('whoever scrolls while comments are loaded anew is not moved back', async () => {
  const { page, next } = await openFirst();
  await page.setViewportSize({ width: 360, height: 300 });
  await page.evaluate("void document.querySelector('palabre-comments').refresh()");
  const route = await next();
  const place = () => page.evaluate('Math.round(scrollY)');
  await page.evaluate('scrollTo(0, 180)');
  const before = await place();
  await route.fulfill({ json: list });
  await page.getByText('Remark number 3.').waitFor();
  expect(await place()).toBe(before);
  await page.context().close();
});
