import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FRENCH, withReaders } from '../reader-page.ts';

const { browser, calls, readers, server } = withReaders({ firstComment: { approvedMin: 0 } });
const ids: string[] = [];

/** A thread deeper than replies go, over two pages: each comment answers the one before. */
beforeAll(async () => {
  for (let at = 0; at < 53; at++) {
    const parent = ids.at(-1);
    const draft = { author: `Odile ${at}`, text: `Réponse numéro ${at} du fil.`, ...(parent && { parent }) };
    ids.push(((await (await calls.submit(FRENCH, draft)).json()) as any).id);
  }
});

const where = () => `${server.url}/v1/sites/demo/comments.html?article=${FRENCH}&lang=fr`;
/** Whom a comment says that it answers, and by what markup. */
const said = (page: Page, at: number) => page.locator(`#comment-${ids[at]} > .answered`).innerHTML();
const answersOn = (page: Page): Promise<string[]> =>
  page.locator('.comments .answered').evaluateAll((all: any[]) => all.map(({ innerHTML }) => innerHTML));

test('the script says whom a comment answers as the server does, also on later pages', async () => {
  const { page } = await readers.openBare(
    `<palabre-comments site="demo" article="${FRENCH}"></palabre-comments>`,
  );
  await page.locator(`#comment-${ids[10]}`).waitFor();
  const drawn = await answersOn(page);
  expect(drawn.length).toBeGreaterThan(40);
  const brought = await browser.open({ javaScriptEnabled: false });
  await brought.goto(where());
  expect(await answersOn(brought)).toEqual(drawn);
  await page.getByRole('link', { name: 'Suite des commentaires' }).click();
  await page.locator(`#comment-${ids[52]}`).waitFor();
  expect(await said(page, 50)).toBe(`En réponse à <a href="#comment-${ids[49]}"><bdi>Odile 49</bdi></a>`);
  await page.context().close();
  await brought.context().close();
});

test('where the page lacks what a comment answers, both say that it is an earlier one', async () => {
  const { page } = await readers.openBare(
    `<palabre-comments site="demo" article="${FRENCH}"></palabre-comments>`,
    { path: `/bare#comment-${ids[52]}` },
  );
  await page.locator(`#comment-${ids[52]}.linked`).waitFor();
  expect((await answersOn(page))[0]).toBe('En réponse à un commentaire précédent');
  const brought = await browser.open({ javaScriptEnabled: false });
  await brought.goto(`${where()}&around=${ids[52]}`);
  expect((await answersOn(brought))[0]).toBe('En réponse à un commentaire précédent');
  await page.context().close();
  await brought.context().close();
});
