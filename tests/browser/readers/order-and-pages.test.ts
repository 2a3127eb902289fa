import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { askedOf, ENGLISH, FRENCH, publisherOf, readersOf, seenOn } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);
const publish = publisherOf(calls);
const ids: string[] = [];

beforeAll(async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 }, firstComment: { approvedMin: 0 } });
  for (const text of ['La première remarque.', 'La deuxième remarque.', 'La troisième remarque.'])
    ids.push(await publish('Odile', text));
  for (let at = 0; at < 120; at++) await publish(`Rider ${at}`, `Remark number ${at}, no more.`, ENGLISH);
});

const textsOf = (page: Page): Promise<string[]> =>
  page.locator('.comments > ol > li > article:first-child p[dir]').allTextContents();

test('a list that the page brought is put in another order by one request, focus stays, and nothing shifts before', async () => {
  const { page, requests } = await readers.open('/fr/');
  const select = page.getByLabel('Ordre des commentaires');
  await select.scrollIntoViewIfNeeded();
  expect((await seenOn(page)).shift).toBe(0);
  const before = await textsOf(page);
  await select.selectOption({ label: 'Les plus récents d’abord' });
  await page.waitForFunction(() =>
    /troisième/.test((globalThis as any).document.querySelector('.comments article').innerText),
  );
  expect(await textsOf(page)).toEqual(before.toReversed());
  expect(askedOf(requests)).toHaveLength(1);
  expect(await page.evaluate('document.activeElement.className')).toBe('sort');
  expect(await select.inputValue()).toBe('newest');
  expect(await page.getByRole('status').allTextContents()).toContain(
    await select.locator('option:checked').textContent(),
  );
  await page.getByRole('link', { name: 'Écrire un commentaire' }).click();
  expect(await page.evaluate('document.activeElement.name')).toBe('text');
  await page.context().close();
});

test('an element whose order is newest shows the newest first, pages on in that order, and puts one’s own on top', async () => {
  const { page } = await readers.openBare(
    `<palabre-comments site="demo" article="${ENGLISH}" lang="en" order="newest"></palabre-comments>`,
  );
  await page.getByText('Remark number 119,').waitFor();
  await page.getByRole('link', { name: 'More comments' }).click();
  await page.getByText('Remark number 0,').waitFor();
  const texts = await textsOf(page);
  expect(texts.map((text) => Number.parseInt(text.replace(/\D/g, ''), 10))).toEqual(
    Array.from({ length: 120 }, (_, at) => 119 - at),
  );
  expect(await page.getByRole('link', { name: 'More comments' }).count()).toBe(0);
  await page.context().close();
});

test('a page that holds a linked comment leads to the comments after it and back to the first', async () => {
  const { comments } = await calls.list(ENGLISH);
  const middle = comments[49].id;
  const { page, requests } = await readers.openBare(
    `<palabre-comments site="demo" article="${ENGLISH}" lang="en"></palabre-comments>`,
    { path: `/bare#comment-${middle}` },
  );
  await page.locator(`#comment-${middle}`).waitFor();
  expect(askedOf(requests)).toHaveLength(1);
  expect(await page.locator(`#comment-${middle}`).getAttribute('class')).toBe('linked');
  const first = (await textsOf(page))[0];
  expect(first).not.toContain('number 0,');
  await page.getByRole('link', { name: 'More comments' }).click();
  await page.getByText('Remark number 119,').waitFor();
  await page.getByRole('link', { name: 'From the first comment' }).click();
  await page.getByText('Remark number 0,').waitFor();
  expect((await seenOn(page)).violations).toEqual([]);
  await page.context().close();
});

test('a page that the server drew around a comment is extended in place to both sides, in order', async () => {
  const { comments } = await calls.list(ENGLISH);
  const { page, requests } = await readers.open(`/en/?around=${comments[49].id}`);
  const before = await textsOf(page);
  await page.locator('.comments [rel=prev]').click();
  await page.getByText('Remark number 0,').waitFor();
  await page.locator('.comments [rel=next]').click();
  await page.getByText('Remark number 119,').waitFor();
  const numbers = (await textsOf(page)).map((text) => Number.parseInt(text.replace(/\D/g, ''), 10));
  expect(before.length).toBeLessThan(60);
  expect(numbers).toEqual(Array.from({ length: 120 }, (_, at) => at));
  expect(askedOf(requests).length).toBeLessThanOrEqual(3);
  await page.context().close();
});

test('where the API says what comes before, earlier comments join at the head and the page stays where it is', async () => {
  const all = (await (
    await fetch(`${server.url}/v1/sites/demo/comments?article=${ENGLISH}&limit=100`)
  ).json()) as any;
  const id = all.comments[60].id;
  const { page } = await readers.openBare(
    `<palabre-comments site="demo" article="${ENGLISH}" lang="en"></palabre-comments>`,
  );
  await page.route('**/comments?*', (route) => {
    const query = new URL(route.request().url()).searchParams;
    const part = query.has('around') ? [50, 70] : query.get('cursor') === 'before' ? [0, 50] : [70, 100];
    const page = { ...all, comments: all.comments.slice(...part), next: null };
    return route.fulfill({ json: { ...page, previous: query.has('around') ? 'before' : null } });
  });
  await page.goto(`${server.url}/bare#comment-${id}`);
  await page.locator(`#comment-${id}`).waitFor();
  expect(await page.locator('.comments article').count()).toBe(20);
  await page.getByRole('link', { name: 'Earlier comments' }).click();
  await page.getByText('Remark number 0,').waitFor();
  const texts = await textsOf(page);
  expect(texts.map((text) => Number.parseInt(text.replace(/\D/g, ''), 10))).toEqual(
    Array.from({ length: 70 }, (_, at) => at),
  );
  expect(await page.getByRole('link', { name: 'Earlier comments' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'From the first comment' }).count()).toBe(0);
  await page.context().close();
});

test.each([
  ['fr', FRENCH, 'Le commentaire demandé n’est pas ou plus en ligne.'],
  ['en', ENGLISH, 'The comment you asked for is not online.'],
])(
  'a link to a comment that is gone says so above the others, in two requests (%s)',
  async (language, article, sentence) => {
    const { page, requests } = await readers.openBare(
      `<palabre-comments site="demo" article="${article}" lang="${language}"></palabre-comments>`,
      { path: '/bare#comment-01KJVN6A2HWZ3K0V5YB6Q8R9TD' },
    );
    await page.getByText(sentence).waitFor();
    expect(await page.locator('.comments article').count()).toBeGreaterThan(1);
    expect(askedOf(requests)).toHaveLength(2);
    await page.context().close();
  },
);

test('comments that the script draws tell their time as the server’s do, by the site’s clock, wherever the reader is', async () => {
  const { page } = await readers.open('/en/', { timezoneId: 'America/Toronto', locale: 'en-CA' });
  const told = page.locator('.comments article time');
  const brought = await told.allInnerTexts();
  expect(brought.length).toBeGreaterThanOrEqual(50);
  await page.evaluate(() => (globalThis as any).document.querySelector('palabre-comments').refresh());
  expect(await page.locator('.comments').getAttribute('id')).toBe('comments');
  expect(await told.allInnerTexts()).toEqual(brought);
  await page.context().close();
});
