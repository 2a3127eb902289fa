import { expect, test } from '@jest/globals';
import { withBrowser } from '../server/browser.ts';
import { withServer } from '../server/with-server.ts';
import { moderationDesk, press, selectedAuthor } from './moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

test('of two moderators who decide the same comment one wins, and the other sees it come back and leave', async () => {
  await desk.fill('conflit', 3);
  const [claire, nora] = [await desk.open(), await desk.open({ person: 'Nora Lindqvist' })];
  for (const page of [claire, nora]) await page.locator('.row').nth(2).waitFor();

  await press(nora, 's');
  await desk.waitForQueue('pending', 2);
  await press(claire, 'a');
  const told = claire.locator('.toast', { hasText: /déjà|a changé/ });
  await told.waitFor();
  await claire.locator('.row[data-phase=gone], .row .outcome').first().waitFor();
  expect(await desk.calls.list('conflit')).toMatchObject({ comments: [] });

  await press(claire, 'j');
  expect(await selectedAuthor(claire)).not.toBe('Lectrice 1');
});

test('rows that are decided elsewhere say so, and new ones wait behind a button', async () => {
  const [first] = await desk.fill('ailleurs', 2);
  const page = await desk.open();
  await page.locator('.row').nth(1).waitFor();
  // What the page counted first is what it compares with.
  await page.locator('.top .count', { hasText: '2' }).first().waitFor();
  await desk.calls.decide('ailleurs', String(first), 'spam');
  await desk.calls.submit('ailleurs', {
    author: 'Idriss',
    text: 'Et les vélos, où les laisse-t-on désormais ?',
  });
  await desk.waitForQueue('pending', 2);
  await comeBack(page);

  await page.getByText('Traité ailleurs.').waitFor();
  const fresh = page.getByRole('button', { name: /^1 nouveau/ });
  await fresh.waitFor();
  expect(await page.locator('.row').count()).toBe(2);
  await fresh.click();
  expect(await selectedAuthor(page)).toBe('Idriss');
});

test('an admin invites, who is invited joins and moderates, and once removed is let in no more', async () => {
  await desk.fill('equipe', 1);
  const page = await desk.open({ path: '?site=demo#/team' });
  await page.getByLabel('Nom, tel que').fill('Sarah Belkacem');
  await page.getByLabel('Adresse e-mail').fill('sarah@example.org');
  await page.getByRole('button', { name: 'Créer l’invitation' }).click();
  const link = await page.getByLabel('Lien d’invitation').inputValue();

  const invited = await desk.open({ address: link, email: 'sarah@example.org' });
  await invited.getByText('Vous faites maintenant partie de l’équipe.').waitFor();
  await invited.locator('.row').first().waitFor();
  const again = await desk.openGate({ address: link, email: 'sarah@example.net' });
  await again.getByText('Cette invitation ne vaut plus').waitFor();

  await page.reload();
  await page.getByRole('row', { name: /Sarah/ }).getByRole('button', { name: 'Retirer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
  await page.getByText('Sarah Belkacem ne fait plus partie de l’équipe.').waitFor();
  await press(invited, 'a');
  await invited.getByText('Votre rôle ne le permet pas.').waitFor();
  expect(await invited.locator('.row[data-phase=waiting]').count()).toBe(1);

  await page.evaluate("location.hash = '#/audit'");
  await page.getByRole('row', { name: /a retiré un membre.*modération, Sarah Belkacem → retrait/ }).waitFor();
  await page.getByRole('row', { name: /a invité.*– → modération, Sarah Belkacem/ }).waitFor();
});

test('who is no member is told whom to ask', async () => {
  const page = await desk.openGate({ email: 'personne@example.org' });
  await page.getByText('Vous n’êtes pas membre de l’équipe de ce site').waitFor();
  await page.getByText(/Demandez une invitation/).waitFor();
});

test('a comment is enough to ban its author', async () => {
  await desk.fill('blocage', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  await press(page, 'b');
  await page.getByLabel('Raison, pour l’équipe').fill('injures répétées');
  await page.getByRole('dialog').getByRole('button', { name: 'Bloquer', exact: true }).click();
  await page.getByText('Blocage enregistré.').waitFor();
  await page.goto(`${page.url().replace(/#.*$/, '')}#/bans`);
  await page
    .getByRole('row', { name: /Lectrice 1/ })
    .getByRole('button', { name: 'Lever' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lever' }).click();
  await page.getByText('Blocage levé.').waitFor();
  await page.getByText('Aucun blocage, aucune autorisation.').waitFor();
});

test('a ban in the place of another says so, and the other is put back as it was', async () => {
  await desk.fill('rebloque', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  const ban = async (reason: string, days: string) => {
    await press(page, 'b');
    await page.getByLabel('Raison, pour l’équipe').fill(reason);
    await page.getByLabel('Durée').selectOption(days);
    await page.getByRole('dialog').getByRole('button', { name: 'Bloquer', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await ban('menaces', 'sans fin');
  await ban('doublon', 'un jour');
  await page.getByText('À la place de\u00A0: blocage (sans fin).').waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Annuler' }).click();
  await page.getByText('1 décision annulée.').waitFor();
  await page.evaluate("location.hash = '#/bans'");
  const row = page.getByRole('row', { name: /Lectrice 1.*menaces.*sans fin/ });
  await row.getByRole('link', { name: 'commentaire · rebloque' }).waitFor();
  await row.getByRole('button', { name: 'Lever' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lever' }).click();
  await page.getByText('Aucun blocage, aucune autorisation.').waitFor();
});

test('who is always let in is told as that, also when it is lifted', async () => {
  const page = await desk.open();
  await page.evaluate("location.hash = '#/bans'");
  await page.getByLabel('Adresse, domaine ou réseau').fill('presse.example');
  await page.getByLabel('Quoi').selectOption('domain');
  await page.getByLabel('Effet').selectOption('allow');
  await page.getByLabel('Raison, pour l’équipe').fill('confrères');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Autorisation enregistrée.').waitFor();
  const row = page.getByRole('row', { name: /presse\.example.*autorisation/ });
  await row.getByRole('button', { name: 'Lever' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lever l’autorisation' });
  await dialog.getByRole('button', { name: 'Lever' }).click();
  await page.getByText('Autorisation levée.').waitFor();
});

/** The page counts again when it comes back into sight. */
const comeBack = (page: Awaited<ReturnType<typeof desk.open>>) =>
  page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
