import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { withServer } from '../../server/with-server.ts';
import { moderationDesk, press } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const dialogButton = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name });
const own = (page: Page) => page.getByRole('row', { name: /\(vous\)/ });
/** What has the focus, by its text. */
const focused = (page: Page) => page.locator(':focus');

test('who gives up their own role is asked first, and the page follows; the focus goes back where it was', async () => {
  const page = await desk.open({ path: '?site=demo#/team' });
  const role = own(page).getByRole('button', { name: 'Passer au rôle modération' });
  await role.click();
  await page
    .getByRole('dialog')
    .getByText(/Seule une autre personne/)
    .waitFor();
  await dialogButton(page, 'Annuler').click();
  await focused(page).filter({ hasText: 'Passer au rôle modération' }).waitFor();

  // The private feed raises the member's version: the next act must go on from there.
  await page.getByRole('button', { name: 'Créer l’adresse' }).click();
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  await page.getByRole('dialog').getByText('L’adresse actuelle ne vaudra plus, dès cet instant.').waitFor();
  await dialogButton(page, 'Changer d’adresse').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Couper le flux' }).click();
  await dialogButton(page, 'Couper le flux').click();
  await page.getByRole('button', { name: 'Créer l’adresse' }).waitFor();

  // Somebody has to be left who administers the site.
  const other = page.getByRole('row', { name: /Nora/ });
  await other.getByRole('button', { name: 'Passer au rôle administration' }).click();
  await dialogButton(page, 'Passer au rôle administration').click();
  await page.getByText(/Nora.* a changé de rôle/).waitFor();
  await role.click();
  await dialogButton(page, 'Passer au rôle modération').click();
  await page.getByText('Seule l’administration du site change l’équipe.').waitFor();
  expect(await page.getByRole('button', { name: 'Retirer' }).count()).toBe(0);

  const nora = await desk.open({ person: 'Nora Lindqvist', path: '?site=demo#/team' });
  await nora
    .getByRole('row', { name: /Claire/ })
    .getByRole('button', { name: 'Passer au rôle adm' })
    .click();
  await dialogButton(nora, 'Passer au rôle administration').click();
  await nora.getByText(/Claire.* a changé de rôle/).waitFor();
});

test('a value that is refused is marked, described and has the focus; a ban is lifted where it was told of', async () => {
  const page = await desk.open({ path: '?site=demo#/bans' });
  const value = page.getByLabel('Adresse, domaine ou réseau');
  await page.getByLabel('Quoi').selectOption('domain');
  await value.fill('pas un domaine');
  await page.getByLabel('Raison, pour l’équipe').fill('essai');
  await press(page, 'Enter');
  await page.locator('[aria-invalid=true]:focus').waitFor();
  expect(await value.getAttribute('aria-invalid')).toBe('true');
  const line = await value.getAttribute('aria-describedby');
  await page.locator(`[id="${line}"]`, { hasText: 'Indiquez un domaine' }).waitFor();

  await value.fill('spam.example');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Blocage enregistré.').waitFor();
  expect(await value.getAttribute('aria-invalid')).toBeNull();
  await focused(page).filter({ hasText: 'Enregistrer' }).waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Lever' }).click();
  await page.getByText('Blocage levé.').waitFor();
  await page.getByText('Aucun blocage, aucune autorisation.').waitFor();
});

test('a setting that is refused is named as the form does, and opened with the focus in it', async () => {
  const page = await desk.open({ path: '?site=demo#/policy' });
  await page.locator('summary', { hasText: 'Liens' }).first().click();
  const field = page.getByLabel('Liens à partir desquels');
  await field.fill('1.5');
  await field.blur();
  await page.locator('summary', { hasText: 'Liens' }).first().click();
  await page.getByRole('button', { name: 'Voir ce qui change' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('alert').filter({ hasText: 'Liens › Liens à partir desquels' }).waitFor();
  await page.locator('input[name="policy.links.holdFrom"][aria-invalid=true]:focus').waitFor();
  await field.fill('6');
  await field.blur();
  await page.getByRole('button', { name: 'Voir ce qui change' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Règles enregistrées.').waitFor();
  await page.getByRole('row', { name: /Liens › Liens à partir desquels/ }).waitFor();
  await focused(page).filter({ hasText: 'Voir ce qui change' }).waitFor();
});

test('an edit that was left comes back as a draft, and can begin again from the text', async () => {
  await desk.fill('brouillon', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  const text = page.getByRole('dialog').getByLabel('Texte');
  await press(page, 'e');
  const before = await text.inputValue();
  expect(await page.getByText('Votre brouillon').count()).toBe(0);
  await text.fill('Tout autre chose.');
  await press(page, 'Escape');
  await press(page, 'e');
  await page.getByText('Votre brouillon, non enregistré.').waitFor();
  expect(await text.inputValue()).toBe('Tout autre chose.');
  await page.getByRole('button', { name: 'Repartir du texte du commentaire' }).click();
  expect(await text.inputValue()).toBe(before);
});

test('a tab tells its number once, and what a list held is not told on after a decision', async () => {
  await desk.fill('onglets', 2);
  const page = await desk.open();
  await page.getByRole('link', { name: 'À relire 2 commentaires attendent', exact: true }).waitFor();
  const status = page.locator('#main [role=status]', { hasText: '2 commentaires.' });
  await status.waitFor({ state: 'attached' });
  await press(page, 's');
  await status.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^Spam \d+ commentaires?$/ }).waitFor();
});

test('whatever is pressed is high enough for a finger, and no view scrolls sideways at twice the size of text', async () => {
  await desk.fill('doigt', 2);
  const page = await desk.open(PHONE);
  await page.locator('.row').nth(1).waitFor();
  const low = [];
  for (const view of ['pending', 'search?q=halle', 'bans', 'team', 'policy', 'learning', 'audit', 'stats']) {
    await page.evaluate(`location.hash = '#/${view}'`);
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    low.push(...(await lowOnes(page)));
  }
  expect(low).toEqual([]);

  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  const wide = [];
  for (const view of ['bans', 'team', 'policy', 'learning', 'audit', 'stats', 'pending']) {
    await page.evaluate(`location.hash = '#/${view}'`);
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wide.push(view);
    if (view === 'policy') {
      const caption = await page.locator('caption', { hasText: 'Versions' }).boundingBox();
      expect(caption?.width).toBeGreaterThan(200);
    }
  }
  expect(wide).toEqual([]);
});

/** What is pressed and is lower than 44 CSS pixels; links in running text may be. */
const lowOnes = (page: Page): Promise<string[]> =>
  page
    .locator('button, select, summary, .tick, .choice, .top a, .field input, a.out')
    .evaluateAll((all: any[]) =>
      all
        .filter((one) => one.checkVisibility() && one.closest('.skip') === null)
        .filter((one) => one.getBoundingClientRect().height < 44)
        .map((one) => `${one.className} ${one.textContent}`.trim()),
    );
