import { expect, test } from '@jest/globals';
import { withBrowser } from '../../server/browser.ts';
import { withServer } from '../../server/with-server.ts';
import { moderationDesk, press, selectedAuthor } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const focusedAuthor = async (page: Awaited<ReturnType<typeof desk.open>>) =>
  page.locator('.row:has(:focus) h2').innerText();

test('who types on after a search goes on writing in the field, and decides on nothing', async () => {
  await desk.fill('suite', 2);
  const page = await desk.open({ path: '?site=demo#/search' });
  const field = page.getByLabel('Mots');
  await field.pressSequentially('halle');
  await press(page, 'Enter');
  await page.locator('.row').nth(1).waitFor();
  await page.keyboard.type(' stars');
  expect(await field.inputValue()).toBe('halle stars');
  expect(await desk.calls.queue('pending')).toHaveLength(2);

  // The way back fills the fields as they were.
  await press(page, 'Enter');
  await page.getByText('Aucun commentaire ne correspond').waitFor();
  await page.goBack();
  await page.locator('.row').nth(1).waitFor();
  expect(await field.inputValue()).toBe('halle');
});

test('keys act on the row that the focus was brought into, by Tab as by a click', async () => {
  await desk.fill('foyer', 4);
  const page = await desk.open();
  await page.locator('.row').nth(3).waitFor();
  await press(page, 'j');
  expect(await focusedAuthor(page)).toBe('Lectrice 2');
  while ((await focusedAuthor(page)) === 'Lectrice 2') await press(page, 'Tab');
  expect(await focusedAuthor(page)).toBe('Lectrice 3');
  expect(await selectedAuthor(page)).toBe('Lectrice 3');
  await press(page, 'a');
  await page.getByText(/Lectrice 3.*publié/).waitFor();

  const tick = page.locator('.row', { hasText: 'Lectrice 1' }).getByRole('checkbox');
  await tick.click();
  expect(await tick.isChecked()).toBe(true);
  await page.locator('.row[data-selected=true]', { hasText: 'Lectrice 1' }).waitFor();
  await press(page, 's');
  await page.locator('.toast', { hasText: /Lectrice 1.*spam/ }).waitFor();
  await desk.waitForQueue('pending', 2);
  expect(await desk.calls.list('foyer')).toMatchObject({ comments: [{ author: 'Lectrice 3' }] });
});

test('what is pressed in a row stays under the pointer until it is let go', async () => {
  await desk.fill('pression', 3);
  const page = await desk.open();
  await page.locator('.row').nth(2).waitFor();
  const tick = page.locator('.row', { hasText: 'Lectrice 3' }).locator('.tick');
  const before = await tick.boundingBox();
  if (!before) throw new Error('There is no box to tick.');
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  await press(page, 'Shift');
  expect(await tick.boundingBox()).toEqual(before);
  await page.mouse.up();
  await page.locator('.row[data-selected=true]', { hasText: 'Lectrice 3' }).waitFor();
  expect(await tick.getByRole('checkbox').isChecked()).toBe(true);
});
