import { beforeAll, expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { nextCall, withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { publisherOf, readersOf, seenOn } from './reader-page.ts';

const ARTICLE = 'one-long-thread';
const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);
const element = `<palabre-comments site="demo" article="${ARTICLE}" lang="en"></palabre-comments>`;
let list: any;

beforeAll(async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 }, firstComment: { approvedMin: 0 } });
  for (let at = 0; at < 4; at += 1) await publisherOf(calls)('Odile', `Remark number ${at}.`, ARTICLE);
  list = await calls.list(ARTICLE);
});

const more = (page: Page) => page.locator('.comments > .ways > [rel=next]');
const heightOf = (page: Page) => page.evaluate('document.documentElement.scrollHeight');

/** Answers what is asked for after the first two comments, by its cursor. */
const answerNext = (page: Page, answer: (cursor: string, route: Route) => unknown) =>
  page.route('**/comments?*', (route) => {
    const cursor = new URL(route.request().url()).searchParams.get('cursor');
    if (cursor !== null) return answer(cursor, route);
    return route.fulfill({ json: { ...list, comments: list.comments.slice(0, 2), next: 'first' } });
  });

test('a link to more comments says that they are loading, in its place, until they are there', async () => {
  const { page } = await readers.openBare(element);
  const { promise: asked, resolve: hold } = Promise.withResolvers<Route>();
  await answerNext(page, (_, route) => hold(route));
  await page.reload();
  await more(page).waitFor();
  const before = await heightOf(page);
  await more(page).click();
  const route = await asked;
  expect(await more(page).innerText()).toBe('Loading…');
  expect(await heightOf(page)).toBe(before);
  await route.fulfill({ json: { ...list, comments: list.comments.slice(2, 3), next: 'second' } });
  await page.getByText('Remark number 2.').waitFor();
  expect(await more(page).innerText()).toBe('More comments');
  expect((await seenOn(page)).violations).toEqual([]);
  await page.context().close();
});

test('pages that hold nothing new are passed over until one does, but not without end', async () => {
  const { page } = await readers.openBare(element);
  const cursors: string[] = [];
  await answerNext(page, (cursor, route) => {
    cursors.push(cursor);
    const isLast = cursors.length === 3;
    const comments = isLast ? list.comments.slice(2, 3) : list.comments.slice(0, 2);
    return route.fulfill({ json: { ...list, comments, next: `after-${cursors.length}` } });
  });
  await page.reload();
  await more(page).click();
  await page.getByText('Remark number 2.').waitFor();
  expect(cursors).toEqual(['first', 'after-1', 'after-2']);
  expect(await page.evaluate('document.activeElement.innerText')).toContain('Remark number 2.');
  await more(page).click();
  await page.waitForFunction(
    () => (globalThis as any).document.querySelector('[rel=next]').ariaDisabled === null,
  );
  expect(cursors).toHaveLength(23);
  expect(await more(page).innerText()).toBe('More comments');
  await page.context().close();
});

test('a list is dimmed while another takes its place', async () => {
  const { page } = await readers.openBare(element);
  await page.getByText('Remark number 3.').waitFor();
  const asked = nextCall(page, '**/comments?*');
  await page.getByLabel('Order of the comments').selectOption({ label: 'Newest first' });
  const route = await asked;
  const opacity = () =>
    page.locator('.comments > ol').evaluate((ol: any) => (globalThis as any).getComputedStyle(ol).opacity);
  expect(await opacity()).toBe('0.6');
  await route.continue();
  await page.waitForFunction(() => !(globalThis as any).document.querySelector('[aria-busy]'));
  expect(await opacity()).toBe('1');
  await page.context().close();
});

test('one click on the link of a list that the page brought shows the rest of a long thread', async () => {
  let parent: string | undefined;
  for (let at = 0; at <= 50; at += 1) {
    const text = `Answer number ${at} of a long thread.`;
    const sent = await calls.submit('deep', { author: 'Odile', text, ...(parent ? { parent } : {}) });
    parent = ((await sent.json()) as { readonly id: string }).id;
    await calls.decide('deep', parent, 'approve');
  }
  const fragment = await fetch(`${server.url}/v1/sites/demo/comments.html?article=deep&lang=en`);
  const { page } = await readers.openBare(
    `<palabre-comments site="demo" article="deep" lang="en">${await fragment.text()}</palabre-comments>`,
  );
  const shown = page.locator('.comments article');
  expect(await shown.count()).toBe(50);
  await more(page).click();
  await page.getByText('Answer number 50 of').waitFor();
  expect(await shown.count()).toBe(51);
  await page.context().close();
});
