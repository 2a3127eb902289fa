import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { nextCall, withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { publisherOf, readersOf, sendIt, write } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);
const ELEMENT = '<palabre-comments site="demo" article="lent"></palabre-comments>';
let first = '';

const waiting = { ...noFlood, formToken: { minS: 0 } };

beforeEach(() => calls.setPolicy(waiting));
beforeAll(async () => {
  first = await publisherOf(calls)('Marc', 'Un service lent.', 'lent');
});

const said = (page: Page) => page.locator('form > [role=status]');
/** Leaves the next request without an answer, for longer than the page waits. */
const hang = async (page: Page, url: RegExp) => {
  await nextCall(page, url);
  await page.clock.fastForward(31_000);
};

test('a list whose answer hangs says so after a while, and offers the form and another try', async () => {
  const { page } = await readers.openBare('', { clock: true });
  const over = hang(page, /\/comments[?]/);
  await page.evaluate((markup) => {
    const { document } = globalThis as any;
    const made = document.createElement('palabre-comments');
    for (const [, name, value] of markup.matchAll(/ (site|article)="([^"]*)"/g))
      made.setAttribute(name, value);
    document.querySelector('main').append(made);
  }, ELEMENT);
  await over;
  await page.getByText('Les commentaires ne se chargent pas.').waitFor();
  expect(await page.locator('palabre-comments form').count()).toBe(1);
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await page.getByText('Un service lent.').waitFor();
  await page.context().close();
});

test('a comment whose answer hangs keeps its text and may be sent again, as one comment', async () => {
  const { page } = await readers.openBare(ELEMENT, { clock: true });
  await page.getByText('Un service lent.').waitFor();
  await write(page, 'Un envoi qui dure.');
  const keys: unknown[] = [];
  page.on(
    'request',
    (request) => request.method() === 'POST' && keys.push(request.headers()['idempotency-key']),
  );
  const over = hang(page, /\/comments$/);
  await sendIt(page);
  await over;
  await said(page).getByText('Le service ne répond pas.').waitFor();
  await sendIt(page);
  await page.locator('.own').waitFor();
  expect(keys).toEqual([keys[0], keys[0]]);
  await page.context().close();
});

test('a form token whose answer hangs does not keep the comment from being sent', async () => {
  const { page } = await readers.openBare(ELEMENT, { clock: true });
  await page.getByText('Un service lent.').waitFor();
  const over = hang(page, /\/form[?]/);
  await write(page, 'Sans jeton, tant pis.');
  await over;
  const again = hang(page, /\/form[?]/);
  await sendIt(page);
  await again;
  await page.locator('.own').waitFor();
  await page.context().close();
});

test('a reply whose answer was lost is the same reply after a reload, and still quotes what it answers', async () => {
  const { page } = await readers.openBare(ELEMENT);
  await page.locator(`#comment-${first} footer a`).first().click();
  await write(page, 'Une réponse perdue en route.');
  const sent: unknown[] = [];
  await page.route(/\/comments$/, async (route) => {
    const request = route.request();
    sent.push([request.headers()['idempotency-key'], request.postDataJSON().parent]);
    if (sent.length > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await sendIt(page);
  await said(page).getByText('Le service ne répond pas.').waitFor();
  await page.reload();
  await page.locator('form > .answered').getByText('Un service lent.').waitFor();
  await sendIt(page);
  await page.locator('ol ol .own').waitFor();
  expect(sent).toEqual([sent[0], sent[0]]);
  expect(await page.locator('form > .answered').count()).toBe(0);

  await page.locator(`#comment-${first} footer a`).first().click();
  await page.getByLabel('Votre commentaire').fill('Plutôt une discussion.');
  await page.getByRole('button', { name: 'Ne plus répondre' }).click();
  expect(await page.evaluate('document.activeElement.localName')).toBe('textarea');
  await page.reload();
  await page.locator(`#comment-${first}`).waitFor();
  expect(await page.getByLabel('Votre commentaire').inputValue()).toBe('Plutôt une discussion.');
  expect(await page.locator('form > .answered').count()).toBe(0);
  await page.context().close();
});

test('a comment published at once and withdrawn on its receipt’s page is not said to be online on the way back', async () => {
  await calls.setPolicy({ ...waiting, firstComment: { approvedMin: 0 } });
  const { page } = await readers.openBare(ELEMENT);
  await page.locator(`#comment-${first}`).waitFor();
  await write(page, 'En ligne, mais pas longtemps.');
  await sendIt(page);
  await page.locator('.own').getByText('Votre commentaire est en ligne.').waitFor();
  await page.locator('.own .ways a').click();
  await page.getByText('Retirer le commentaire').first().click();
  await page.locator('form[action$="/withdraw"] button').click();
  await page.getByText('Vous avez retiré ce commentaire.').waitFor();
  await page.goto(`${server.url}/bare`);
  await page.locator(`#comment-${first}`).waitFor();
  await page.waitForFunction(() => !(globalThis as any).document.querySelector('.own'));
  expect(await page.evaluate('Object.keys(sessionStorage).filter((key) => key.includes("own"))')).toEqual([]);
  await page.context().close();
});
