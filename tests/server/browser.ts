import { existsSync } from 'node:fs';
import { afterAll, beforeAll } from '@jest/globals';
import chromiumPackage from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core';

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

/** A real browser: on Linux the system's Chromium or the one that comes in a package, elsewhere the Chrome that is installed. */
export const withBrowser = () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch(await launchOptions());
  }, 120_000);
  afterAll(() => browser?.close());
  return {
    open: async (options: BrowserContextOptions = {}): Promise<Page> => {
      if (!browser) throw new Error('The browser has not started.');
      return (await browser.newContext(options)).newPage();
    },
  };
};

const launchOptions = async (): Promise<LaunchOptions> => {
  if (process.platform !== 'linux') return { channel: 'chrome', args: QUIET };
  if (existsSync(INSTALLED)) return { executablePath: INSTALLED, args: QUIET };
  return {
    executablePath: await chromiumPackage.executablePath(),
    args: [...chromiumPackage.args, ...QUIET],
  };
};
