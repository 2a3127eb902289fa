import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ENGLISH, withReaders } from '../reader-page.ts';

const { publish, readers } = withReaders();
const ids: string[] = [];

beforeAll(async () => {
  for (let at = 0; at < 120; at++)
    ids.push(await publish(`Rider ${at}`, `Remark number ${at}, no more.`, ENGLISH));
});

const ELEMENT = `<palabre-comments site="demo" article="${ENGLISH}" lang="en"></palabre-comments>`;
const comment = (at: number) => `#comment-${ids[at]}`;
const refresh = (page: Page) => page.evaluate("document.querySelector('palabre-comments').refresh()");
const topOf = (page: Page, at: number): Promise<number> =>
  page.locator(comment(at)).evaluate((one: any) => Math.round(one.getBoundingClientRect().top));

test.each([
  ['first', 10],
  ['third', 110],
])(
  'refreshed, a list opened by a permalink into its %s page stays there, and its reader where they read',
  async (_, linked) => {
    const { page } = await readers.openBare(ELEMENT, { path: `/bare${comment(linked)}` });
    await page.locator(`${comment(linked)}.linked`).waitFor();
    const read = linked + 5;
    await page.locator(comment(read)).evaluate((one: any) => one.scrollIntoView());
    const before = await topOf(page, read);
    await refresh(page);
    expect(await topOf(page, read)).toBeCloseTo(before, -1);
    expect(await page.locator(comment(linked)).getAttribute('class')).toBe('linked');
    await page.context().close();
  },
);

test('refreshed, a list shows whoever read on to a later page the comments around them', async () => {
  const { page } = await readers.openBare(ELEMENT);
  await page.getByRole('link', { name: 'More comments' }).click();
  await page.locator(comment(110)).evaluate((one: any) => one.scrollIntoView());
  const before = await topOf(page, 110);
  await refresh(page);
  expect(await topOf(page, 110)).toBeCloseTo(before, -1);
  await page.context().close();
});

test('refreshed where what is in sight first is only the place of a comment that is gone, a list stays at the next one', async () => {
  const { page } = await readers.openBare(ELEMENT, { path: `/bare${comment(110)}` });
  await page.locator(`${comment(110)}.linked`).waitFor();
  await page.locator(comment(108)).evaluate((one: any) => {
    const place = one.ownerDocument.createElement('p');
    place.className = 'removed';
    one.replaceChildren(place);
    one.scrollIntoView();
  });
  await refresh(page);
  expect(await page.locator(comment(109)).count()).toBe(1);
  await page.context().close();
});

test('refreshed where the comment that was read is gone, a list shows the others', async () => {
  const { page } = await readers.openBare(ELEMENT);
  await page.locator(comment(0)).waitFor();
  await page.route('**/comments?*', (route) =>
    route.request().url().includes('around')
      ? route.fulfill({ status: 404, json: { code: 'comment-not-found' } })
      : route.continue(),
  );
  await refresh(page);
  expect(await page.locator(comment(0)).count()).toBe(1);
  expect(await page.locator('.gone').count()).toBe(0);
  await page.context().close();
});

test('a link to a comment that is followed before the list is there loads it and leads there', async () => {
  const { page, requests } = await readers.openBare(
    `<a id="way" href="${comment(100)}">A remark</a>${'<br>'.repeat(200)}${ELEMENT}`,
  );
  await page.waitForLoadState('networkidle');
  expect(requests.filter((line) => line.includes('/comments?'))).toEqual([]);
  await page.locator('#way').click();
  await page.locator(`${comment(100)}.linked`).waitFor();
  await page.locator('form').waitFor();
  await page.waitForLoadState('networkidle');
  expect(requests.filter((line) => line.includes('/comments?'))).toHaveLength(1);
  expect(await page.locator(comment(100)).count()).toBe(1);
  const top = await topOf(page, 100);
  expect(top >= 0 && top < 720).toBe(true);
  await page.context().close();
});
