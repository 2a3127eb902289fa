import { expect, test } from '@jest/globals';
import { withBrowser } from '../../server/browser.ts';
import { withServer } from '../../server/with-server.ts';
import { moderationDesk, press } from '../moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

test('what was decided last has no order to choose, and queues have', async () => {
  await desk.fill('ordre', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  const order = page.locator('.choice-of', { hasText: 'Tri' });
  await order.waitFor();
  await page.evaluate("location.hash = '#/recent'");
  await page.locator('h1', { hasText: 'Récents' }).waitFor({ state: 'attached' });
  await page.locator('.choice-of', { hasText: 'Langue' }).waitFor();
  expect(await order.count()).toBe(0);
});

test('an erased comment says that it is one, and offers nothing that would be refused', async () => {
  await desk.fill('efface', 1);
  const sent = await desk.calls.submit('efface', { author: 'Odile', text: 'À effacer plus tard.' });
  const { links } = (await sent.json()) as { links: { receipt: string } };
  const erased = await fetch(`${links.receipt}/erase`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(erased.status).toBe(200);
  const page = await desk.open({ path: '?site=demo#/search?article=efface' });
  const row = page.locator('.row', { hasText: 'Effacé par son auteur' });
  await row.waitFor();
  await row.getByRole('checkbox', { name: 'Cocher Effacé par son auteur' }).check();
  expect(await row.getByText('premier commentaire').count()).toBe(0);
  await page.locator('.bulk').waitFor();
  expect(await page.locator('.bulk button').allInnerTexts()).toEqual(['Tout décocher']);
  await row.locator('article').focus();
  await page.locator('.row[data-selected=true]', { hasText: 'Effacé' }).waitFor();
  expect(await row.locator('.actions button').count()).toBe(0);
  await press(page, 'b');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('with keys switched off, none rejects in the dialog either', async () => {
  await desk.fill('sans-touches', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  await page.evaluate("localStorage.setItem('palabre-keys', 'off')");
  await page.reload();
  await page.getByRole('button', { name: 'Refuser' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  await press(page, '1 r');
  expect(await dialog.count()).toBe(1);
  expect(await page.locator('.row[data-phase=waiting]').count()).toBe(1);
});

test.each([
  [360, true],
  [320, true],
  [360, false],
])(
  'in a window of %d px (touched: %s) every action and all of the bulk bar is in sight',
  async (width, hasTouch) => {
    await desk.fill('telephone', 2);
    const page = await desk.open({ viewport: { width, height: 740 }, hasTouch, isMobile: hasTouch });
    await page.locator('.row').nth(1).waitFor();
    const outside = (where: string) =>
      page
        .locator(`${where} button`)
        .evaluateAll((all: any[]) =>
          all
            .map((one) => one.getBoundingClientRect())
            .filter(
              ({ left, right, bottom }) => left < 0 || right > (globalThis as any).innerWidth || bottom > 740,
            ),
        );
    expect(await page.locator('.actions button').count()).toBe(6);
    expect(await outside('.actions')).toEqual([]);
    await press(page, 'a');
    await page.locator('.toast p').waitFor();
    const overlap = await page.evaluate(() => {
      const { document: it } = globalThis as any;
      return (
        it.querySelector('.toast p').getBoundingClientRect().bottom -
        it.querySelector('.actions').getBoundingClientRect().top
      );
    });
    expect(overlap).toBeLessThanOrEqual(0);
    await page
      .getByRole('checkbox', { name: /^Cocher/ })
      .nth(1)
      .check();
    expect(await outside('.bulk')).toEqual([]);
  },
);

test('bans of people with one name are told apart by the day and the comment they were made of', async () => {
  await desk.fill('bannis', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  await press(page, 'b');
  await page.getByLabel('Raison, pour l’équipe').fill('injures');
  await page.getByRole('dialog').getByRole('button', { name: 'Bloquer', exact: true }).click();
  await page.getByText('Blocage enregistré.').waitFor();
  await page.evaluate("location.hash = '#/bans'");
  const row = page.getByRole('row', { name: /Lectrice 1/ });
  await row.locator('time').first().waitFor();
  expect(await row.getByRole('link', { name: 'commentaire · bannis' }).getAttribute('href')).toBe(
    '#/search?article=bannis',
  );
});
