import { afterEach, expect, test } from '@jest/globals';
import { nextCall, withBrowser } from '../../server/browser.ts';
import { callsTo } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import {
  askedOf,
  bareDocument,
  ENGLISH,
  FRENCH,
  publisherOf,
  readersOf,
  seenOn,
  sendIt,
  write,
} from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);

afterEach(() => Promise.all([FRENCH, ENGLISH].map((article) => calls.setArticle(article, 'open'))));

test.each([
  ['fr', FRENCH, 'Les commentaires de cet article sont fermés.'],
  ['en', ENGLISH, 'This article takes no more comments.'],
])(
  'an empty element of a closed article shows the comments, says so, and offers no form (%s)',
  async (lang, article, sentence) => {
    await publisherOf(calls)('Marc', `Avant la fermeture (${lang}), un mot.`, article);
    await calls.setArticle(article, 'closed');
    const { page, requests } = await readers.openBare(
      `<palabre-comments site="demo" article="${article}" lang="${lang}"></palabre-comments>`,
    );
    await page.getByText(sentence).waitFor();
    await page.getByText('Avant la fermeture').waitFor();
    expect(await page.locator('form').count()).toBe(0);
    expect(await page.getByRole('link', { name: /^(Répondre|Reply|Écrire|Write)/ }).count()).toBe(0);
    expect(askedOf(requests)).toHaveLength(1);
    await page.context().close();
  },
);

test('the lists of one page have names of their own', async () => {
  const element = `<palabre-comments site="demo" article="${FRENCH}" lang="fr"></palabre-comments>`;
  const { page } = await readers.openBare(element + element);
  await page.locator('section.comments').nth(1).waitFor();
  const names = await page.locator('section.comments').evaluateAll((all) => all.map((one) => one.ariaLabel));
  expect(names[1]).toBe(`${names[0]} 2`);
  await page.context().close();
});

test('a page that brought the comments of a closed article gets no form, and that of an open one gets one', async () => {
  await calls.setArticle(FRENCH, 'closed');
  const { page } = await readers.open('/fr/');
  await page.waitForLoadState('networkidle');
  expect(await page.locator('palabre-comments form').count()).toBe(0);
  await calls.setArticle(FRENCH, 'open');
  const fragment = await (await fetch(`${server.url}/v1/sites/demo/comments.html?article=${FRENCH}`)).text();
  const open = await readers.openBare(
    `<palabre-comments site="demo" article="${FRENCH}">${fragment}</palabre-comments>`,
  );
  await open.page.locator('palabre-comments form').waitFor();
  expect(askedOf(open.requests)).toHaveLength(1);
  await open.page.context().close();
  await page.context().close();
});

test('a link to answer leads to the form’s own page while the page has no form yet', async () => {
  const id = await publisherOf(calls)('Marc', 'Une question en attendant le formulaire.');
  const fragment = await (await fetch(`${server.url}/v1/sites/demo/comments.html?article=${FRENCH}`)).text();
  const { page } = await readers.openBare('');
  await page.route('**/form?article=*', (route) => {
    if (route.request().resourceType() !== 'fetch') return route.continue();
    return undefined;
  });
  await page.route(`${server.url}/bare*`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: bareDocument(`<palabre-comments site="demo" article="${FRENCH}">${fragment}</palabre-comments>`),
    }),
  );
  await page.goto(`${server.url}/bare`);
  await page.locator(`#comment-${id} footer a`).first().click();
  await page.getByText('Une question en attendant').waitFor();
  expect(new URL(page.url()).searchParams.get('parent')).toBe(id);
  await page.context().close();
});

test.each([
  ['/fr/', FRENCH, 'sont fermés. Votre texte reste ici.'],
  ['/en/', ENGLISH, 'takes no more comments. Your text stays here.'],
])(
  'an article closed while somebody writes on %s leaves them their text',
  async (path, article, sentence) => {
    const { page } = await readers.open(path);
    await write(page, 'Trop tard, mais gardez mon texte.');
    await calls.setArticle(article, 'closed');
    await sendIt(page);
    await page.getByText(sentence).waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Trop tard, mais gardez mon texte.');
    expect((await seenOn(page)).events.at(-1)).toMatchObject({ name: 'error', code: 'article-closed' });
    await page.context().close();
  },
);

test.each([
  ['fr', FRENCH, 'Votre commentaire', 'Jeter ce texte'],
  ['en', ENGLISH, 'Your comment', 'Throw this text away'],
])(
  'a text that was never taken is shown where the article was closed meanwhile, to copy or to throw away (%s)',
  async (lang, article, label, discard) => {
    const element = `<palabre-comments site="demo" article="${article}" lang="${lang}"></palabre-comments>`;
    const { page } = await readers.openBare(element);
    await write(page, 'Trop tard, mais gardez mon texte.');
    await calls.setArticle(article, 'closed');
    await page.reload();
    const kept = page.locator('.comments .comment-form').getByLabel(label);
    await kept.waitFor();
    expect(await kept.inputValue()).toBe('Trop tard, mais gardez mon texte.');
    expect(await kept.isEditable()).toBe(false);
    expect(await page.locator('form').count()).toBe(0);
    await calls.setArticle(article, 'open');
    await page.reload();
    await page.locator('form').waitFor();
    expect(await page.locator('form textarea').inputValue()).toBe('Trop tard, mais gardez mon texte.');
    expect(await kept.count()).toBe(0);
    await calls.setArticle(article, 'closed');
    await page.reload();
    await page.getByRole('button', { name: discard }).click();
    expect(await kept.count()).toBe(0);
    await page.reload();
    await page.locator('section.comments').waitFor();
    expect(await kept.count()).toBe(0);
    await page.context().close();
  },
);

test.each([
  ['site="nowhere" article="a" lang="fr"', 'Les commentaires ne se chargent pas.', 'site-not-found'],
  ['site="nowhere" article="a" lang="en"', 'The comments do not load.', 'site-not-found'],
  ['article="a" lang="fr"', 'Les commentaires ne se chargent pas.', 'invalid-fields'],
  ['site="demo" lang="fr"', 'Les commentaires ne se chargent pas.', 'invalid-fields'],
])(
  'an element with %s says that nothing loads, without a form or a vain way to try again',
  async (attributes, sentence, code) => {
    const { page } = await readers.openBare(`<palabre-comments ${attributes}></palabre-comments>`);
    await page.getByText(sentence).waitFor();
    expect(await page.locator('.unread').innerText()).toBe(sentence);
    // What the page's publisher looks at.
    expect(await page.locator('.unread').getAttribute('data-code')).toBe(code);
    expect(await page.locator('palabre-comments :is(form, button)').count()).toBe(0);
    expect((await seenOn(page)).events).toEqual([{ name: 'error', code, sentence }]);
    await page.context().close();
  },
);

test.each([
  ['fr', 'Les commentaires ne se chargent pas.', 'Réessayer'],
  ['en', 'The comments do not load.', 'Try again'],
])(
  'comments that do not load leave a form that works, and load when tried again (%s)',
  async (lang, sentence, again) => {
    await publisherOf(calls)('Marc', 'Une remarque qui attend son heure.');
    const { page } = await readers.openBare('');
    const listed = nextCall(page, '**/comments?*');
    await page.evaluate(
      ([article, language]) => {
        const made = (globalThis as any).document.createElement('palabre-comments');
        for (const [name, value] of Object.entries({ site: 'demo', article, lang: language }))
          made.setAttribute(name, value);
        (globalThis as any).document.querySelector('main').append(made);
      },
      [FRENCH, lang],
    );
    await (await listed).fulfill({ status: 503 });
    await page.getByText(sentence).waitFor();
    await page.locator('palabre-comments form').waitFor();
    const listedAgain = nextCall(page, '**/comments?*');
    const answered = page.waitForResponse('**/comments?*');
    await page.getByRole('button', { name: again }).click();
    await (await listedAgain).fulfill({ status: 503 });
    await answered;
    await page.waitForFunction(() => (globalThis as any).document.activeElement.matches('.unread button'));
    await page.keyboard.press('Enter');
    await page.getByText('Une remarque qui attend son heure.').first().waitFor();
    expect(await page.getByText(sentence).count()).toBe(0);
    expect(await page.evaluate('document.activeElement.localName')).toBe('h2');
    expect(await page.locator('palabre-comments form').count()).toBe(1);
    await page.context().close();
  },
);
