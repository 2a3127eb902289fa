import { expect, test } from '@jest/globals';
import { withBrowser } from '../server/browser.ts';
import { withServer } from '../server/with-server.ts';
import { moderationDesk } from './moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const COUNT = 100;

test('a hundred comments are decided by keyboard without anything jumping', async () => {
  await desk.fill('cent', COUNT);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  await page.evaluate(`
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput)
        window.shifts.push(entry.sources.map(({ node }) => [entry.value, node?.outerHTML?.slice(0, 120)]));
    }).observe({ type: 'layout-shift' });
  `);
  const selected = page.locator('.row[data-selected=true][data-phase=waiting]');
  const nothingLeft = page.getByText('Rien n’attend.');
  // While the next page of the queue is on its way, there is no comment to decide on, and a key does nothing.
  for (let n = 0; n < 2 * COUNT && !(await nothingLeft.isVisible()); n += 1) {
    await selected.or(nothingLeft).waitFor();
    await page.keyboard.press('asa'[n % 3] ?? 'a');
  }
  await nothingLeft.waitFor();
  expect(await page.evaluate('window.shifts')).toEqual([]);
  await desk.waitForQueue('pending', 0);
});
