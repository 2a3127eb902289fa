import { expect, test } from '@jest/globals';
import { withBrowser } from '../../server/browser.ts';
import { eventually, withServer } from '../../server/with-server.ts';
import { moderationDesk, press } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const waiting = (page: Awaited<ReturnType<typeof desk.open>>) => page.locator('.row[data-phase=waiting]');

test('a comment that was edited while it waits is there to be read again, and is decided on as it is now', async () => {
  const [first] = await desk.fill('retouche', 2);
  const page = await desk.open();
  await waiting(page).nth(1).waitFor();
  await desk.calls.edit('retouche', String(first), 1, 'Un tout autre texte.');
  await press(page, 'a');
  await page.locator('.toast', { hasText: 'Le commentaire a changé entre-temps.' }).waitFor();
  const changed = waiting(page).filter({ hasText: 'Un tout autre texte.' });
  await changed.getByText('Relisez-le').waitFor();
  expect(await waiting(page).count()).toBe(2);
  await page.getByRole('link', { name: /À relire.*2/ }).waitFor();
  await press(page, 'k');
  await press(page, 'a');
  await eventually(
    () => desk.calls.list('retouche'),
    ({ comments }) => comments.length === 1 && comments[0].text === 'Un tout autre texte.',
  );
});

test('taking back a reply to a published comment says that it did', async () => {
  const [id] = await desk.fill('repondu', 1);
  await desk.calls.decide('repondu', String(id), 'approve');
  const page = await desk.open({ path: '?site=demo#/search?article=repondu' });
  await waiting(page).first().waitFor();
  await page.locator('.row article').first().focus();
  await press(page, 'y');
  await page.getByRole('dialog').getByLabel('Votre réponse').fill('Merci !');
  await page.getByRole('dialog').getByRole('button', { name: 'Répondre' }).click();
  await page.getByText('Réponse publiée.').waitFor();
  await press(page, 'z');
  await page.getByText('1 décision annulée.').waitFor();
  const { comments } = await desk.calls.list('repondu');
  expect(comments).toHaveLength(1);
});

test('a decision that failed is what is taken back next: nothing of it, and not the one before', async () => {
  await desk.fill('echec', 2);
  const page = await desk.open();
  await waiting(page).nth(1).waitFor();
  await press(page, 'a');
  await desk.waitForQueue('pending', 1);
  await page.route('**/admin/decisions', (route) => route.fulfill({ status: 503 }));
  await press(page, 's');
  await page.locator('.toast [data-tone=problem]').waitFor();
  await press(page, 'z');
  await page.getByText('Rien à annuler').waitFor();
  expect((await desk.calls.list('echec')).comments).toHaveLength(1);
  await press(page, 'z');
  await page.getByText('1 décision annulée.').waitFor();
});

test('an edit of a text that changed meanwhile shows it, keeps what was typed, and goes through the second time', async () => {
  const [id] = await desk.fill('double', 1);
  const page = await desk.open();
  await waiting(page).first().waitFor();
  await desk.calls.edit('double', String(id), 1, 'Ce que la collègue a écrit.');
  await press(page, 'e');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Texte').fill('Ce que je voulais.');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.getByText('Ce que la collègue a écrit.').waitFor();
  expect(await dialog.getByLabel('Texte').inputValue()).toBe('Ce que je voulais.');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Texte modifié.').waitFor();
  expect(await desk.calls.queue('pending')).toMatchObject([{ text: 'Ce que je voulais.' }]);
});

test('a reply that approves what changed meanwhile shows it, and goes through the second time', async () => {
  const [id] = await desk.fill('reponse', 1);
  const page = await desk.open();
  await waiting(page).first().waitFor();
  await desk.calls.edit('reponse', String(id), 1, 'Ce que la collègue a écrit.');
  await press(page, 'y');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Votre réponse').fill('Merci !');
  await dialog.getByRole('button', { name: 'Répondre et publier' }).click();
  await dialog.getByText('Ce que la collègue a écrit.').waitFor();
  await dialog.getByRole('button', { name: 'Répondre et publier' }).click();
  await page.getByText('Réponse publiée.').waitFor();
});

test('an article’s settings that somebody else changed are shown, and change the second time', async () => {
  await desk.fill('reglages', 1);
  const page = await desk.open();
  await waiting(page).first().waitFor();
  await press(page, 'o');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('ouverts').waitFor();
  await desk.calls.setArticle('reglages', 'premoderated');
  await dialog.getByLabel('fermés').click();
  await dialog.getByRole('alert').filter({ hasText: 'changé' }).waitFor();
  expect(await dialog.getByRole('radio').evaluateAll((all) => all.map((one: any) => one.checked))).toEqual([
    false,
    true,
    false,
  ]);
  await dialog.getByLabel('fermés').click();
  await page.getByText('Réglage de l’article enregistré.').waitFor();
});
