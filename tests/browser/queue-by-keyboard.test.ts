import { expect, test } from '@jest/globals';
import { standIn, withBrowser } from '../server/browser.ts';
import { withServer } from '../server/with-server.ts';
import { moderationDesk, press, selectedAuthor } from './moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

test('a moderator signs in through the provider and works twenty pending comments by keyboard only', async () => {
  const ids = await desk.fill('clavier', 20);
  const page = await desk.open();
  await page.locator('.row').nth(19).waitFor();
  expect(await selectedAuthor(page)).toBe('Lectrice 1');

  for (let n = 0; n < 10; n += 1) await press(page, 'a');
  for (let n = 0; n < 4; n += 1) await press(page, 's');
  // Two with a reason, two without.
  await press(page, 'r 8 r 3 r r r r');
  expect(await selectedAuthor(page)).toBe('Lectrice 19');
  await press(page, 'j');
  expect(await selectedAuthor(page)).toBe('Lectrice 20');
  await press(page, 'k a a');
  await page.getByText('Rien n’attend.').waitFor();

  expect(await desk.waitForQueue('pending', 0)).toEqual([]);
  expect(await desk.calls.list('clavier')).toMatchObject({ comments: { length: 12 } });
  expect((await desk.calls.queue('spam')).map(({ id }) => id).sort()).toEqual(ids.slice(10, 14).sort());
});

test('decisions are taken back one by one, the last first, and their comments stand where they stood', async () => {
  const ids = await desk.fill('retour', 3);
  const page = await desk.open();
  await page.locator('.row').nth(2).waitFor();
  await press(page, 'a s');
  await page.locator('.toast', { hasText: 'classé comme spam' }).waitFor();

  await press(page, 'z');
  await page.getByText('1 décision annulée.').waitFor();
  expect(await selectedAuthor(page)).toBe('Lectrice 2');
  await press(page, 'z');
  await page.locator('.row').nth(2).waitFor();
  expect(await page.locator('.row h2').allInnerTexts()).toEqual(['Lectrice 1', 'Lectrice 2', 'Lectrice 3']);
  expect((await desk.waitForQueue('pending', 3)).map(({ id }) => id).sort()).toEqual(ids.sort());
  await press(page, 'z');
  await page.getByText('Il n’y a plus rien à annuler.').waitFor();
  for (const key of ['a', 'a', 'a']) await press(page, key);
  await desk.waitForQueue('pending', 0);
});

test('what is ticked is decided at once and taken back at once', async () => {
  await desk.fill('ensemble', 5);
  const page = await desk.open();
  await page.locator('.row').nth(4).waitFor();
  await press(page, 'x j x j x');
  await page.getByText('3 cochés').waitFor();
  await press(page, 'A');
  await page.getByText('3 commentaires publiés.').waitFor();
  await desk.waitForQueue('pending', 2);

  await press(page, 'z');
  await page.getByText('3 décisions annulées.').waitFor();
  expect(await page.locator('.row h2').allInnerTexts()).toEqual([1, 2, 3, 4, 5].map((n) => `Lectrice ${n}`));
  await desk.waitForQueue('pending', 5);
  for (let n = 0; n < 5; n += 1) await press(page, 'a');
  await desk.waitForQueue('pending', 0);
});

test('keys rest in fields and dialogs, and can be switched off', async () => {
  await desk.fill('repos', 2);
  const page = await desk.open();
  await page.locator('.row').nth(1).waitFor();
  await press(page, 'y');
  await page.getByLabel('Votre réponse, au nom de la rédaction').pressSequentially('arsza');
  await press(page, 'Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await press(page, '/ r a s');
  expect(await page.getByRole('searchbox').inputValue()).toBe('ras');
  await page.getByRole('link', { name: /À relire/ }).click();
  await page.getByRole('button', { name: /^Menu/ }).click();
  await page.getByRole('checkbox', { name: 'Raccourcis du clavier' }).uncheck();
  await press(page, 'Escape a s');
  await page.reload();
  await page.locator('.row').nth(1).waitFor();
  await press(page, 'a');
  expect(await desk.calls.queue('pending')).toHaveLength(2);
  await page.getByRole('button', { name: /^Publier/ }).click();
  await page.getByRole('button', { name: /^Publier/ }).click();
  await desk.waitForQueue('pending', 0);
});

test('a key that is held down decides once, and an undo that the network swallowed is asked for again', async () => {
  await desk.fill('appui', 3);
  const page = await desk.open();
  await page.locator('.row').nth(2).waitFor();
  for (let n = 0; n < 3; n += 1) await page.keyboard.down('a');
  await page.keyboard.up('a');
  await desk.waitForQueue('pending', 2);
  expect(await selectedAuthor(page)).toBe('Lectrice 2');
  for (let n = 0; n < 3; n += 1) await page.keyboard.down('r');
  await page.keyboard.up('r');
  await page.getByRole('dialog').waitFor();
  await press(page, 'r');
  await desk.waitForQueue('pending', 1);

  const undoAgain = await standIn(page, '**/admin/undo', (route) => route.abort());
  await press(page, 'z');
  await page.locator('.toast [data-tone=problem]').waitFor();
  undoAgain();
  await press(page, 'z');
  await desk.waitForQueue('pending', 2);
  expect(await desk.calls.list('appui')).toMatchObject({ comments: { length: 1 } });
  await press(page, 'z');
  await desk.waitForQueue('pending', 3);
  await press(page, 'a a a');
  await desk.waitForQueue('pending', 0);
});

test('a next page that fails leaves the rows before it, and is asked for again', async () => {
  await desk.fill('suite', 52);
  const page = await desk.open();
  await page.locator('.row').nth(49).waitFor();
  const listAgain = await standIn(page, '**/queues/pending?*cursor=*', (route) => route.abort());
  await page.getByRole('button', { name: 'Suite', exact: true }).click();
  await page.locator('.more [role=alert]').waitFor();
  expect(await page.locator('.row').count()).toBe(50);
  listAgain();
  await page.getByRole('button', { name: 'Suite', exact: true }).click();
  await page.locator('.row').nth(51).waitFor();
  expect(await page.locator('.more').count()).toBe(0);
  // The queue is emptied a page at a time.
  await desk.fill('suite', 0);
});
