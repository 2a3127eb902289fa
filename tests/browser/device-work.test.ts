import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../server/browser.ts';
import { callsTo, noFlood } from '../server/calls.ts';
import { withServer } from '../server/with-server.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
/** Publishes strangers whose devices did some work. */
const policy = {
  ...noFlood,
  ...{ formToken: { minS: 0 }, firstComment: { approvedMin: 0, unseenMax: null } },
  proof: { when: 'always', difficulty: 5_000 },
};

beforeAll(() => calls.setPolicy(policy), 120_000);

/** The demo's French article, and what is posted from it. */
const openArticle = async (options: object = {}) => {
  const page = await browser.open({ locale: 'fr-FR', ...options });
  const posted: any[] = [];
  const violations: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push(request.postDataJSON());
  });
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) violations.push(line.text());
  });
  await page.goto(`${server.url}/fr/`);
  return { page, posted, violations };
};

const write = async (page: Page, text: string) => {
  await page.getByLabel('Votre commentaire').pressSequentially(text);
  await page.getByLabel('Votre nom').fill('Odile');
};
const sendIt = (page: Page) => page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
const numberIn = ({ proof }: { readonly proof: string }) => JSON.parse(atob(proof)).number;

test('a browser does the work that the site asks for while its reader writes, and the comment is published; the next one brings work of its own', async () => {
  const { page, posted, violations } = await openArticle();
  for (const text of ['La halle vaut le détour.', 'Et le marché du samedi aussi.']) {
    await write(page, text);
    await sendIt(page);
    await page.locator('[role=status]', { hasText: 'Votre commentaire est en ligne.' }).waitFor();
  }
  expect(posted.map(numberIn)).toEqual([expect.any(Number), expect.any(Number)]);
  expect(new Set(posted.map(({ proof }) => proof)).size).toBe(2);
  expect(violations).toEqual([]);
  await page.context().close();
});

test('whoever sends the next comment before its work is known waits for that, and does not send the work of the last one', async () => {
  const { page, posted } = await openArticle();
  await write(page, 'Une halle, un marché.');
  const { promise: isFree, resolve: free } = Promise.withResolvers<void>();
  let isHeld = false;
  await page.route('**/form?*', async (route) => {
    if (isHeld) await isFree;
    await route.continue();
  });
  page.on('request', (request) => {
    isHeld ||= request.method() === 'POST';
  });
  await sendIt(page);
  await page.locator('[role=status]', { hasText: 'Votre commentaire est en ligne.' }).waitFor();
  await write(page, 'Et une fontaine.');
  await sendIt(page);
  free();
  await page.locator('.own').nth(1).waitFor();
  expect(new Set(posted.map(({ proof }) => proof)).size).toBe(2);
  await page.context().close();
});

test('somebody who sends before the work is done reads what they wait for, and sends once', async () => {
  const { page, posted } = await openArticle();
  await page.evaluate(() => {
    const { crypto } = globalThis;
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const begun = new Promise((resolve) => Object.assign(globalThis, { begin: resolve }));
    crypto.subtle.digest = (...asked) => begun.then(() => digest(...asked));
  });
  await write(page, 'Aussitôt envoyé.');
  await sendIt(page);
  await page.getByText('Vérification de votre appareil').waitFor();
  await page.getByLabel('Votre nom').press('Enter');
  expect(posted).toEqual([]);
  await page.evaluate(() => (globalThis as any).begin());
  await page.locator('[role=status]', { hasText: 'Votre commentaire est en ligne.' }).waitFor();
  expect(posted.map(numberIn)).toEqual([expect.any(Number)]);
  await page.context().close();
});

test.each([
  ['cannot do', 'D’un appareil qui ne sait pas.', 'undefined'],
  ['fails at', 'D’un appareil qui échoue.', '{ digest: async () => { throw new Error("no digest") } }'],
])('a browser that %s the work sends the comment without, and it waits', async (_, text, subtle) => {
  const { page, posted } = await openArticle();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.evaluate(
    `Object.defineProperty(crypto, 'subtle', { value: ${subtle}, configurable: true }); undefined`,
  );
  await write(page, text);
  await sendIt(page);
  await page.getByText('attend une relecture').first().waitFor();
  expect(posted).toHaveLength(1);
  expect(posted[0]).not.toHaveProperty('proof');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('without JavaScript the comment waits, and its receipt says why without accusing', async () => {
  const { page } = await openArticle({ javaScriptEnabled: false });
  await page.getByLabel('Votre commentaire').fill('Sans script.');
  await page.getByLabel('Votre nom').fill('Jean');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.waitForURL(/\/r\//);
  expect(await page.locator('main').innerText()).toContain(
    'La vérification automatique que ce site demande au navigateur n’a pas pu se faire\u00A0: le commentaire est relu d’abord.',
  );
  const [{ verdict }] = (await calls.queue('pending')).filter(({ text }) => text === 'Sans script.');
  expect(verdict.findings.filter(({ outcome }: any) => outcome === 'hold')).toMatchObject([
    { check: 'proof' },
  ]);
  await page.context().close();
});
