import { beforeAll, expect, test } from '@jest/globals';
import { nextCall, withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { askedOf, publisherOf, readersOf, sendIt, write } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);
const publish = publisherOf(calls);
const element = (article: string, more = '') =>
  `<palabre-comments site="demo" article="${article}" ${more}></palabre-comments>`;
const ids = { halle: '', marche: '' };

const waiting = { ...noFlood, formToken: { minS: 0 } };

beforeAll(async () => {
  await calls.setPolicy(waiting);
  ids.halle = await publish('Marc', 'Sous la halle.', 'halle');
  ids.marche = await publish('Odile', 'Au marché.', 'marche');
});

test('a permalink into one of several lists on a page says of no other that the comment is gone', async () => {
  const { page } = await readers.openBare(element('halle') + element('marche'), {
    path: `/bare#comment-${ids.marche}`,
  });
  await page.locator(`#comment-${ids.marche}.linked`).waitFor();
  await page.getByText('Sous la halle.').waitFor();
  await page.locator(`#comment-${ids.halle} header a`).click();
  await page.locator(`#comment-${ids.halle}.linked`).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.gone').count()).toBe(0);
  expect(await page.locator('section.comments').count()).toBe(2);
  await page.context().close();
});

test('a permalink opens the closed details that its list stands in', async () => {
  const { page } = await readers.openBare(
    `<details><summary>Commentaires</summary>${element('halle')}</details>`,
    { path: `/bare#comment-${ids.halle}` },
  );
  await page.locator(`#comment-${ids.halle}.linked`).waitFor();
  expect(await page.getByText('Sous la halle.').isVisible()).toBe(true);
  await page.context().close();
});

test('an element that is given another article shows that one, and sends to it', async () => {
  const { page } = await readers.openBare(element('halle'));
  await page.getByText('Sous la halle.').waitFor();
  await page.evaluate(() =>
    (globalThis as any).document.querySelector('palabre-comments').setAttribute('article', 'marche'),
  );
  await page.getByText('Au marché.').waitFor();
  expect(await page.getByText('Sous la halle.').count()).toBe(0);
  expect(await page.locator('form').count()).toBe(1);
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await write(page, 'Je réponds au marché.');
  await sendIt(page);
  expect((await sent).postDataJSON()).toMatchObject({ article: 'marche' });
  await page.locator('.own').waitFor();
  await page.context().close();
});

test('a comment that is published while its element turns to another article is not counted there', async () => {
  await calls.setPolicy({ ...waiting, firstComment: { approvedMin: 0 } });
  const { page } = await readers.openBare(element('halle'));
  await page.getByText('Sous la halle.').waitFor();
  const asked = nextCall(page, '**/v1/sites/demo/comments');
  await write(page, 'Envoyé trop tard pour rester ici.');
  await sendIt(page);
  const route = await asked;
  await page.evaluate(() =>
    (globalThis as any).document.querySelector('palabre-comments').setAttribute('article', 'marche'),
  );
  await page.getByText('Au marché.').waitFor();
  const before = await page.locator('.comments h2').innerText();
  await route.continue();
  await page.waitForFunction(() =>
    (globalThis as any).seen.events.some(({ name }: any) => name === 'submitted'),
  );
  expect(await page.locator('.comments h2').innerText()).toBe(before);
  await calls.setPolicy(waiting);
  await page.context().close();
});

test('a theme that changes while the page is read changes the colours', async () => {
  const { page } = await readers.openBare(element('halle', 'theme="dark"'));
  const scheme = () =>
    page.evaluate(() => {
      const { document, getComputedStyle: styleOf } = globalThis as any;
      return styleOf(document.querySelector('palabre-comments')).colorScheme;
    });
  const paint = (theme: string) =>
    page.evaluate(
      ([value]) =>
        (globalThis as any).document.querySelector('palabre-comments').setAttribute('theme', value),
      [theme],
    );
  expect(await scheme()).toBe('dark');
  await paint('light');
  expect(await scheme()).toBe('light');
  await paint('auto');
  expect(await scheme()).toBe('normal');
  await page.context().close();
});

test.each([
  ['fr_FR', 'fr', '1 commentaire'],
  ['fr-Latn-CA', 'fr', '1 commentaire'],
  ['', 'fr', '1 commentaire'],
  ['de', 'en', '1 comment'],
  ['日本', 'en', '1 comment'],
])(
  'an element in %p, which is no language of the script or none at all, is drawn in %s',
  async (tag, lang, title) => {
    const { page, requests } = await readers.openBare(element('marche', `lang="${tag}"`));
    const list = page.locator('section.comments');
    await list.waitFor();
    expect([await list.getAttribute('lang'), await list.locator('h2').innerText()]).toEqual([lang, title]);
    expect(askedOf(requests)).toHaveLength(1);
    await page.context().close();
  },
);

test('the form of a WordPress theme inside the element sends in place, and answers', async () => {
  const form = `<form action="/v1/sites/demo/comments" method="post" id="commentform" class="comment-form">
<p><label for="comment">Votre commentaire</label><textarea id="comment" name="comment" required></textarea></p>
<p><label for="author">Votre nom</label><input id="author" name="author" required></p>
<p><input name="submit" type="submit" id="submit" value="Envoyer le commentaire">
<input type="hidden" name="comment_post_ID" value="halle"><input type="hidden" name="comment_parent" value="0"></p></form>`;
  const { page } = await readers.openBare(
    `<palabre-comments site="demo" article="halle">${form}</palabre-comments>`,
  );
  await page.locator(`#comment-${ids.halle}`).waitFor();
  const parents: unknown[] = [];
  page.on('request', (request) => request.method() === 'POST' && parents.push(request.postDataJSON().parent));
  await write(page, 'Depuis un thème.');
  await sendIt(page);
  await page.locator('.own').waitFor();
  await page.locator(`#comment-${ids.halle} footer a`).first().click();
  await write(page, 'En réponse, depuis un thème.');
  await sendIt(page);
  await page.locator('ol ol .own').waitFor();
  expect(parents).toEqual([undefined, ids.halle]);
  await page.context().close();
});
