import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { standIn, withBrowser } from '../server/browser.ts';
import { withServer } from '../server/with-server.ts';
import { moderationDesk, press } from './moderation-desk.ts';

const server = withServer();
const desk = moderationDesk(server, withBrowser());

const CALLS = '**/admin/**';
const TOKENS = '**/oidc/token';
const signInAgain = (page: Page) => page.getByRole('button', { name: 'Se connecter', exact: true }).click();

/** The API takes the token no longer. @returns lets it take tokens again */
const refuseTokens = (page: Page) =>
  standIn(page, CALLS, (route) => route.fulfill({ status: 401, body: '{"message":"Unauthorized"}' }));

/** The same, with a refresh token that is good for nothing. @param renewal what the issuer says to it; nothing without a network */
const expire = async (page: Page, renewal?: string) => {
  const takeTokens = await refuseTokens(page);
  const renewAgain = await standIn(page, TOKENS, (route) =>
    renewal === undefined
      ? route.abort()
      : route.fulfill({ status: 400, contentType: 'application/json', body: `{"error":"${renewal}"}` }),
  );
  return () => {
    takeTokens();
    renewAgain();
  };
};

test('a decision that an expired sign-in caught is repeated after the next one, and taken back like any other', async () => {
  await desk.fill('expiree', 2);
  const page = await desk.open();
  await page.locator('.row').nth(1).waitFor();
  const mend = await expire(page, 'invalid_grant');
  await press(page, 'a');
  await page.getByText(/a expiré/).waitFor();
  mend();
  await signInAgain(page);
  await page.getByText('1 commentaire publié.').waitFor();
  await page.locator('.row').first().waitFor();
  expect(await page.locator('.row h2').allInnerTexts()).toEqual(['Lectrice 2']);
  await page.locator('.top [aria-current]', { hasText: /À relire\s*1/ }).waitFor();
  await desk.waitForQueue('pending', 1);
  expect(await desk.calls.list('expiree')).toMatchObject({ comments: { length: 1 } });

  await page.getByRole('button', { name: /^Annuler/ }).click();
  await page.getByText('1 décision annulée.').waitFor();
  await page.locator('.row').nth(1).waitFor();
  await page.locator('.top [aria-current]', { hasText: /À relire\s*2/ }).waitFor();
  await press(page, 'a a');
  await desk.waitForQueue('pending', 0);
});

test('what was caught is repeated whole, a thread by itself, and kept when it cannot be sent', async () => {
  await desk.fill('fil-expire', 3);
  for (const { id, version } of (await desk.calls.queue('pending')).slice(0, 1))
    await desk.calls.decide('fil-expire', id, 'approve', { version });
  const page = await desk.open({ path: '?site=demo#/recent' });
  await page.locator('.row').first().waitFor();
  const mend = await expire(page, 'invalid_grant');
  await press(page, 'r');
  await page.getByRole('dialog').getByRole('checkbox').check();
  await page.getByLabel('Mot pour l’auteur').fill('Hors sujet ici.');
  await page.getByRole('dialog').getByRole('radio', { name: 'hors sujet' }).focus();
  await press(page, '2');
  await page.getByText(/a expiré/).waitFor();
  mend();
  const decideAgain = await standIn(page, '**/admin/decisions', (route) =>
    route.fulfill({ status: 503, body: '{}' }),
  );
  await signInAgain(page);
  await page.locator('.toast [data-tone=problem]').waitFor();
  decideAgain();
  await page.reload();
  await page.getByText('1 commentaire refusé.').waitFor();
  expect(await desk.calls.list('fil-expire')).toMatchObject({ comments: [] });
});

test('a caught decision is not made in the name of somebody else who signs in', async () => {
  await desk.fill('autre', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  const mend = await expire(page, 'invalid_grant');
  await press(page, 'a');
  await page.getByText(/a expiré/).waitFor();
  mend();
  await page.context().clearCookies();
  await signInAgain(page);
  await page.getByRole('button', { name: 'Nora Lindqvist' }).click();
  await page.locator('.row[data-phase=waiting]').waitFor();
  expect(await page.evaluate("sessionStorage.getItem('palabre-caught')")).toBeNull();
  expect(await desk.calls.queue('pending')).toHaveLength(1);
});

test('a sign-in stays while the issuer cannot be reached', async () => {
  await desk.fill('injoignable', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  const mend = await expire(page);
  await press(page, 'a');
  await page.locator('.toast [data-tone=problem]').waitFor();
  expect(await page.locator('.row[data-phase=waiting]').count()).toBe(1);
  mend();
  await press(page, 'a');
  await desk.waitForQueue('pending', 0);
});

test('a sign-in whose renewed tokens are refused as well has expired', async () => {
  await desk.fill('refusee', 1);
  const page = await desk.open();
  await page.locator('.row').first().waitFor();
  const mend = await refuseTokens(page);
  await press(page, 'a');
  await page.getByText(/a expiré/).waitFor();
  mend();
  await signInAgain(page);
  await desk.waitForQueue('pending', 0);
});
