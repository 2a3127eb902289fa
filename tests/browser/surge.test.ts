import { expect, test } from '@jest/globals';
import { flawsOf } from '../server/accessibility.ts';
import { withBrowser } from '../server/browser.ts';
import { withServer } from '../server/with-server.ts';
import { moderationDesk, painted } from './moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const advert = (n: number) => ({
  author: `Casino ${n}`,
  text: `Best casino bonus ${n} http://casino${n}.example http://win${n}.example http://poker${n}.example`,
  contact_me: 'x',
});

test('a surge of spam is told in one notice that hides no action on a phone, and that an admin ends', async () => {
  await desk.fill('vague', 2);
  for (let n = 0; n < 25; n += 1) await desk.calls.submit('vague', advert(n));
  const page = await desk.open({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  const notice = page.locator('.surge > div');
  await notice.waitFor();
  expect(await page.getByText(/Vague de spam/).count()).toBe(1);
  const [actions, told] = [await page.locator('.actions').boundingBox(), await notice.boundingBox()];
  expect((actions?.y ?? 0) + (actions?.height ?? 0)).toBeLessThanOrEqual(Math.ceil(told?.y ?? 0));
  expect(await flawsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Y mettre fin' }).tap();
  await notice.waitFor({ state: 'detached' });
});

test('on a phone the toast, the bar of ticked rows and the notice stand one above the other, each button on one line', async () => {
  await desk.fill('pied', 3);
  for (let n = 100; n < 125; n += 1) await desk.calls.submit('pied', advert(n));
  const page = await desk.open({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await page.locator('.surge > div').waitFor();
  await page.locator('.actions .approve').tap();
  await page.locator('.toast button').first().waitFor();
  await painted(page);
  await page.locator('.row[data-selected="true"] input[type="checkbox"]').tap();
  const boxes = ['.toast p', '.bulk', '.surge > div'].map((part) => page.locator(part).boundingBox());
  const [toast, ticked, notice] = (await Promise.all(boxes)).map((box) => [
    Math.round(box?.y ?? 0),
    Math.round((box?.y ?? 0) + (box?.height ?? 0)),
  ]);
  expect(toast?.[1]).toBeLessThanOrEqual(ticked?.[0] ?? 0);
  expect(ticked?.[1]).toBeLessThanOrEqual(notice?.[0] ?? 0);
  const heights = await page
    .locator('.toast button, .bulk button, .surge button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeLessThan(50);
});
