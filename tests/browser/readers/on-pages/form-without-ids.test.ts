import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FRENCH, sendIt, withReaders } from '../reader-page.ts';

const { publish, readers } = withReaders();

beforeAll(async () => {
  await publish('Marc', 'Sous la halle, il fait bon.');
});

const element = (article: string, form = '') =>
  `<palabre-comments site="demo" article="${article}">${form}</palabre-comments>`;
/** As in README.md, with the box that remembers a reader; no field has an id. */
const FORM = `<form class="comment-form" method="post" action="/v1/sites/demo/comments" novalidate>
<label>Votre commentaire <textarea name="text" required></textarea></label>
<label>Votre nom <input name="author" required></label>
<label>E-mail <input name="email"></label>
<label><input type="checkbox" name="wp-comment-cookies-consent" value="yes"> Garder mon nom dans un cookie</label>
<button>Envoyer le commentaire</button></form>`;

const idsOn = (page: Page): Promise<string[]> =>
  page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)");
/** What assistive technology reads of a field besides its name. */
const described = (page: Page, name: string): Promise<string[]> =>
  page.locator(`[name=${name}]`).evaluate((field: any) =>
    field
      .getAttribute('aria-describedby')
      .split(' ')
      .map((id: string) => (globalThis as any).document.getElementById(id).textContent),
  );

test('forms keep ids of their own when an element goes and another comes', async () => {
  const { page } = await readers.openBare(element('un') + element('deux'));
  await page.locator('form').nth(1).waitFor();
  await page.evaluate(() => {
    const { document } = globalThis as any;
    const [first] = document.querySelectorAll('palabre-comments');
    const third = first.cloneNode();
    third.setAttribute('article', 'trois');
    first.remove();
    document.querySelector('main').append(third);
  });
  await page.locator('form').nth(1).waitFor();
  const ids = await idsOn(page);
  expect(ids).toHaveLength(new Set(ids).size);
  await page.getByText('Votre nom').nth(1).click();
  expect(
    await page.evaluate("document.activeElement.closest('palabre-comments').getAttribute('article')"),
  ).toBe('trois');
  await page.context().close();
});

test('a form without ids keeps its box, and says of each field what is wrong with it', async () => {
  const { page } = await readers.openBare(element(FRENCH, FORM));
  await page.locator('.comments footer').first().waitFor();
  await page.locator('[type=checkbox]').check();
  expect(await page.locator('label:has([type=checkbox])').innerText()).toMatch(
    /^\s*Me reconnaître la prochaine fois, sur cet appareil$/,
  );
  await page.getByRole('link', { name: 'Répondre à Marc' }).click();
  await sendIt(page);
  await page.locator('.problem').nth(1).waitFor();
  expect(await described(page, 'text')).toEqual(['Répondre à Marc', 'Votre commentaire est encore vide.']);
  expect(await described(page, 'author')).toEqual(['Indiquez votre nom.']);
  const ids = await idsOn(page);
  expect(ids).toHaveLength(new Set(ids).size);
  await page.context().close();
});
