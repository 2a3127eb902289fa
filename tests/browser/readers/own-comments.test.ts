import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { standIn, withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { ENGLISH, FRENCH, publisherOf, readersOf, seenOn, sendIt, write } from './reader-page.ts';

/** With a shared cache in front, which answers lists that are some seconds old. */
const server = withServer({ EDGE: 'on' });
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);
const publish = publisherOf(calls);
const waiting = { ...noFlood, formToken: { minS: 0 } };
const published = { ...waiting, firstComment: { approvedMin: 0 } };

beforeAll(() => publish('Marc', 'Où se garer désormais ?'), 120_000);
beforeEach(() => calls.setPolicy(waiting));

const sent = async (page: Page, text: string): Promise<any> => {
  await write(page, text);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await sendIt(page);
  return (await answer).json();
};

test.each([
  ['/fr/', FRENCH, 'hors sujet', 'Votre commentaire est en ligne.'],
  ['/en/', ENGLISH, 'off topic', 'Your comment is online.'],
])(
  'a waiting comment on %s learns once whether it was published, or why not',
  async (path, article, reason, online) => {
    const { page } = await readers.open(path);
    const refused = await sent(page, 'Rien à voir, vraiment rien.');
    const approved = await sent(page, 'Tout à voir avec la halle.');
    await page.locator(`#comment-${approved.id}.own`).waitFor();
    await calls.decide(article, refused.id, 'reject', { reason: 'off-topic' });
    await calls.decide(article, approved.id, 'approve');

    // The page's own list still comes from before the decision.
    const answerAgain = await standIn(page, `**${path}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        new RegExp(`<li>\\s*<article id="comment-${approved.id}">[^]*?</article>\\s*</li>`),
        '',
      );
      await route.fulfill({ response, body });
    });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.reload();
    await page.locator(`#comment-${refused.id}`).getByText(reason).waitFor();
    await page.locator(`#comment-${approved.id}`).getByText(online).waitFor();
    expect(requests.filter((url) => url.includes('/r/'))).toHaveLength(2);
    expect(await page.locator(`#comment-${refused.id} .ways a`).getAttribute('href')).toBe(
      refused.links.receipt,
    );
    expect((await seenOn(page)).violations).toEqual([]);

    answerAgain();
    await page.reload();
    const listed = page.locator(`#comment-${approved.id}`);
    await listed.locator('.follow').waitFor();
    expect(await listed.count()).toBe(1);
    expect(await listed.getAttribute('class')).toBeNull();
    await page.context().close();
  },
);

test('a comment that its author withdrew or erased leaves the page and is forgotten', async () => {
  const { page } = await readers.open();
  const withdrawn = await sent(page, 'Je retire ce que je dis.');
  await page.locator('.own').waitFor();
  const erased = await sent(page, 'Effacez ce que je dis.');
  await page.locator('.own').nth(1).waitFor();
  const version = async (receipt: string) =>
    ((await (await fetch(receipt, { headers: { accept: 'application/json' } })).json()) as any).version;
  const act = async (receipt: string, path: string, method: string, body: object) =>
    (
      await fetch(`${receipt}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status;
  await act(withdrawn.links.receipt, '', 'DELETE', { version: await version(withdrawn.links.receipt) });
  await act(erased.links.receipt, '/erase', 'POST', {});
  const gone = page.waitForFunction(() => (globalThis as any).document.querySelectorAll('.own').length === 0);
  await page.reload();
  await gone.catch(() => undefined);
  await page.waitForFunction(() => (globalThis as any).document.querySelectorAll('.own').length === 0);
  expect(await page.evaluate('Object.keys(sessionStorage).filter((key) => key.includes("own"))')).toEqual([]);
  await page.context().close();
});

test('a comment published at once stands in its place, counted, and stays there while shared lists lag behind', async () => {
  const { page } = await readers.openBare(
    `<palabre-comments site="demo" article="${FRENCH}"></palabre-comments>`,
  );
  await page.locator('.comments article').first().waitFor();
  await calls.setPolicy(published);
  const before = await page.locator('.comments h2').innerText();
  const { id } = await sent(page, 'Publié sur-le-champ.');
  const own = page.locator(`#comment-${id}`);
  await own.getByText('Votre commentaire est en ligne.').waitFor();
  expect(Number.parseInt(await page.locator('.comments h2').innerText(), 10)).toBe(
    Number.parseInt(before, 10) + 1,
  );
  await page.evaluate(() => (globalThis as any).document.querySelector('palabre-comments').refresh());
  expect(await own.count()).toBe(1);
  await page.reload();
  await own.waitFor();
  expect((await seenOn(page)).violations).toEqual([]);
  await page.context().close();
});

test('without JavaScript the redirect shows one’s own published comment, whatever the shared cache holds', async () => {
  await calls.setPolicy(published);
  const page = await browser.open({ locale: 'fr-FR', javaScriptEnabled: false });
  await fetch(`${server.url}/v1/sites/demo/comments?article=${FRENCH}`);
  await page.goto(`${server.url}/fr/`);
  await write(page, 'Publié sans JavaScript.', 'Idriss');
  await sendIt(page);
  await page.waitForURL(/\/fr\/.*#comment-/);
  const id = page.url().replace(/^.*#comment-/, '');
  expect(await page.locator(`#comment-${id}`).innerText()).toContain('Publié sans JavaScript.');
  // The same address with JavaScript on a page that brought an old list, or none.
  const again = await readers.openBare(
    `<palabre-comments site="demo" article="${FRENCH}"></palabre-comments>`,
    {
      path: `/bare?around=${id}#comment-${id}`,
    },
  );
  await again.page.locator(`#comment-${id}`).getByText('Publié sans JavaScript.').waitFor();
  expect(again.requests.filter((line) => line.includes('/comments?'))).toHaveLength(1);
  await again.page.context().close();
  await page.context().close();
});
