import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { eventually, withServer } from '../../server/with-server.ts';
import { holdBack, moderationDesk, press } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const dialog = (page: Page) => page.getByRole('dialog');

test('what is typed into a text while it is being saved is there to be saved next, and the row shows what was saved', async () => {
  const page = await desk.openQueue('lente', 1);
  await press(page, 'e');
  const text = dialog(page).getByLabel('Texte');
  await text.fill('Une phrase.');
  const come = holdBack(page, '**/admin/comments/*');
  await dialog(page).getByRole('button', { name: 'Enregistrer' }).click();
  await text.fill('Une phrase, et la suite.');
  await come();
  await page.getByText('Texte modifié.').waitFor();
  await page.locator('.row').getByText('Une phrase.', { exact: true }).waitFor();
  expect(await text.inputValue()).toBe('Une phrase, et la suite.');
  await dialog(page).getByRole('button', { name: 'Enregistrer' }).click();
  await eventually(
    () => desk.calls.queue('pending'),
    ([one]) => (one as any).text === 'Une phrase, et la suite.',
  );
});

test('what is typed into a reply while it is being sent is kept', async () => {
  const page = await desk.openQueue('reponse', 1);
  await press(page, 'y');
  const text = dialog(page).getByLabel('Votre réponse');
  await text.fill('Merci.');
  const come = holdBack(page, '**/admin/replies');
  await dialog(page)
    .getByRole('button', { name: /Répondre/ })
    .click();
  await text.fill('Merci. À demain.');
  await come();
  await page.getByText('Réponse publiée.').waitFor();
  await press(page, 'z');
  await page.getByText('1 décision annulée.').waitFor();
  await press(page, 'y');
  expect(await text.inputValue()).toBe('Merci. À demain.');
});

test('a dialog that was closed while its answer is under way closes no other', async () => {
  const page = await desk.openQueue('ferme', 2);
  await press(page, 'e');
  await dialog(page).getByLabel('Texte').fill('Plus court.');
  const come = holdBack(page, '**/admin/comments/*');
  await dialog(page).getByRole('button', { name: 'Enregistrer' }).click();
  await press(page, 'Escape');
  await page.locator('article:focus').waitFor();
  await press(page, 'j y');
  const reply = dialog(page).getByLabel('Votre réponse');
  await reply.fill('Bonjour');
  await come();
  await page.getByText('Texte modifié.').waitFor();
  expect(await reply.inputValue()).toBe('Bonjour');
});

test('what is typed into the policy while it is being saved, or an earlier version is brought back, stays to be saved', async () => {
  const page = await desk.open({ path: '?site=demo#/policy' });
  const set = async (title: string, label: string, value: string) => {
    const part = page.locator('details', { has: page.locator('summary', { hasText: title }) }).first();
    const field = part.getByLabel(label);
    if (!(await field.isVisible())) await part.locator('summary').click();
    await field.fill(value);
    await field.blur();
    return field;
  };
  const links = await set('Liens', 'Liens à partir desquels', '7');
  await page.getByRole('button', { name: 'Voir ce qui change' }).click();
  const come = holdBack(page, '**/admin/policy');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const days = await set('Conservation', 'Refusés', '12');
  await come();
  await page.getByText('Règles enregistrées.').waitFor();
  expect([await links.inputValue(), await days.inputValue()]).toEqual(['7', '12']);
  await page.getByRole('button', { name: 'Abandonner les changements' }).waitFor();

  await page.getByRole('button', { name: 'Rétablir' }).last().click();
  await dialog(page).getByRole('button', { name: 'Rétablir' }).click();
  await page.getByText(/^Version .* rétablie\.$/).waitFor();
  expect([await links.inputValue(), await days.inputValue()]).toEqual(['7', '12']);
  await page.getByRole('button', { name: 'Abandonner les changements' }).click();
  expect([await links.inputValue(), await days.inputValue()]).toEqual(['2', '30']);
});

test('statistics and the audit trail show what was asked for last, however late an earlier answer comes', async () => {
  await desk.fill('tardive', 1);
  const page = await desk.open({ path: '?site=demo#/stats' });
  await page.locator('.stats section').first().waitFor();
  const period = page.getByLabel('Période');
  const come = holdBack(page, '**/admin/stats?days=365');
  const sent = page.waitForRequest('**/admin/stats?days=365');
  await period.selectOption('365');
  await sent;
  await period.selectOption('7');
  const rows = page.locator('.stats details').first().locator('tbody tr');
  await eventually(
    () => rows.count(),
    (count) => count === 7,
  );
  const answered = page.waitForResponse('**/admin/stats?days=365');
  await come();
  await (await answered).finished();
  await press(page, 'Escape');
  expect(await rows.count()).toBe(7);

  const comeAll = holdBack(page, '**/admin/audit');
  const sentAll = page.waitForRequest('**/admin/audit');
  await page.goto(`${server.url}/moderation/?site=demo#/audit`);
  await sentAll;
  await page.getByLabel('Action').selectOption('change-policy');
  await page.getByRole('button', { name: 'Afficher' }).click();
  const acts = page.locator('tbody tr td:nth-of-type(2)');
  await acts.first().waitFor();
  const told = await acts.allInnerTexts();
  expect(new Set(told).size).toBe(1);
  const all = page.waitForResponse('**/admin/audit');
  await comeAll();
  await (await all).finished();
  await press(page, 'Escape');
  expect(await acts.allInnerTexts()).toEqual(told);
});

test('who leaves while a decision is being sent is asked', async () => {
  const page = await desk.openQueue('partant', 1);
  const come = holdBack(page, '**/admin/decisions');
  await press(page, 'a');
  const question = page.waitForEvent('dialog');
  await page.evaluate('setTimeout(() => location.reload())');
  expect((await question).type()).toBe('beforeunload');
  await (await question).dismiss();

  const answered = page.waitForResponse('**/admin/decisions');
  await come();
  await (await answered).finished();
  await press(page, 'Escape');
  const asked: unknown[] = [];
  page.on('dialog', (shown) => {
    asked.push(shown.type());
    void shown.accept();
  });
  await page.reload();
  await page.locator('.top').waitFor();
  expect(asked).toEqual([]);
});

test('of several decisions that could not be sent it is said why', async () => {
  const page = await desk.openQueue('coupee', 3);
  for (const at of [0, 1, 2]) await page.locator('.row').nth(at).getByRole('checkbox').check();
  await page.context().setOffline(true);
  await press(page, 'Shift+A');
  await page.locator('.toast', { hasText: /réseau/ }).waitFor();
  await page.context().setOffline(false);
  expect(await page.locator('.row[data-phase=waiting]').count()).toBe(3);
});
