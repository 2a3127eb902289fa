import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from './browser.ts';
import { callsTo, noFlood } from './calls.ts';
import { withServer } from './with-server.ts';

const ARTICLE = 'the-night-bus-is-back';
const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const paths = ['/en/'];
const TARGETS =
  'a, button, select, summary, input:not([type=hidden], [type=checkbox], [type=radio]), textarea';

beforeAll(async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 } });
  const say = async (author: string) => {
    const sent = await calls.submit(ARTICLE, { author, text: `${author} took the bus, and it was on time.` });
    const said = (await sent.json()) as { readonly id: string; readonly receipt: string };
    await calls.decide(ARTICLE, said.id, 'approve');
    return said;
  };
  await say('Marc');
  const { id, receipt } = await say('Aya');
  const site = `${server.url}/v1/sites/demo`;
  const asked = `article=${ARTICLE}&lang=en`;
  paths.push(
    ...[`${site}/comments.html?as=page&${asked}&limit=1`, `${site}/form?as=page&${asked}&parent=${id}`],
    ...[
      `${site}/report?${asked}&comment=${id}`,
      `${server.url}/r/${receipt}`,
      `${site}/form?as=page&lang=en`,
    ],
  );
});

const goTo = async (page: Page, path: string) => {
  await page.goto(new URL(path, server.url).href);
  await page.evaluate(() => {
    for (const details of (globalThis as any).document.querySelectorAll('details')) details.open = true;
  });
};

/** Targets of the comments or of a whole page of ours, but links in the midst of a text, by a box of less than so many pixels. */
const lowerThan = (page: Page, px: number) =>
  page.evaluate(
    ([targets, limit]) => {
      const { document } = globalThis as any;
      const root = document.querySelector('palabre-comments') ?? document.body;
      return [...root.querySelectorAll(targets)]
        .filter((one: any) => !one.closest('p[dir]') && one.getClientRects().length > 0)
        .map((one: any) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect().height])
        .filter(([, height]: any) => height < limit);
    },
    [TARGETS, px] as const,
  );

test.each([
  ['a finger', { hasTouch: true, isMobile: true, viewport: { width: 360, height: 800 } }, 44],
  ['a mouse', { viewport: { width: 1280, height: 800 } }, 28],
])('for %s every target of readers’ pages is high enough, and nothing overflows', async (_, options, px) => {
  for (const isScripted of [true, false]) {
    const page = await browser.open(options);
    if (!isScripted) await page.route('**/embed.js', (route) => route.abort());
    for (const path of paths) {
      await goTo(page, path);
      if (isScripted && path === '/en/') {
        await page.locator('.sort').waitFor();
        await page.locator('article footer a').first().click();
      }
      expect([path, await lowerThan(page, px)]).toEqual([path, []]);
      const { width } = options.viewport;
      const scrolled = Number(await page.evaluate('document.documentElement.scrollWidth'));
      expect([path, scrolled <= width]).toEqual([path, true]);
    }
    await page.context().close();
  }
});

test('in forced colours every button of readers’ pages has an edge', async () => {
  const page = await browser.open({ forcedColors: 'active' });
  for (const path of paths) {
    await goTo(page, path);
    if (path === '/en/') await page.locator('article footer a').first().click();
    const without = await page.evaluate(() => {
      const { document, getComputedStyle } = globalThis as any;
      const buttons = [...document.querySelectorAll('button')];
      const shown = buttons.filter((one: any) => one.getClientRects().length > 0);
      const edge = (one: any) => getComputedStyle(one);
      const isBare = (one: any) =>
        edge(one).borderTopStyle !== 'solid' ||
        Number.parseFloat(edge(one).borderTopWidth) < 1 ||
        edge(one).borderTopColor === 'rgba(0, 0, 0, 0)';
      return shown.filter(isBare).map((one: any) => one.outerHTML);
    });
    expect([path, without]).toEqual([path, []]);
  }
  await page.context().close();
});

test('on paper readers’ pages are text, names and dates', async () => {
  const page = await browser.open();
  for (const path of paths.slice(0, -1)) {
    await goTo(page, path);
    await page.emulateMedia({ media: 'print' });
    const left = await page.evaluate(() => {
      const { document } = globalThis as any;
      const odd =
        ':is(palabre-comments, body > main) :is(svg, button, select, .ways, footer a), body > header';
      const shown = [...document.querySelectorAll(odd)].filter((one: any) => one.getClientRects().length > 0);
      return shown.map((one: any) => one.outerHTML.slice(0, 90));
    });
    expect([path, left]).toEqual([path, []]);
    await page.emulateMedia({ media: 'screen' });
  }
  await page.context().close();
});
