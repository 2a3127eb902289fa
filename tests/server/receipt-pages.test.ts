import { expect, test } from '@jest/globals';
import { flawsOf, WCAG_AA } from './accessibility.ts';
import { withBrowser } from './browser.ts';
import { callsTo, noFlood } from './calls.ts';
import { eventually, withServer } from './with-server.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);

let sent = 0;
/** Somebody comments on an article. */
const say = async (): Promise<{ readonly id: string; readonly receipt: string }> => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 }, nearDuplicate: { bitsMax: 0 } });
  sent += 1;
  const answer = await calls.submit('recu', {
    author: 'Odile',
    text: `La halle, pour la ${sent}e fois ; superbe !`,
  });
  return (await answer.json()) as { readonly id: string; readonly receipt: string };
};
const open = (options: object = {}) =>
  browser.open({ javaScriptEnabled: false, locale: 'fr-FR', ...options });

test('without JavaScript an author edits a comment, withdraws it, and is offered neither any more', async () => {
  const { receipt } = await say();
  const page = await open();
  await page.goto(`${server.url}/r/${receipt}`);
  await page.getByText('Modifier le texte').click();
  await page.getByLabel('Votre commentaire').fill('Un <b>meilleur</b> texte.');
  await page.getByRole('button', { name: 'Enregistrer le texte' }).click();
  expect(await page.locator('.written').innerText()).toMatch(
    /Un <b>meilleur<\/b> texte\.\s+Vous l’avez modifié\./,
  );
  expect(await page.getByRole('status').innerText()).toContain('Votre nouveau texte est enregistré.');
  expect(await page.title()).toMatch(/^Votre nouveau texte est enregistré –/);

  await page.getByText('Retirer le commentaire').click();
  await page.getByRole('button', { name: 'Retirer définitivement' }).click();
  expect(await page.locator('.notice').innerText()).toContain('Vous avez retiré ce commentaire.');
  expect(await page.getByRole('status').count()).toBe(0);
  expect(await page.getByRole('button', { name: /Enregistrer|Retirer/ }).count()).toBe(0);
});

test('a receipt gives its whole address to copy, which leads back to it', async () => {
  const { receipt } = await say();
  const page = await open();
  await page.goto(`${server.url}/r/${receipt}`);
  const address = page.getByLabel('Copiez cette adresse pour revenir à cette page');
  expect(await address.inputValue()).toBe(page.url());
  expect(await address.isEditable()).toBe(false);
});

test('a text that is refused stays in its form, with what is wrong with it', async () => {
  const { receipt } = await say();
  const page = await open();
  await page.goto(`${server.url}/r/${receipt}`);
  await page.getByText('Modifier le texte').click();
  const long = `Trop long : ${'halle '.repeat(1_700)}`;
  await page.getByLabel('Votre commentaire').fill(long);
  await page.getByRole('button', { name: 'Enregistrer le texte' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('dépasse');
  const field = page.getByLabel('Votre commentaire');
  expect(await field.inputValue()).toBe(long);
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const described = (await field.getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`#${described.split(' ').at(-1)}`).innerText()).toContain('dépasse');
  expect(await page.title()).toMatch(/^Votre texte n’est pas enregistré –/);

  await field.fill(' ');
  await page.getByRole('button', { name: 'Enregistrer le texte' }).click();
  const said = await page.getByRole('alert').innerText();
  expect(said).toContain('encore vide');
  expect(said).not.toMatch(/ci-dessous|plusieurs champs/);
});

test('without JavaScript an author appeals, reads the answer, and erases the comment after being asked twice', async () => {
  const { id, receipt } = await say();
  await calls.decide('recu', id, 'reject');
  const page = await open();
  await page.goto(`${server.url}/r/${receipt}`);
  expect(await page.locator('.notice').innerText()).toContain('Vous pouvez demander un second avis.');
  await page.getByLabel('Pourquoi faut-il le revoir').fill('Je parle bien de la halle.');
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  expect(await page.locator('.notice').innerText()).toContain('va relire votre commentaire');
  await eventually(
    () => calls.queue('appeals'),
    (rows) => rows.some(({ appeal }) => appeal?.text === 'Je parle bien de la halle.'),
  );
  await calls.decide('recu', id, 'reject', { version: 2 });
  const said = async () => {
    await page.reload();
    return page.locator('.notice').innerText();
  };
  await eventually(said, (notice) => notice.includes('maintient sa décision'));

  await page.getByText('Vos données').click();
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger ce commentaire' }).click();
  expect((await file).suggestedFilename()).toBe('comments.json');
  await page.getByRole('button', { name: 'Effacer ce commentaire' }).click();
  await page.getByRole('link', { name: 'Ne rien effacer' }).click();
  await page.getByText('Vos données').click();
  await page.getByRole('button', { name: 'Effacer ce commentaire' }).click();
  await page.getByRole('button', { name: 'Effacer définitivement' }).click();
  expect(await page.locator('.notice').innerText()).toContain('Le commentaire a été effacé.');
  expect((await page.goto(`${server.url}/r/${receipt}`))?.status()).toBe(410);
});

test.each([
  ['light', 390],
  ['dark', 1280],
  ['dark', 320],
] as const)('every state of a receipt is accessible and fits: %s, %d px', async (colorScheme, width) => {
  const [waiting, refused, erased] = [await say(), await say(), await say()];
  await calls.decide('recu', refused.id, 'reject');
  const page = await browser.open({ colorScheme, viewport: { width, height: 800 }, locale: 'fr-FR' });
  const problems: unknown[] = [];
  const look = async () => {
    // The page's own policy allows no script, so the checker stands beside it.
    const flaws = await flawsOf(page, WCAG_AA);
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    problems.push(...flaws.map((flaw) => [page.url(), flaw]), ...(wide ? ['wide'] : []));
  };
  for (const { receipt } of [waiting, refused]) {
    await page.goto(`${server.url}/r/${receipt}`);
    for (const details of await page.locator('.acts details').all())
      if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    await look();
  }
  await page.goto(`${server.url}/r/${erased.receipt}`);
  await page.getByText('Vos données').click();
  await page.getByRole('button', { name: 'Effacer ce commentaire' }).click();
  await look();
  await page.getByRole('button', { name: 'Effacer définitivement' }).click();
  await look();
  expect(problems).toEqual([]);
});
