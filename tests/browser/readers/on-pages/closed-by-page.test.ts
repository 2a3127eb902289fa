import { beforeAll, expect, test } from '@jest/globals';
import { ENGLISH, withReaders } from '../reader-page.ts';

const { publish, readers, server } = withReaders();

beforeAll(async () => {
  for (let at = 0; at < 3; at++) await publish(`Rider ${at}`, `Remark number ${at}.`, ENGLISH);
});

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
});
