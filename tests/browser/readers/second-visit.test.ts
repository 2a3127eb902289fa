import { beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { eventually, withServer } from '../../server/with-server.ts';
import { publisherOf } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const ARTICLE = 'cinquante';

beforeAll(async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 } });
  const publish = publisherOf(calls);
  for (let at = 0; at < 50; at++)
    await publish(`Auteur ${at}`, `Remarque ${at} de cinquante, et pas une de plus.`, ARTICLE);
});

/** Shows the article's comments in a page of a browser. @returns what was asked of the API and its script on the way, with how it was answered */
const visit = async (context: BrowserContext): Promise<ReadonlyMap<string, string>> => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  // The browser tells of a request and of its answer in any order.
  const addresses = new Map<string, string>();
  const answers = new Map<string, string>();
  const fromCache = (requestId: string) => answers.set(requestId, 'cache');
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on('Network.requestServedFromCache', ({ requestId }) => fromCache(requestId));
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) fromCache(requestId);
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    if (!answers.has(requestId)) answers.set(requestId, String(statusCode));
  });
  await page.goto(server.url);
  await page.evaluate((article) => {
    const { document } = globalThis as any;
    const made = document.createElement('palabre-comments');
    made.setAttribute('site', 'demo');
    made.setAttribute('article', article);
    document.querySelector('main').prepend(made);
  }, ARTICLE);
  await page.locator('palabre-comments article').nth(49).waitFor();
  const told = await eventually(
    async () =>
      [...addresses]
        .filter(([, address]) => /\/comments\?|embed/.test(address))
        .map(([id, address]) => [new URL(address).pathname, answers.get(id) ?? ''] as const),
    (all) => all.every(([, answer]) => answer !== ''),
  );
  await page.close();
  return new Map(told);
};

test('the first sight of 50 comments takes one request after the script, and a second visit none that brings them again', async () => {
  const page = await browser.open({ locale: 'fr-FR' });
  const first = await visit(page.context());
  expect([...first.values()]).toEqual(['200', '200', '200']);
  expect([...first.keys()].filter((path) => path.endsWith('/comments'))).toHaveLength(1);
  const second = await visit(page.context());
  expect([...second.keys()]).toEqual(expect.arrayContaining([...first.keys()]));
  for (const answer of second.values()) expect(['304', 'cache']).toContain(answer);
  await page.context().close();
});
