import { expect, test } from '@jest/globals';
import { withBrowser } from '../server/browser.ts';
import { noFlood } from '../server/calls.ts';
import { withServer } from '../server/with-server.ts';
import { moderationDesk, press } from './moderation-desk.ts';

const server = withServer({ TRUSTED_PROXIES: '127.0.0.1' });
const desk = moderationDesk(server, withBrowser());

const report = (comment: string, n: number, more: object = {}) =>
  fetch(`${server.url}/v1/sites/demo/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${n}` },
    body: JSON.stringify({ article: 'signale', comment, reason: 'spam', ...more }),
  });

test('a moderator reads what readers said of a comment, mutes one of them, leaves it published, and takes that back', async () => {
  await desk.calls.setPolicy({ ...noFlood, firstComment: { approvedMin: 0, unseenMax: null } });
  const sent = await desk.calls.submit('signale', { author: 'Gaston', text: 'La halle du mardi.' });
  const { id } = (await sent.json()) as { id: string };
  await report(id, 1, { reason: 'offensive', note: 'La deuxième phrase.' });
  await report(id, 2);
  await report(id, 3);
  await desk.waitForQueue('reported', 1);

  const page = await desk.open({ path: '?site=demo#/reported' });
  await page.getByText('3 signalements').waitFor();
  await page.getByText('Ce que disent les lecteurs').click();
  await page.getByText('La deuxième phrase.').waitFor();
  await page
    .getByRole('button', { name: /^Ne plus compter/ })
    .nth(1)
    .click();
  await page.getByRole('button', { name: /^Compter à nouveau/ }).waitFor();

  await page.getByRole('button', { name: /^Laisser publié/ }).waitFor();
  await press(page, 'a');
  await desk.waitForQueue('reported', 0);
  expect(await desk.calls.count('signale')).toBe(1);
  await press(page, 'z');
  await desk.waitForQueue('reported', 1);
});

test('all that is ticked of a search is decided on, whatever the first of it is', async () => {
  const [first = '', second = '', third = ''] = await desk.fill('melange', 3);
  for (const id of [first, third]) await desk.calls.decide('melange', id, 'approve');
  const page = await desk.open({ path: '?site=demo#/search?article=melange' });
  for (const id of [first, second, third]) await page.locator(`[data-id="${id}"] .tick`).click();
  await page
    .locator('.bulk')
    .getByRole('button', { name: /^Publier/ })
    .click();
  await desk.waitForQueue('pending', 0);
});

test('the list of what was decided last says who left each comment as it is', async () => {
  const [id = ''] = await desk.fill('recemment', 1);
  await desk.calls.decide('recemment', id, 'reject', { reason: 'off-topic' });
  const page = await desk.open({ path: '?site=demo#/recent' });
  await page.locator(`[data-id="${id}"]`, { hasText: /^.*Refusé par .* \(hors sujet\)/s }).waitFor();
});
