import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sendIt, withReaders, write } from './reader-page.ts';

const { readers } = withReaders();
const DAY_MS = 86_400_000;

const elementOf = (article: string) =>
  `<palabre-comments site="demo" article="${article}"></palabre-comments>`;

/** What the script sends, in its order. */
const sentBy = async (page: Page) => {
  const sent: { readonly key: string | undefined; readonly formToken: string | undefined }[] = [];
  await page.route('**/v1/sites/demo/comments', (route) => {
    const request = route.request();
    const { formToken } = request.postDataJSON();
    sent.push({ key: request.headers()['idempotency-key'], formToken });
    return route.continue();
  });
  return sent;
};
const hasToken = () => (globalThis as any).document.querySelector('[name=formToken]')?.value > '';

test('a corrected field goes with the token that its form was shown with, whose time runs since then', async () => {
  const { page } = await readers.open();
  const sent = await sentBy(page);
  await write(page, 'Un mot, et une adresse qui n’en est pas une.');
  await page.waitForFunction(hasToken);
  await page.locator('[name=email]').fill('é@é.fr');
  await page.evaluate(() => {
    (globalThis as any).document.querySelector('palabre-comments form').noValidate = true;
  });
  await sendIt(page);
  await page.locator('form .problem').waitFor();
  await page.locator('[name=email]').fill('');
  await sendIt(page);
  await page.locator('.own').waitFor();
  expect([sent.length, sent[1]?.formToken]).toEqual([2, sent[0]?.formToken]);
  expect(sent[0]?.formToken).toMatch(/^[\w-]{50,}$/);
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
  await page.context().close();
});

test('a comment that is sent days after its form was shown goes without a token, since that would count against it', async () => {
  const { page } = await readers.openBare(elementOf('page-ouverte'), { clock: true });
  const sent = await sentBy(page);
  await write(page, 'Un mot que j’ai commencé il y a deux jours.');
  await page.waitForFunction(hasToken);
  await page.clock.fastForward(2 * DAY_MS);
  await sendIt(page);
  await page.locator('.own').waitFor();
  expect(sent.map(({ formToken }) => formToken)).toEqual([undefined]);
  await page.context().close();
});

test('words that were kept over a reload are sent at once without a token, which would be too young', async () => {
  const { page } = await readers.openBare(elementOf('brouillon'));
  await write(page, 'Un mot écrit avant de recharger la page.');
  await page.reload();
  const sent = await sentBy(page);
  const asked = page.waitForResponse(/\/form\?/);
  await page.getByLabel('Votre commentaire').focus();
  await asked;
  await sendIt(page);
  await page.locator('.own').waitFor();
  expect(sent.map(({ formToken }) => formToken)).toEqual([undefined]);
  await page.context().close();
});
