import { expect, test } from '@jest/globals';
import { flawsOf } from '../server/accessibility.ts';
import { withBrowser } from '../server/browser.ts';
import { eventually, withServer } from '../server/with-server.ts';
import { moderationDesk, press } from './moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

test('a moderator reads appeals in a tab of their own, upholds one by its key and grants another', async () => {
  await desk.fill('appels', 2);
  const rows = await desk.calls.queue('pending');
  const receipts = new Map<string, string>();
  for (const n of [1, 2]) {
    const answer = await desk.calls.submit('appels', {
      author: `Lectrice ${n}`,
      text: `Un avis ${n} sur la halle.`,
    });
    const { id, receipt } = (await answer.json()) as { id: string; receipt: string };
    await desk.calls.decide('appels', id, 'reject', { reason: 'off-topic', note: 'Parlez de la halle.' });
    receipts.set(id, receipt);
    await fetch(`${server.url}/r/${receipt}/appeal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: `Raison ${n}.` }),
    });
  }
  expect(rows.length).toBeGreaterThan(0);
  await desk.waitForQueue('appeals', 2);

  const page = await desk.open();
  await page.getByRole('link', { name: /^Appels/ }).click();
  await page.locator('.row').first().waitFor();
  expect(await page.locator('.row[data-selected="true"] .appeal').innerText()).toContain('Raison 1.');
  expect(await page.locator('.row[data-selected="true"] .actions').innerText()).toContain('Maintenir');
  const stands = page.locator('.row[data-selected="true"] .stands');
  expect(await stands.innerText()).toMatch(
    /Refusé par .*\(hors sujet\)[\s\S]*Mot à l’auteur\s: .*Parlez de la halle\./,
  );
  expect(await page.locator('.row[data-selected="true"] header').innerText()).toMatch(/appel\s/);
  expect(await flawsOf(page)).toEqual([]);

  await press(page, 'r r a');
  await desk.waitForQueue('appeals', 0);
  const answers = () =>
    Promise.all(
      [...receipts.values()].map(async (receipt) => {
        const said = (await (await fetch(`${server.url}/r/${receipt}`)).json()) as any;
        return said.appeal?.answer;
      }),
    );
  expect(await eventually(answers, (said) => said.every(Boolean))).toEqual(['upheld', 'granted']);
});
