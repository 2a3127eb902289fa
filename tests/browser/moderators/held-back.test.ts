import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { nextCall, withBrowser } from '../../server/browser.ts';
import { withServer } from '../../server/with-server.ts';
import { holdBack, moderationDesk, painted, press } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const FAILED = { status: 503, json: { code: 'down', detail: 'Down.' } };
const toast = (page: Page, text: string) => page.locator('.toast', { hasText: text }).waitFor();

test('a decision that fails while somebody types takes the focus from no field, where letters would decide', async () => {
  const page = await desk.openQueue('tape', 1);
  const asked = nextCall(page, '**/admin/decisions');
  await press(page, 'a');
  const route = await asked;
  await page.locator('.filters select').nth(1).selectOption(' ');
  await page.keyboard.type('s');
  await route.fulfill(FAILED);
  await page.locator('.row[data-phase=waiting]').waitFor();
  await painted(page);
  await page.keyboard.type('aas');
  expect(await page.locator('input[name=article]').inputValue()).toBe('saas');
  expect(await page.locator('.row[data-phase=waiting]').count()).toBe(1);
});

test('a reply that fails after its dialog was closed says so', async () => {
  const page = await desk.openQueue('muette', 1);
  await press(page, 'y');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Votre réponse').fill('Merci.');
  const asked = nextCall(page, '**/admin/replies');
  await dialog.getByRole('button', { name: /Répondre/ }).click();
  const route = await asked;
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  await route.fulfill(FAILED);
  await toast(page, 'n’a pas abouti');
});

test('whoever went on to another comment while a reply was sent stays with it', async () => {
  const page = await desk.openQueue('suite', 3);
  await press(page, 'y');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Votre réponse').fill('Merci.');
  const come = holdBack(page, '**/admin/replies');
  await dialog.getByRole('button', { name: /Répondre/ }).click();
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  await press(page, 'j j');
  const selected = page.locator('.row[data-selected=true]');
  const read = await selected.getAttribute('data-id');
  await come();
  await toast(page, 'Réponse publiée.');
  expect(await selected.getAttribute('data-id')).toBe(read);
});

test('who is invited next may be typed while the first invitation is under way', async () => {
  const page = await desk.open({ path: '?site=demo#/team' });
  const name = page.getByLabel(/^Nom/);
  await name.fill('Première');
  await page.getByLabel(/^Adresse/).fill('premiere@example.fr');
  const come = holdBack(page, '**/admin/members');
  await page.getByRole('button', { name: 'Créer l’invitation' }).click();
  await name.fill('Seconde');
  await come();
  await page
    .getByText(/Première/)
    .last()
    .waitFor();
  await page.locator('.notice').waitFor();
  expect(await name.inputValue()).toBe('Seconde');
});

test('who signs out leaves once what is being sent has arrived', async () => {
  const page = await desk.openQueue('sortie', 1);
  const come = holdBack(page, '**/admin/decisions');
  await press(page, 'a');
  await page
    .getByRole('button', { name: /Claire/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await painted(page);
  expect(await page.locator('.top').isVisible()).toBe(true);
  await come();
  await page.waitForURL('**/oidc/session/end*');
  await desk.waitForQueue('pending', 0);
});

test('who could not sign in because something did not answer can once it does', async () => {
  const page = await desk.openGate({ path: '?site=demo' });
  await page.locator('.top').waitFor();
  await page.evaluate('sessionStorage.clear()');
  const asked = nextCall(page, '**/moderation/settings.json');
  await page.reload();
  await (await asked).fulfill(FAILED);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: 'Claire Vasseur' }).click();
  await page.locator('.top').waitFor();
});

test('what happens elsewhere is seen where the counts came before the list', async () => {
  const [first] = await desk.fill('compte', 2);
  const page = await desk.open({ path: '?site=demo#/team' });
  const come = holdBack(page, '**/admin/queues/pending*');
  const counted = page.waitForResponse('**/admin/queues');
  await page.getByRole('link', { name: /À relire/ }).click();
  const counts: any = await (await counted).json();
  await painted(page);
  await come();
  await page.locator('.row').nth(1).waitFor();
  // As many wait as before.
  const lastDecisionAt = new Date().toISOString();
  await page.route('**/admin/queues', (route) => route.fulfill({ json: { ...counts, lastDecisionAt } }));
  await desk.calls.decide('compte', String(first), 'spam');
  await desk.calls.submit('compte', {
    author: 'Idriss',
    text: 'Et les vélos, où les laisse-t-on désormais ?',
  });
  await desk.waitForQueue('pending', 2);
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await page.getByText('Traité ailleurs.').waitFor();
});
