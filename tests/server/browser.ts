import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { launchBrowser } from '../../tools/browser/launch-browser.ts';

/** How long a page may take for what a test waits for. It only ends a test whose page never gets there, on however slow a machine. */
const WAIT_MS = 180_000;

/**
 * Answers the calls of an address in a test's own way. What follows passes by, and the route stays: a browser that stops
 * looking at requests while one of them opens a page may lose it, and never open the page.
 * @returns lets later calls pass
 */
export const standIn = async (
  page: Page,
  url: string | RegExp,
  answer: (route: Route) => unknown,
): Promise<() => void> => {
  let isOver = false;
  await page.route(url, (route) => (isOver ? route.fallback() : answer(route)));
  return () => {
    isOver = true;
  };
};

/** The next call of an address, which the test answers. The calls after it pass by. */
export const nextCall = (page: Page, url: string | RegExp): Promise<Route> => {
  const { promise, resolve } = Promise.withResolvers<Route>();
  let isTaken = false;
  void page.route(url, (route) => {
    if (isTaken) return route.fallback();
    isTaken = true;
    return resolve(route);
  });
  return promise;
};

/** A real browser, one for each file of tests. */
export const withBrowser = () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return {
    open: async (options: BrowserContextOptions = {}): Promise<Page> => {
      if (!browser) throw new Error('The browser has not started.');
      const context = await browser.newContext(options);
      context.setDefaultTimeout(WAIT_MS);
      return context.newPage();
    },
  };
};
