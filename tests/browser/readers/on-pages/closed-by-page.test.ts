import { beforeAll, expect, test } from '@jest/globals';
import { withBrowser } from '../../../server/browser.ts';
import { callsTo, noFlood } from '../../../server/calls.ts';
import { withServer } from '../../../server/with-server.ts';
import { ENGLISH, publisherOf, readersOf } from '../reader-page.ts';

const server = withServer();
const calls = callsTo(server);
const readers = readersOf(server, withBrowser());

beforeAll(async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 } });
  for (let at = 0; at < 3; at++) await publisherOf(calls)(`Rider ${at}`, `Remark number ${at}.`, ENGLISH);
}, 120_000);

test('where its page takes no comments, an element adds no ways to write, also to what it draws later', async () => {
  const asked = new URLSearchParams({ article: ENGLISH, closed: 'yes', limit: '2', lang: 'en' });
  const fragment = await (await fetch(`${server.url}/v1/sites/demo/comments.html?${asked}`)).text();
  const { page, requests } = await readers.openBare(
    `<palabre-comments site="demo" article="${ENGLISH}" lang="en">${fragment}</palabre-comments>`,
  );
  await page.getByRole('link', { name: 'More comments' }).click();
  await page.locator('article[id]').nth(2).waitFor();
  await page.evaluate("document.querySelector('palabre-comments').refresh()");
  await page.locator('article[id]').nth(2).waitFor();
  expect(await page.locator('form').count()).toBe(0);
  expect(await page.getByRole('link', { name: /^(Reply|Write)/ }).count()).toBe(0);
  expect(await page.getByRole('link', { name: /^Report/ }).count()).toBe(3);
  expect(requests.filter((line) => line.includes('/form'))).toEqual([]);
}, 120_000);
