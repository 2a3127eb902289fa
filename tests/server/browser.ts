import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/browser/launch-browser.ts';

/** A real browser, one for each file of tests. */
export const withBrowser = () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser?.close());
  return {
    open: async (options: BrowserContextOptions = {}): Promise<Page> => {
      if (!browser) throw new Error('The browser has not started.');
      return (await browser.newContext(options)).newPage();
    },
  };
};
