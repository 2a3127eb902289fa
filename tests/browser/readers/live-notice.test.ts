import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { eventually, withServer } from '../../server/with-server.ts';
import { askedOf, ENGLISH, FRENCH, publisherOf, readersOf, seenOn, sendIt, write } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);
const publish = publisherOf(calls);

beforeAll(async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 } });
  for (const article of [FRENCH, ENGLISH, 'propre'])
    for (const at of [1, 2, 3])
      await publish('Marc', `Remarque ${at}, pour commencer, en ${at} mots.`, article);
  await counted(FRENCH, 3);
  await counted(ENGLISH, 3);
  await counted('propre', 3);
});

/** An element on a page whose clock the test moves. */
const openLive = async (article: string, attributes: string) => {
  const opened = await readers.openBare(
    `<palabre-comments site="demo" article="${article}" ${attributes}></palabre-comments>`,
    { clock: true },
  );
  await opened.page.locator('.comments article').nth(2).waitFor();
  return opened;
};
const aMinute = async (page: Page) => {
  await page.clock.runFor(60_500);
};
/** Counts follow the stream. */
const counted = (article: string, count: number) =>
  eventually(
    async () => (await calls.list(article)).count,
    (is) => is === count,
  );
const scrolled = (page: Page): Promise<number> => page.evaluate('scrollY');

test.each([
  ['fr', FRENCH, '1 nouveau commentaire', '2 nouveaux commentaires'],
  ['en', ENGLISH, '1 new comment', '2 new comments'],
])(
  'a live element says how many comments are new, moves nothing, and shows them when asked (%s)',
  async (lang, article, one, two) => {
    const { page, requests } = await openLive(article, `lang="${lang}" live`);
    const [first] = (await calls.list(article)).comments;
    await page.evaluate('scrollTo(0, 40)');
    await aMinute(page);
    expect(await page.locator('.fresh').count()).toBe(0);
    const reply = (await (
      await calls.submit(article, { author: 'Léa', text: `Une réponse en ${lang}.`, parent: first.id })
    ).json()) as any;
    await calls.decide(article, reply.id, 'approve');
    await counted(article, 4);
    await aMinute(page);
    await page.getByRole('button', { name: one }).waitFor();
    const own = await publish('Léa', `Une remarque de plus, en ${lang}.`, article);
    await counted(article, 5);
    const height = await page.evaluate('document.documentElement.scrollHeight');
    await aMinute(page);
    await page.getByRole('button', { name: two }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(height);
    expect(await scrolled(page)).toBe(40);
    expect((await seenOn(page)).shift).toBe(0);
    expect(askedOf(requests)).toHaveLength(4);

    await page.getByRole('button', { name: two }).click();
    await page.locator(`#comment-${own}`).waitFor();
    expect(await page.locator(`li:has(> #comment-${first.id}) ol article`).innerText()).toContain(
      'Une réponse',
    );
    expect(await scrolled(page)).toBe(40);
    expect(await page.locator('.fresh').count()).toBe(0);
    expect(Number.parseInt(await page.locator('.comments h2').innerText(), 10)).toBe(5);
    await aMinute(page);
    expect(await page.locator('.fresh').count()).toBe(0);
    await page.context().close();
  },
);

test('nobody is asked while the page is hidden, nor by an element that is not live', async () => {
  const { page, requests } = await openLive(FRENCH, 'live');
  const before = askedOf(requests).length;
  await page.evaluate(() =>
    Object.defineProperty((globalThis as any).document, 'hidden', { configurable: true, get: () => true }),
  );
  await aMinute(page);
  expect(askedOf(requests)).toHaveLength(before);
  await page.evaluate(() => Reflect.deleteProperty((globalThis as any).document, 'hidden'));
  await aMinute(page);
  await eventually(
    async () => askedOf(requests).length,
    (count) => count === before + 1,
  );
  await page.evaluate("document.querySelector('palabre-comments').remove()");
  await aMinute(page);
  expect(askedOf(requests)).toHaveLength(before + 1);
  const still = await openLive(FRENCH, '');
  await aMinute(still.page);
  expect(askedOf(still.requests)).toHaveLength(1);
  await still.page.context().close();
  await page.context().close();
});

test('one’s own comment that was published meanwhile says so when what is new is asked for', async () => {
  const { page } = await openLive('propre', 'live');
  await write(page, 'Une remarque de ma part.');
  await sendIt(page);
  await page.locator('.own [data-status=pending]').waitFor();
  const [own] = await calls.queue('pending');
  await calls.decide('propre', own.id, 'approve');
  await counted('propre', 4);
  await aMinute(page);
  await page.getByRole('button', { name: '1 nouveau commentaire' }).click();
  await page.clock.runFor(1_000);
  await page.locator('.own [data-status=published]').waitFor();
  await page.context().close();
});

test('an unchanged count is answered 304', async () => {
  const { page } = await openLive(FRENCH, 'live');
  // Requests that a test may answer pass the browser's cache by.
  await page.unrouteAll();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const statuses: number[] = [];
  session.on('Network.responseReceivedExtraInfo', ({ statusCode }) => statuses.push(statusCode));
  for (const answers of [1, 2]) {
    await aMinute(page);
    await eventually(
      async () => statuses.length,
      (count) => count === answers,
    );
  }
  expect(statuses).toEqual([200, 304]);
  await page.context().close();
});
