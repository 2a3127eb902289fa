import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

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

/**
 * A real browser: Chromium from a package, which has no window to draw and opens a page with a fifth of the work. It is made for Linux on
 * x64; another Linux has Chromium of its own, other systems Chrome.
 */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await launchOptions());

const launchOptions = async (): Promise<LaunchOptions> => {
  if (process.platform !== 'linux') return { channel: 'chrome', args: QUIET };
  return { executablePath: process.arch === 'x64' ? await unpacked() : INSTALLED, args: QUIET };
};

const run = promisify(execFile);
const UNPACK = fileURLToPath(new URL('unpack-chromium.mjs', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/', import.meta.url));

/**
 * The browser of the package, unpacked beside it once. It becomes visible as a whole, since several workers may look for it at once.
 * The package's own arguments are not used: they are for Lambda, run everything in one process and switch off web security.
 */
const unpacked = async (): Promise<string> => {
  const folder = join(PACKAGE, 'unpacked');
  const browser = join(folder, 'chromium');
  if (existsSync(browser)) return browser;
  const own = await mkdtemp(`${folder}-`);
  await run(process.execPath, [UNPACK], { env: { ...process.env, TMPDIR: own } });
  await rename(own, folder).catch((error) => {
    if (!existsSync(browser)) throw error;
  });
  await rm(own, { recursive: true, force: true });
  return browser;
};
