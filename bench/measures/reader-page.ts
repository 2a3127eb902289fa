import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Random } from '../../training/random.ts';
import { median } from '../load/statistics.ts';
import type { Plan } from '../plan.ts';
import type { Fact } from '../results.ts';
import { PAGE_ARTICLE } from '../seed.ts';
import { browseSeeded } from '../servers/browse-seeded.ts';

export const LONGEST_TASK = 'longest task while all comments of a long page join and scroll';
export const LINKED_REQUESTS = 'requests until a comment near its end is shown by its address';
/** Comments of a first page. */
const FIRST = 50;
/** Where in a long page the linked comment stands. */
const NEAR_END = 0.8;
const SCROLL_STEPS = 100;
const LOOK_MS = 20;

/** Comments on a page of a publisher's in a real browser: their first sight, one by its address, and what a long page does to the browser. */
export const measureReaderPage = async (
  folder: string,
  { starts, longPage }: Plan,
  random: Random,
): Promise<readonly Fact[]> => {
  const dataDir = join(folder, 'reader-page');
  const wanted = { decided: 0, published: longPage, waiting: 0, onPage: longPage };
  return browseSeeded(dataDir, wanted, random, async ({ browser, url }) => {
    const sights: Sight[] = [];
    for (let run = 0; run < starts; run += 1) sights.push(await firstSight(browser, url));
    const { longestMs, linked } = await wholePage(browser, url, longPage);
    return [
      fact(`first sight of ${FIRST} comments`, median(sights.map(({ shownMs }) => shownMs)), 'ms'),
      fact(
        'their script, style and text',
        median(sights.map(({ bytes }) => bytes)) / 1000,
        'kB, as they are sent',
      ),
      fact(LONGEST_TASK, longestMs, `ms of CPU, ${longPage} comments`),
      fact(LINKED_REQUESTS, await requestsTo(browser, url, linked), `of ${longPage} comments`),
    ];
  });
};

type Sight = { readonly shownMs: number; readonly bytes: number };

/** A page of the site with nothing but the element, by a browser that was never here. */
const openBare = async (browser: Browser, url: string, hash = ''): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await page.addInitScript(watch);
  await page.route(`${url}/bare`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: bareDocument }),
  );
  await page.goto(`${url}/bare${hash}`);
  return page;
};

const bareDocument = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Un article</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/embed.css"><script src="/embed.js" defer></script>
<main><h1>Un article</h1><palabre-comments site="demo" article="${PAGE_ARTICLE}"></palabre-comments></main>`;

/** Notes when the first page of comments is drawn. */
const watch = `
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('.comments article').length < ${FIRST}) return;
    observer.disconnect();
    requestAnimationFrame(() => { window.shownMs = performance.now(); });
  });
  observer.observe(document, { childList: true, subtree: true });
`;

const firstSight = async (browser: Browser, url: string): Promise<Sight> => {
  const page = await openBare(browser, url);
  await page.waitForFunction('window.shownMs > 0');
  const sight: Sight = await page.evaluate(`({
    shownMs,
    bytes: performance.getEntriesByType('resource').reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  })`);
  await page.context().close();
  return sight;
};

/** Loads all comments, page by page, and scrolls through them. @returns the longest task, and the id of a comment near the end */
const wholePage = async (browser: Browser, url: string, longPage: number) => {
  const page = await openBare(browser, url);
  await page.waitForFunction('window.shownMs > 0');
  await browser.startTracing(page, { categories: ['toplevel'] });
  await page.evaluate(loadAll);
  await page.evaluate(scrollThrough);
  const longestMs = longestTask(JSON.parse(String(await browser.stopTracing())).traceEvents);
  const linked: string = await page.evaluate(
    `[...document.querySelectorAll('.comments article')].at(${NEAR_END} * ${longPage}).id`,
  );
  await page.context().close();
  return { longestMs, linked };
};

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of CPU. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/** Milliseconds of CPU of the longest task on a page's own thread; a busy machine does not lengthen it. */
const longestTask = (events: readonly TraceEvent[]): number => {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}.${tid}`;
  const isMain = ({ name, args }: TraceEvent) => name === 'thread_name' && args?.name === 'CrRendererMain';
  const main = new Set(events.filter(isMain).map(threadOf));
  const tasks = events.filter((event) => event.tdur !== undefined && main.has(threadOf(event)));
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
};

/** Asks for page after page, by itself, so that nothing of the bench is among the page's tasks. */
const loadAll = `(async () => {
  for (let next; (next = document.querySelector('.comments [rel=next]')); ) {
    if (!next.hasAttribute('aria-disabled')) next.click();
    await new Promise((resolve) => setTimeout(resolve, ${LOOK_MS}));
  }
})()`;

const scrollThrough = `(async () => {
  for (let step = 0; step <= ${SCROLL_STEPS}; step += 1) {
    scrollTo(0, (document.documentElement.scrollHeight * step) / ${SCROLL_STEPS});
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
})()`;

/** How many requests the script makes until a comment is on the page. */
const requestsTo = async (browser: Browser, url: string, id: string): Promise<number> => {
  const page = await openBare(browser, url, `#${id}`);
  await page.locator(`#${id}`).waitFor();
  const requests: number = await page.evaluate(
    "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/')).length",
  );
  await page.context().close();
  return requests;
};

const fact = (name: string, value: number, unit: string): Fact => ({
  measure: 'reader-page',
  name,
  value,
  unit,
});
