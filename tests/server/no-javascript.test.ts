import { expect, test } from '@jest/globals';
import { flawsOf } from './accessibility.ts';
import { withBrowser } from './browser.ts';
import { callsTo, noFlood } from './calls.ts';
import { eventually, withServer } from './with-server.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const withoutScript = { javaScriptEnabled: false, locale: 'fr-FR' };

test('a reader without JavaScript comments, waits, is published, and is answered', async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 } });
  const page = await browser.open(withoutScript);
  await page.goto(`${server.url}/fr/`);
  await page
    .getByLabel('Votre commentaire')
    .fill('La halle est magnifique.\n\nEt <b>le marché</b> aussi & bien plus !');
  await page.getByLabel('Votre nom').fill('Odile Marchenoir');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.waitForURL(/\/r\//);
  expect(await page.content()).toContain('La halle est magnifique.');

  const waiting = (await calls.queue('pending')).find(({ text }) =>
    text.startsWith('La halle est magnifique'),
  );
  await calls.decide(waiting.article.id, waiting.id, 'approve');
  await page.goto(`${server.url}/fr/`);
  const comment = page.locator(`#comment-${waiting.id}`);
  expect(await comment.innerText()).toContain('Et <b>le marché</b> aussi & bien plus\u202F!');

  // The cookie they agreed to proves who they are.
  await eventually(
    async () => [(await calls.queues()).pending.count, (await calls.queue('pending')).length],
    ([counted, listed]) => counted === listed,
  );
  await comment.getByRole('link', { name: /Répondre/ }).click();
  await page.getByLabel('Votre commentaire').fill('Je me réponds : vivement samedi prochain.');
  await page.getByLabel('Votre nom').fill('Odile Marchenoir');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.waitForURL(/\/fr\/.*#comment-/);
  expect(await page.locator('.comments').innerText()).toContain('vivement samedi prochain');
});

test('a refused form comes back with all that was typed, and can be sent again', async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 }, text: { charactersMin: 20 } });
  const page = await browser.open(withoutScript);
  await page.goto(`${server.url}/fr/`);
  await page.getByLabel('Votre commentaire').fill('<Trop> "court"');
  await page.getByLabel('Votre nom').fill('Idriss & fils');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  expect(await page.getByLabel('Votre commentaire').inputValue()).toBe('<Trop> "court"');
  expect(await page.getByLabel('Votre nom').inputValue()).toBe('Idriss & fils');
  await page.getByLabel('Votre commentaire').fill('Maintenant, le commentaire est assez long.');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.waitForURL(/\/r\//);
});

test.each(['light', 'dark'] as const)('pages are accessible and fit a phone, %s', async (colorScheme) => {
  const page = await browser.open({ colorScheme, viewport: { width: 390, height: 800 } });
  for (const path of ['/', '/fr/', '/en/', '/r/none']) {
    await page.setExtraHTTPHeaders({ accept: 'text/html' });
    await page.goto(`${server.url}${path}`);
    expect([path, await flawsOf(page)]).toEqual([path, []]);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect([path, Number(width) <= 390]).toEqual([path, true]);
  }
});
