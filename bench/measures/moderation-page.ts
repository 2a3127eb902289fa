import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Random } from '../../training/random.ts';
import { median } from '../load/statistics.ts';
import type { Plan } from '../plan.ts';
import type { Fact } from '../results.ts';
import { browseSeeded } from '../servers/browse-seeded.ts';

const DECISIONS = 100;
/** Approve, spam, approve: keys that ask nothing more. */
const KEYS = 'asa';
const ROW = '.row[data-selected=true][data-phase=waiting]';
const NOTHING_LEFT = '.state .large';

/** The moderators' page in a real browser: what its first sight takes, and how long a hundred decisions by keyboard wait for the machine. */
export const measureModerationPage = async (
  folder: string,
  { starts }: Plan,
  random: Random,
): Promise<readonly Fact[]> => {
  const dataDir = join(folder, 'moderation-page');
  const wanted = { decided: 0, published: 0, waiting: DECISIONS };
  return browseSeeded(dataDir, wanted, random, async ({ browser, url }) => {
    const sights: Sight[] = [];
    for (let run = 0; run < starts; run += 1) sights.push(await firstSight(browser, url));
    return [
      fact('first paint of the moderators’ page', median(sights.map(({ paintMs }) => paintMs)), 'ms'),
      fact('its files', median(sights.map(({ bytes }) => bytes)) / 1000, 'kB, as they are sent'),
      fact(
        `${DECISIONS} decisions by keyboard: waiting for the machine`,
        await decideAll(browser, url),
        'ms in all',
      ),
    ];
  });
};

type Sight = { readonly paintMs: number; readonly bytes: number };

/** By a browser that was never here. */
const firstSight = async (browser: Browser, url: string): Promise<Sight> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/moderation/?site=demo`);
  await page.locator('h1').waitFor();
  await page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length > 0");
  const sight: Sight = await page.evaluate(`({
    paintMs: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  })`);
  await context.close();
  return sight;
};

/** @returns milliseconds from each key to the next comment, in all */
const decideAll = async (browser: Browser, url: string): Promise<number> => {
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await page.goto(`${url}/moderation/?site=demo`);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: 'Claire Vasseur' }).click();
  await page.locator(ROW).waitFor();
  await watchKeys(page);
  const ready = page.locator(ROW).or(page.locator(NOTHING_LEFT));
  for (let at = 0; at < DECISIONS; at += 1) {
    await page.keyboard.press(KEYS[at % KEYS.length] ?? '');
    await ready.first().waitFor();
  }
  await page.locator(NOTHING_LEFT).waitFor();
  return page.evaluate('window.waitedMs');
};

/** Adds up the time from a key to the moment when another comment is selected, or none is left. */
const watchKeys = (page: Page): Promise<unknown> =>
  page.evaluate(`
    window.waitedMs = 0;
    const selected = () => document.querySelector('${ROW}');
    addEventListener('keydown', ({ timeStamp }) => {
      const before = selected();
      const observer = new MutationObserver(() => {
        const now = selected();
        if (now === before || (!now && !document.querySelector('${NOTHING_LEFT}'))) return;
        window.waitedMs += performance.now() - timeStamp;
        observer.disconnect();
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    }, true);
  `);

const fact = (name: string, value: number, unit: string): Fact => ({
  measure: 'moderation-page',
  name,
  value,
  unit,
});
