import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { withBrowser } from '../server/browser.ts';
import { eventually, withServer } from '../server/with-server.ts';
import { moderationDesk, press } from './moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const advert = (n: number) => ({
  author: `Vitrine ${n}`,
  text: `Offre numéro ${n}, ${'vraiment '.repeat(n % 7)}à saisir : https://soldes.example/${n}`,
});

test('all that leads to one host is ticked over all pages, decided in one go, and taken back in one go', async () => {
  await desk.fill('tri', 2);
  for (let n = 0; n < 53; n += 1) await desk.calls.submit('tri', advert(n));
  await desk.waitForQueue('pending', 50);
  const page = await desk.open();
  await page.locator('.row').nth(49).waitFor();

  await page.locator('.row', { hasText: 'soldes.example/0' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Cocher tout ce qui mène à soldes.example' }).click();
  await page.getByText('53 cochés', { exact: true }).waitFor();
  expect(await page.locator('.row').count()).toBe(53);
  const ways = page.locator('.side .ways a');
  expect(await ways.last().getAttribute('href')).not.toContain('tick');
  await press(page, 'Shift+S');
  await eventually(desk.calls.queues, ({ spam }) => spam.count === 53);
  await press(page, 'z');
  await page.getByText('53 décisions annulées.').waitFor();
  await eventually(desk.calls.queues, ({ spam }) => spam.count === 0);
});

test('an edit is taken back like a decision', async () => {
  await desk.fill('retouche', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  const [before] = (await desk.calls.queue('pending')) as any;
  await press(page, 'e');
  await page.getByRole('dialog').getByLabel('Texte').fill('Une phrase plus courte.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Texte modifié.').waitFor();
  await press(page, 'z');
  await page.getByText('Texte rétabli.').waitFor();
  const [after] = (await desk.calls.queue('pending')) as any;
  expect(after).toMatchObject({ text: before.text, edited: null });
  await page.locator('.row', { hasText: before.text }).first().waitFor();
});

test('what is taken back is there again where it waits, in a long queue that was left and opened anew too', async () => {
  await desk.fill('revenu', 52);
  const page = await desk.open();
  await page.locator('.row').nth(49).waitFor();
  const first = await page.locator('.row').first().getAttribute('data-id');
  const decided = page.waitForResponse('**/admin/decisions');
  await press(page, 'a');
  await (await decided).finished();
  await page.evaluate("location.hash = '#/stats'");
  await page.locator('.stats section').first().waitFor();
  await page.goBack();
  await page.locator('.row').nth(49).waitFor();
  expect(await page.locator(`[data-id="${first}"]`).count()).toBe(0);
  await press(page, 'z');
  await page.getByText('1 décision annulée.').waitFor();
  await page.locator(`.row[data-id="${first}"][data-selected=true][data-phase=waiting]`).waitFor();
  expect(await page.locator('.row').first().getAttribute('data-id')).toBe(first);
});

test('the audit trail is saved as a table', async () => {
  await desk.fill('journal', 1);
  const page = await desk.open({ path: '?site=demo#/audit' });
  await page.locator('table').waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer en CSV' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('audit-demo.csv');
  const table = await readFile(await download.path(), 'utf8');
  const lines = table.trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFat,/);
  expect(lines.length).toBeGreaterThan(1);
});

test('of several published comments each goes with its thread, in a request of its own', async () => {
  await desk.fill('fils', 4);
  const waiting = (await desk.calls.queue('pending')) as any[];
  for (const { id, version } of waiting) await desk.calls.decide('fils', id, 'approve', { version });
  const page = await desk.open({ path: '?site=demo#/recent' });
  await page.locator('.row').nth(3).waitFor();
  for (const name of ['Lectrice 1', 'Lectrice 2'])
    await page.locator('.row', { hasText: name }).first().getByRole('checkbox').check();
  const asked: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/admin/decisions')) asked.push(request.postDataJSON());
  });
  await press(page, 'Shift+R');
  await page.getByRole('dialog').getByRole('checkbox').check();
  await press(page, 'r');
  await page.getByText('2 commentaires refusés.').waitFor();
  await eventually(
    () => desk.calls.list('fils'),
    (answer) => (answer as any).comments.length === 2,
  );
  expect(asked).toMatchObject([{ decisions: [{ thread: true }] }, { decisions: [{ thread: true }] }]);
});

test('what is taken back is put into no list that was narrowed to something else meanwhile', async () => {
  const [first] = await desk.fill('ailleurs', 2);
  await desk.calls.submit('ici', { author: 'Lectrice', text: 'Ici la halle attend encore ses chaises.' });
  const page = await desk.open({ path: '?site=demo#/pending?article=ailleurs' });
  await page.locator(`.row[data-id="${first}"]`).click();
  const decided = page.waitForResponse('**/admin/decisions');
  await press(page, 'a');
  await (await decided).finished();
  await page.evaluate("location.hash = '#/pending?article=ici'");
  await page.locator(`.row[data-id="${first}"]`).waitFor({ state: 'detached' });
  await page.locator('.row').waitFor();
  await press(page, 'z');
  await page.getByText('1 décision annulée.').waitFor();
  expect(await page.locator('.row').count()).toBe(1);
});
