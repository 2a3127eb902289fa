import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { standIn, withBrowser } from '../../server/browser.ts';
import { withServer } from '../../server/with-server.ts';
import { moderationDesk, press } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const COUNTS = '**/admin/queues';
const tab = (page: Page, count: number) =>
  page.locator('.top a', { hasText: new RegExp(`À relire\\s*${count}\\b`) }).waitFor();

/** The page counts no more by itself, every half a minute. */
const stopPolling = (page: Page) =>
  page.evaluate('for (let timer = setInterval(() => {}); timer > 0; timer -= 1) clearInterval(timer)');

test('the tab and the title count what is decided and taken back at once, whatever the API has counted yet', async () => {
  await desk.fill('compte', 3);
  await desk.waitForQueue('pending', 3);
  const page = await desk.open();
  await page.locator('.row').nth(2).waitFor();
  await tab(page, 3);
  await stopPolling(page);
  const told = { queues: await desk.calls.queues(), lastDecisionAt: null, surges: [] };
  const countAgain = await standIn(page, COUNTS, (route) => route.fulfill({ json: told }));
  const asked = page.waitForResponse(COUNTS);
  await press(page, 'a');
  await asked;
  await tab(page, 2);
  countAgain();
  await press(page, 'z');
  await page.getByText('1 décision annulée.').waitFor();
  await tab(page, 3);
  expect(await page.title()).toContain('(3)');
  await desk.waitForQueue('pending', 3);
});

test('a queue that is opened is counted, and what somebody else decided first is not counted again', async () => {
  const [first] = await desk.fill('ouverte', 3);
  await desk.waitForQueue('pending', 3);
  const page = await desk.open();
  await page.locator('.row').nth(2).waitFor();
  await tab(page, 3);
  await stopPolling(page);
  await desk.calls.decide('ouverte', String(first), 'spam');
  await press(page, 'a');
  await page.locator('.toast [data-tone=problem]').waitFor();
  expect(await page.locator('.top [aria-current]').innerText()).toMatch(/2/);

  await desk.calls.submit('ouverte', { author: 'Idriss', text: 'Et les vélos, où les laisse-t-on ?' });
  await desk.waitForQueue('pending', 3);
  await page.getByRole('link', { name: /Spam/ }).click();
  await tab(page, 3);
});
