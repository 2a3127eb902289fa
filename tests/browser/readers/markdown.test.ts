import { beforeAll, expect, test } from '@jest/globals';
import { flawsOf } from '../../server/accessibility.ts';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { eventually, withServer } from '../../server/with-server.ts';
import { publisherOf, readersOf, seenOn, sendIt, write } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);
const ARTICLE = 'notes';
const TEXT = `Le **vrai** prix, *hélas* : \`12 €\` ([la grille](https://exemple.fr/tarifs)).

> On nous promettait
> la gratuité.

- le bus
- le train

1. d'abord
2. ensuite

\`\`\`
<b>tel quel</b>
\`\`\``;

beforeAll(async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 }, display: { markdown: true } });
});

const BARE = `<palabre-comments site="demo" article="${ARTICLE}" lang="fr"></palabre-comments>`;
/** What readers see of a comment: the elements and their words. */
const drawnOf = (id: string) =>
  [...(globalThis as any).document.querySelectorAll(`#${id} > :not(header, footer)`)]
    .map(({ outerHTML }: any) => outerHTML)
    .join('');

test('a site’s Markdown is drawn alike by server, script and feeds, and quoted in an answer as it reads', async () => {
  const id = await publisherOf(calls)('Léa', TEXT, ARTICLE);
  const { page } = await readers.openBare(BARE);
  await page.locator(`#comment-${id}`).waitFor();
  const drawn = await page.evaluate(drawnOf, `comment-${id}`);
  expect(drawn).toContain('<blockquote><p dir="auto">On nous promettait<br>la gratuité.</p></blockquote>');
  const where = `${server.url}/v1/sites/demo/comments`;
  const fragment = await (await fetch(`${where}.html?article=${ARTICLE}`)).text();
  const escaped = (markup: string) => markup.replaceAll("'", '&#39;').replaceAll('&nbsp;', '\u00A0');
  expect(fragment).toContain(escaped(drawn));
  expect(
    ((await (await fetch(`${where}.json?article=${ARTICLE}`)).json()) as any).items[0].content_html,
  ).toBe(escaped(drawn));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await flawsOf(page)).toEqual([]);
  }
  expect(
    await page.evaluate(`getComputedStyle(document.querySelector('#comment-${id} ol')).listStyleType`),
  ).toBe('decimal');
  await page.getByRole('link', { name: 'Répondre à Léa' }).click();
  expect(await page.locator('form .answered blockquote').innerText()).toContain('Le vrai prix, hélas');
  expect((await seenOn(page)).violations).toEqual([]);
  await page.context().close();
});

test('the comment that was just sent is drawn as the site draws it, also after a reload', async () => {
  const { page } = await readers.openBare(BARE);
  await write(page, 'Un mot en **gras**.\n\n- et une liste');
  await sendIt(page);
  const own = page.locator('.own');
  for (const _ of ['sent', 'reloaded']) {
    await own.waitFor();
    expect(await own.locator('strong').innerText()).toBe('gras');
    expect(await own.locator('li').innerText()).toBe('et une liste');
    expect(await own.innerText()).not.toContain('*');
    await page.reload();
  }
  await page.context().close();
});

test('excerpts show no marks, and quotations above a form are drawn', async () => {
  const id = await publisherOf(calls)('Idriss', 'Du **gras** & de l’*italique*.', ARTICLE);
  const where = `${server.url}/v1/sites/demo`;
  const read = async (path: string) => (await fetch(`${where}/${path}`)).text();
  await eventually(
    () => read('comments.html?limit=1'),
    (newest) => newest.includes('<p dir="auto">Du gras &amp; de l’italique.</p>'),
  );
  const drawn = '<p dir="auto">Du <strong>gras</strong> &amp; de l’<em>italique</em>.</p>';
  expect(await read(`form?as=page&article=${ARTICLE}&parent=${id}`)).toContain(drawn);
  expect(await read(`report?article=${ARTICLE}&comment=${id}`)).toContain(drawn);
});

test('its author’s receipt shows it so, and the text itself stays as it was typed', async () => {
  const sent = (await (await calls.submit(ARTICLE, { author: 'Léa', text: '**Merci** !' })).json()) as any;
  const { pathname } = new URL(sent.links.receipt);
  const asJson = await fetch(`${server.url}${pathname}`, { headers: { accept: 'application/json' } });
  expect(await asJson.json()).toMatchObject({
    text: '**Merci** !',
    html: '<p dir="auto"><strong>Merci</strong>\u202F!</p>',
  });
  const asPage = await fetch(`${server.url}${pathname}`, { headers: { accept: 'text/html' } });
  expect(await asPage.text()).toContain('<p dir="auto"><strong>Merci</strong>\u202F!</p>');
});
