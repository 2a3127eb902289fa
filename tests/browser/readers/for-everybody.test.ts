import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { flawsOf } from '../../server/accessibility.ts';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { askedOf, FRENCH, publisherOf, readersOf, seenOn, sendIt, write } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);
const element = (more = '') =>
  `<palabre-comments site="demo" article="${FRENCH}" ${more}></palabre-comments>`;

beforeAll(async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 } });
  for (const author of ['Marc', 'Léa', 'Idriss'])
    await publisherOf(calls)(author, `Ce que ${author} pense de la halle, en quelques mots.`);
});

/** A list with a waiting comment, the order, a problem of a field and an answered comment above the form. */
const withEverything = async (page: Page, lang: string) => {
  await page.locator('.comments article').nth(2).waitFor();
  await write(page, `Un commentaire qui attend (${lang}).`);
  await sendIt(page);
  await page.locator('.own').first().waitFor();
  await page.locator('.comments article footer a').first().click();
  await page.getByLabel(/^(E-mail|Email)/).fill('a@b');
};

test('the field says whom it answers, beside what is wrong with it, until it answers nobody', async () => {
  const { page } = await readers.openBare(element('lang="en"'));
  const field = page.getByLabel('Your comment');
  const described = () =>
    field.evaluate((one: any) =>
      (one.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id: string) => (globalThis as any).document.getElementById(id)?.innerText ?? ''),
    );
  await page.getByRole('link', { name: 'Reply to Marc' }).click();
  expect(await described()).toEqual(['Reply to Marc']);
  await page.getByRole('link', { name: 'Reply to Léa' }).click();
  expect(await described()).toEqual(['Reply to Léa']);
  await page.getByLabel('Your name').fill('Odile');
  await field.evaluate((one: any) => one.removeAttribute('required'));
  await sendIt(page);
  await page.locator('.problem').waitFor();
  expect(await described()).toEqual(['Reply to Léa', 'Your comment is still empty.']);
  await page.getByRole('button', { name: 'Stop replying' }).click();
  expect(await described()).toEqual(['Your comment is still empty.']);
  // Nothing is written: back to the comment, to read on.
  expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Reply to Léa');
  await page.context().close();
});

test.each(['fr', 'en'])(
  'the script’s own list and form have no barrier at 320 or 1280 pixels, light or dark, and nothing overflows (%s)',
  async (lang) => {
    const { page } = await readers.openBare(element(`lang="${lang}"`), { reducedMotion: 'reduce' });
    await withEverything(page, lang);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 640 });
        expect([width, colorScheme, await flawsOf(page)]).toEqual([width, colorScheme, []]);
        expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(
          width,
        );
      }
    const small = await page.evaluate(() =>
      [...(globalThis as any).document.querySelectorAll('palabre-comments :is(a, button, select, input)')]
        .filter(
          (one: any) =>
            !one.closest('p[dir], h3') &&
            one.getClientRects().length > 0 &&
            one.getBoundingClientRect().height < 24,
        )
        .map((one: any) => one.outerHTML),
    );
    expect(small).toEqual([]);
    expect((await seenOn(page)).violations).toEqual([]);
    await page.context().close();
  },
);

test('a theme of its own sets the colours apart from the page’s', async () => {
  const colours = async (attributes: string) => {
    const { page } = await readers.openBare(element(attributes), { colorScheme: 'light' });
    await page.locator('.comments article').first().waitFor();
    const accent = await page.evaluate(
      "getComputedStyle(document.querySelector('.comments footer a')).color",
    );
    await page.context().close();
    return accent;
  };
  expect(await colours('theme="dark"')).not.toBe(await colours(''));
  expect(await colours('theme="light"')).toBe(await colours(''));
});

test('a reader with a keyboard alone sorts, answers, writes and sends', async () => {
  const { page } = await readers.openBare(element());
  await page.locator('.comments article').nth(2).waitFor();
  const tabTo = async (what: string) => {
    for (let at = 0; at < 60; at++) {
      await page.keyboard.press('Tab');
      if (
        await page.evaluate(
          ([selector]) => (globalThis as any).document.activeElement.matches(selector),
          [what],
        )
      )
        return;
    }
    throw new Error(`Tab never comes to ${what}.`);
  };
  await tabTo('.sort');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() =>
    /Idriss/.test((globalThis as any).document.querySelector('.comments article').innerText),
  );
  await tabTo('footer a[rel=nofollow]');
  await page.keyboard.press('Enter');
  expect(await page.locator('form .answered').innerText()).toContain('Idriss');
  await page.keyboard.type('Une réponse tapée sans souris.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Odile');
  await tabTo('form button:not([type=button])');
  await page.keyboard.press('Enter');
  await page.locator('.own').getByText('tapée sans souris').waitFor();
  expect(await page.evaluate('document.activeElement.className')).toBe('own');
  await page.context().close();
});

test('an element below the screen loads nothing until it comes near, and then asks once and moves nothing above', async () => {
  const { page, requests } = await readers.openBare(`${'<br>'.repeat(200)}<p id="a">Fin</p>${element()}`);
  await page.waitForLoadState('networkidle');
  expect(askedOf(requests)).toEqual([]);
  await page.locator('#a').scrollIntoViewIfNeeded();
  await page.locator('.comments article').first().waitFor();
  await page.locator('form').waitFor();
  expect(askedOf(requests)).toHaveLength(1);
  expect((await seenOn(page)).shift).toBe(0);
  expect(requests.filter((line) => !line.includes(server.url) && !line.includes('data:'))).toEqual([]);
  await page.context().close();
});
