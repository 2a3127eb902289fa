import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { flawsOf, WCAG_AA } from '../server/accessibility.ts';
import { withBrowser } from '../server/browser.ts';
import { noFlood } from '../server/calls.ts';
import { withServer } from '../server/with-server.ts';
import { moderationDesk } from './moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());
const PATH = { path: '?site=demo#/policy' };

/** The form of a section, opened. */
const section = async (page: Page, title: string) => {
  const details = page.locator('details', { has: page.locator('summary', { hasText: title }) }).first();
  await details.locator('summary').click();
  return details;
};
const fill = async (page: Page, title: string, label: string, value: string) => {
  const field = (await section(page, title)).getByLabel(label);
  await field.fill(value);
  await field.blur();
};
const review = (page: Page) => page.getByRole('button', { name: 'Voir ce qui change' }).click();
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer' }).click();
const isInForce = (page: Page, version: number) => page.getByText(`Version ${version} en vigueur.`).waitFor();
const versionNow = async (): Promise<number> => (await desk.calls.setPolicy(noFlood)).version;

test('a policy whose example fails is refused beside the example, and saved once it is mended', async () => {
  const version = await versionNow();
  const page = await desk.open(PATH);
  await fill(page, 'Liens', 'Liens à partir desquels', '1');
  await page.getByRole('button', { name: 'Ajouter un exemple' }).click();
  const example = page.locator('.fixtures li').first();
  await example.getByLabel('Commentaire').fill('Le plan est sur https://plan.example.com');
  await example.getByLabel('Auteur').fill('Léa');
  await example.getByLabel('Auteur').blur();
  await review(page);
  const diff = page.getByRole('region', { name: 'Ce qui change' });
  await diff.getByText('"holdFrom": 1').waitFor();
  await page.getByLabel('Pourquoi ce changement').fill('moins de liens');
  await save(page);

  await example
    .getByText(/Devrait être publié, mais serait retenu\..*https:\/\/plan\.example\.com/)
    .waitFor();
  await isInForce(page, version);
  await example.getByLabel('Attendu').selectOption('hold');
  await review(page);
  await save(page);
  await page.getByText('Règles enregistrées.').waitFor();
  await isInForce(page, version + 1);
  await page.getByRole('row', { name: /moins de liens/ }).waitFor();
});

test('of two who save the second sees what the first changed before writing over it', async () => {
  const version = await versionNow();
  const [claire, nora] = [await desk.open(PATH), await desk.open(PATH)];
  await fill(claire, 'Liens', 'Liens à partir desquels', '7');
  await fill(nora, 'Conservation', 'Refusés', '12');
  await review(claire);
  await save(claire);
  await isInForce(claire, version + 1);
  await review(nora);
  await save(nora);

  await nora.getByText(/Claire Vasseur a enregistré entre-temps \(Liens › Liens à partir/).waitFor();
  const diff = nora.getByRole('region', { name: 'Ce qui change' });
  expect(await diff.locator('[data-kind=removed]').allInnerTexts()).toEqual([
    expect.stringContaining('"holdFrom": 7'),
    expect.stringContaining('"rejectedDays": 30'),
  ]);
  await fill(nora, 'Liens', 'Liens à partir desquels', '7');
  await review(nora);
  await save(nora);
  await isInForce(nora, version + 2);
});

test('what changed since a version stands below its row, and fits a phone', async () => {
  const version = await versionNow();
  await desk.calls.setPolicy({ ...noFlood, links: { holdFrom: 8 }, blocked: { words: ['mot '.repeat(20)] } });
  const page = await desk.open({ ...PATH, viewport: { width: 390, height: 800 } });
  const row = page.getByRole('row', { name: new RegExp(`^n°.${version} `) });
  await row.getByRole('button', { name: 'Comparer' }).click();
  const difference = page.locator('tr', { hasText: `De la version ${version} à la version` });
  await difference.locator('.diff').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  const [above, below] = [await row.boundingBox(), await difference.boundingBox()];
  expect(Math.abs((above?.y ?? 0) + (above?.height ?? 0) - (below?.y ?? 0))).toBeLessThan(2);
});

test('an earlier version is compared and brought back', async () => {
  const version = await versionNow();
  await desk.calls.setPolicy({ ...noFlood, links: { holdFrom: 9 } });
  const page = await desk.open(PATH);
  const row = page.getByRole('row', { name: new RegExp(`^n°.${version} `) });
  await row.getByRole('button', { name: 'Comparer' }).click();
  await page.getByText(`De la version ${version} à la version ${version + 1}`).waitFor();
  await row.getByRole('button', { name: 'Rétablir' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rétablir' }).click();
  await page.getByText(`Version ${version} rétablie.`).waitFor();
  await isInForce(page, version + 2);
  expect(await (await section(page, 'Liens')).getByLabel('Liens à partir').inputValue()).toBe('2');
});

test.each([
  ['light', 1280],
  ['dark', 320],
] as const)(
  'a draft is tried on what was decided, and all of it is accessible and fits: %s, %d px',
  async (colorScheme, width) => {
    const [linked, plain] = await desk.fill(`essai-${width}`, 2);
    await desk.calls.decide(`essai-${width}`, String(linked), 'approve');
    await desk.calls.decide(`essai-${width}`, String(plain), 'reject');
    const page = await desk.open({ ...PATH, colorScheme, viewport: { width, height: 900 } });
    const words = (await section(page, 'Listes qui font attendre')).getByLabel('Mots et expressions');
    await words.fill('halle');
    await words.blur();
    await section(page, 'Toutes les vérifications');
    await page.getByRole('button', { name: 'Ajouter un exemple' }).click();
    await page.locator('section', { hasText: 'Essayer sur le passé' }).getByRole('button').click();
    await page
      .getByText(/Sans ce qui ne se rejoue pas\s: .*Rythme.*Formulaire.*Réseaux des listes/)
      .waitFor();
    await page.getByText(/%\s: sur \d+ commentaires arrêtés, l’équipe en avait écarté/).waitFor();
    await page
      .getByRole('row', { name: /Lectrice 1.*publié.*retenu.*«.halle.»/ })
      .first()
      .waitFor();

    expect(await flawsOf(page, WCAG_AA)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
  },
);

test('a setting that is one of some values is chosen from a list of them, in words', async () => {
  const version = await versionNow();
  const page = await desk.open(PATH);
  const proof = await section(page, 'Vérification de l’appareil');
  const when = proof.getByLabel('Demander un calcul');
  expect(await when.inputValue()).toBe('never');
  await when.selectOption('pendant une vague de spam');
  await review(page);
  await page.getByRole('region', { name: 'Ce qui change' }).getByText('"when": "surge"').waitFor();
  await save(page);
  await isInForce(page, version + 1);
  await page.context().close();
});
