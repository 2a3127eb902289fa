import { existsSync } from 'node:fs';
import { afterAll, beforeAll } from '@jest/globals';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser: the system's Chromium, or the one that comes in a package. */
export const withBrowser = () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const isInstalled = existsSync(INSTALLED);
    const executablePath = isInstalled ? INSTALLED : await chromiumPackage.executablePath();
    browser = await chromium.launch({
      executablePath,
      args: isInstalled ? QUIET : [...chromiumPackage.args, ...QUIET],
    });
  }, 120_000);
  afterAll(() => browser?.close());
  return {
    open: async (options: BrowserContextOptions = {}): Promise<Page> => {
      if (!browser) throw new Error('The browser has not started.');
      return (await browser.newContext(options)).newPage();
    },
  };
};
