import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/browser/launch-browser.ts';

/** How long a page may take for what a test waits for. It only ends a test whose page never gets there, on however slow a machine. */
const WAIT_MS = 180_000;

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
