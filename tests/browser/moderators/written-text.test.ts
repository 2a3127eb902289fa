import { expect, test } from '@jest/globals';
import { withBrowser } from '../../server/browser.ts';
import { withServer } from '../../server/with-server.ts';
import { moderationDesk, press } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

test.each([
  ['y', 'Votre réponse, au nom de la rédaction'],
  ['e', 'Texte'],
  ['r', 'Mot pour l’auteur'],
  ['b', 'Raison, pour l’équipe'],
] as const)(
  'what was written in the dialog of %s is there again after Escape and a reload',
  async (key, label) => {
    await desk.fill('brouillons', 2);
    const page = await desk.open();
    await page.locator('.row').nth(1).waitFor();
    await press(page, key);
    await page.getByRole('dialog').getByLabel(label).fill('À compléter demain');
    await press(page, 'Escape');
    await page.locator('article:focus').waitFor();
    await press(page, 'j');
    await page.locator('.row:nth-child(2)[data-selected=true]').waitFor();
    await press(page, key);
    expect(await page.getByRole('dialog').getByLabel(label).inputValue()).not.toContain('demain');
    await press(page, 'Escape');
    await page.locator('article:focus').waitFor();
    await press(page, 'k');
    await page.locator('.row:nth-child(1)[data-selected=true]').waitFor();
    await press(page, key);
    expect(await page.getByRole('dialog').getByLabel(label).inputValue()).toBe('À compléter demain');
    await page.reload();
    await page.locator('.row').nth(1).waitFor();
    await press(page, key);
    expect(await page.getByRole('dialog').getByLabel(label).inputValue()).toBe('À compléter demain');
  },
);

test('a note is written before or after its reason is chosen, and Enter rejects once one is', async () => {
  const [first, second] = await desk.fill('motifs', 2);
  const page = await desk.open();
  await page.locator('.row').nth(1).waitFor();
  await press(page, 'r');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Enter');
  expect(await page.locator('.row[data-phase=waiting]').count()).toBe(2);

  await page.getByText('hors sujet').click();
  await page.getByLabel('Mot pour l’auteur').fill('Le sujet est la halle.');
  await page.getByRole('radio', { name: 'hors sujet' }).focus();
  const sent = page.waitForRequest('**/admin/decisions');
  await press(page, 'Enter');
  expect((await sent).postDataJSON().decisions).toMatchObject([
    { comment: first, decision: 'reject', reason: 'off-topic', note: 'Le sujet est la halle.' },
  ]);
  await desk.waitForQueue('pending', 1);

  const next = page.waitForRequest('**/admin/decisions');
  await press(page, 'r Tab');
  await page.keyboard.type('r 3');
  await press(page, 'Shift+Tab 2');
  expect((await next).postDataJSON().decisions).toMatchObject([
    { comment: second, reason: 'abusive', note: 'r 3' },
  ]);
  await desk.waitForQueue('pending', 0);
});

test('lists and examples of the policy are kept as they are typed, before their fields are left', async () => {
  const page = await desk.open({ path: '?site=demo#/policy' });
  const lists = page.locator('details', { hasText: 'Listes de spam' }).first();
  const words = lists.getByLabel('Mots et expressions');
  await lists.locator('summary').click();
  await words.focus();
  await page.keyboard.type('casino\n\nmachine a sous ');
  expect(await words.inputValue()).toBe('casino\n\nmachine a sous ');
  await page.reload();
  await lists.locator('summary').click();
  expect(await words.inputValue()).toBe('casino\nmachine a sous');

  await page.getByRole('button', { name: 'Ajouter un exemple' }).click();
  const example = page.locator('.fixtures li').first().getByLabel('Commentaire');
  await example.focus();
  await page.keyboard.type('Venez au casino');
  await page.reload();
  expect(await example.inputValue()).toBe('Venez au casino');
  await page.getByRole('button', { name: 'Abandonner les changements' }).click();
});

test('who leaves a policy that is not saved is asked, and finds it again', async () => {
  const page = await desk.open({ path: '?site=demo#/policy' });
  const asked: string[] = [];
  let goes = false;
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void (goes ? dialog.accept() : dialog.dismiss());
  });
  const links = page.locator('details', { hasText: 'Liens' }).first();
  const field = links.getByLabel('Liens à partir desquels');
  await links.locator('summary').click();
  await field.fill('7');
  await field.blur();
  const home = page.getByRole('link', { name: /À relire/ });
  await home.click();
  await page.waitForURL(/#\/policy$/);
  expect(await field.inputValue()).toBe('7');
  expect(asked).toEqual(['confirm']);

  goes = true;
  await home.click();
  await page.locator('h1', { hasText: 'À relire' }).waitFor({ state: 'attached' });
  await page.goBack();
  await links.locator('summary').click();
  expect(await field.inputValue()).toBe('7');
  await page.reload();
  expect(asked).toEqual(['confirm', 'confirm', 'beforeunload']);
  await links.locator('summary').click();
  expect(await field.inputValue()).toBe('7');
  await page.getByRole('button', { name: 'Abandonner les changements' }).click();
  await home.click();
  await page.locator('h1', { hasText: 'À relire' }).waitFor({ state: 'attached' });
  expect(asked).toHaveLength(3);
});
