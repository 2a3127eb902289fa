import { expect, test } from '@jest/globals';
import { standIn, withBrowser } from '../../server/browser.ts';
import { eventually, withServer } from '../../server/with-server.ts';
import { moderationDesk, press } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

test('a server that cannot be reached is told as that, and a decision without an elision', async () => {
  await desk.fill('panne', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  const answerAgain = await standIn(page, '**/admin/decisions', (route) => route.abort());
  await press(page, 'a');
  await page.getByText('Le serveur ne répond pas. Réessayez plus tard.').waitFor();
  answerAgain();
  await press(page, 'a');
  await page.getByText('Lectrice 1 : commentaire publié.').waitFor();
  await desk.waitForQueue('pending', 0);
});

test('charts show their days and their scale, and reasons that are equally frequent are all named', async () => {
  await desk.fill('motifs', 2);
  const page = await desk.open({ viewport: { width: 360, height: 740 } });
  await page.locator('.row').nth(1).waitFor();
  await press(page, 'r 2 r 8');
  await desk.waitForQueue('pending', 0);
  await eventually(
    async () => {
      await page.goto(`${page.url().replace(/#.*$/, '')}#/pending`);
      await page.evaluate("location.hash = '#/stats'");
      await page.locator('.scale').first().waitFor();
      return page.locator('.stats').innerText();
    },
    (said) => /Le plus souvent\s:\s(injurieux et hors sujet|hors sujet et injurieux) \(1\)/.test(said),
  );
  const stats = await page.locator('.stats').innerText();
  expect(stats).toContain(
    'Les jours sont ceux du temps universel (UTC), non ceux du site. Une décision annulée',
  );
  expect(await page.locator('.scale').first().innerText()).toMatch(/^\d+$/);
  expect(await page.locator('.scale').nth(1).locator('span').allInnerTexts()).toHaveLength(2);

  await page.evaluate("location.hash = '#/team'");
  const role = page.locator('.list td[data-label=Rôle]').first();
  await role.waitFor();
  expect(
    await role.evaluate((cell) => (globalThis as any).getComputedStyle(cell, '::before').content),
  ).toContain('Rôle');
});
