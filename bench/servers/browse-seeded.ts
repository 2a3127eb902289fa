import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../tools/browser/launch-browser.ts';
import type { Random } from '../../training/random.ts';
import { seed, type Wanted } from '../seed.ts';
import { startSeeded } from './start-seeded.ts';

type Browsing = { readonly browser: Browser; readonly url: string };

/** Lets a browser look at a server on a store of its own; both end afterwards. */
export const browseSeeded = async <Found>(
  dataDir: string,
  wanted: Wanted,
  random: Random,
  look: (browsing: Browsing) => Promise<Found>,
): Promise<Found> => {
  await using stack = new AsyncDisposableStack();
  const palabre = await startSeeded({ dataDir }, await seed(dataDir, wanted, random));
  stack.defer(palabre.stop);
  const browser = await launchBrowser();
  stack.defer(() => browser.close());
  return await look({ browser, url: palabre.url });
};
