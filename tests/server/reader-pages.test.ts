import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page } from 'playwright-core';
import { languages } from '../../src/comment/site.ts';
import { decode } from '../pages/markup.ts';
import { flawsOf } from './accessibility.ts';
import { withBrowser } from './browser.ts';
import { callsTo, noFlood } from './calls.ts';
import { eventually, withServer } from './with-server.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));
const PHONE = 320;
const DESK = 1280;
/** Source: WCAG 2.2, 2.5.8. */
const TARGET_MIN = 24;

type Language = (typeof languages)[number];
type Fields = Readonly<Record<string, string>>;
/** A page to be opened, or a form to be sent; `of` is its site. */
type Asked =
  | { readonly path: string }
  | { readonly form: Fields; readonly of?: string; readonly enctype?: string };

const slugs: Readonly<Record<Language, string>> = {
  fr: 'la-halle-de-valrive-rouvre',
  en: 'the-night-bus-is-back',
};
const whole = (path: string) => (path.startsWith('http') ? path : `${server.url}${path}`);
const actionOf = (of = 'demo') => `${server.url}/v1/sites/${of}/comments`;

/** Opens a page in the browser; a form is sent as a browser does, whatever its own checks would say. */
const open = async (asked: Asked) => {
  if ('path' in asked) return page.goto(whole(asked.path));
  await page.goto(`${server.url}/r/none`);
  const { form, of, enctype = '' } = asked;
  const sent = JSON.stringify({ fields: form, enctype, action: actionOf(of) });
  return Promise.all([
    page.waitForURL(/comments$/),
    page.evaluate(`{
      const { fields, enctype, action } = ${sent};
      const form = Object.assign(document.createElement('form'), { method: 'post', action, enctype });
      for (const [name, value] of Object.entries(fields))
        form.append(Object.assign(document.createElement('textarea'), { name, value }));
      document.body.append(form);
      form.submit();
    }`),
  ]);
};

/** The same without the browser. */
const read = async (asked: Asked, language: Language) => {
  const headers = { accept: 'text/html', 'accept-language': language };
  if ('path' in asked)
    return fetch(whole(asked.path), { headers: { ...headers, 'sec-fetch-dest': 'document' } });
  const { form, of, enctype } = asked;
  const body = new URLSearchParams(form);
  const type = enctype ?? 'application/x-www-form-urlencoded';
  return fetch(actionOf(of), {
    method: 'POST',
    headers: { ...headers, 'content-type': type },
    body: String(body),
  });
};

const texts: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Quoi ? Le 14 juillet, « chez soi » : enfin !\n\nVoir https://www.example.org/une/adresse/qui/ne/finit/pas',
    'Où va-t-on se garer ?',
  ],
  en: [
    'See you on 14 July.\n\nhttps://www.example.org/an/address/that/does/not/seem/to/end',
    'Where are we to park?',
  ],
};

/** Comments of every state under one article. */
const seed = async (language: Language) => {
  const article = slugs[language];
  const send = async (text: string, more: object = {}) => {
    const link = `${server.url}/${language}/`;
    const body = { author: 'Odile Marchenoir', text, link, title: 'Un titre : le n° 3', ...more };
    return (await calls.submit(article, body, { 'accept-language': language })).json() as Promise<any>;
  };
  const [opening = '', answer = ''] = texts[language];
  const first = await send(opening);
  await calls.decide(article, first.id, 'approve');
  const reply = await send(answer, { parent: first.id, url: 'https://marc.example/' });
  await calls.decide(article, reply.id, 'approve');
  const rejected = await send(`${answer} ${language}`);
  const note = language === 'fr' ? 'Dites-le sous l’autre article.' : 'Say it under the other article.';
  await calls.decide(article, rejected.id, 'reject', { reason: 'off-topic', note });
  // A thread whose first comment was removed, with a reply of the newsroom and one that it edited.
  const gone = await send(`${opening} – ${answer}`);
  await calls.decide(article, gone.id, 'approve');
  await calls.reply(article, gone.id, answer);
  const edited = await send(`${answer} ${opening}`, { parent: gone.id });
  await calls.decide(article, edited.id, 'approve');
  await calls.edit(article, edited.id, 2, answer);
  await calls.decide(article, gone.id, 'reject', { version: 2 });
  const first2 = await send(`${opening} ${language}`);
  const links = await send('https://a.example https://b.example https://c.example');
  return { article, first, reply, rejected, waiting: first2, links };
};

let seeds: Readonly<Record<Language, Awaited<ReturnType<typeof seed>>>>;
let page: Page;
beforeAll(async () => {
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 }, text: { charactersMin: 5 } });
  seeds = { fr: await seed('fr'), en: await seed('en') };
  for (const language of languages)
    await eventually(
      () => calls.count(slugs[language]),
      (count) => count === 4,
    );
  page = await browser.open({ viewport: { width: PHONE, height: 800 } });
});
afterAll(() => page?.close());

/** Every page that a reader may meet. */
const pages = (language: Language): Readonly<Record<string, Asked>> => {
  const { article, first, rejected, waiting, links } = seeds[language];
  const api = '/v1/sites/demo';
  const form = { article, author: 'Idriss & fils', link: `${server.url}/${language}/` };
  const receipt = ({ links }: typeof first) => ({ path: links.receipt });
  return {
    'the front page': { path: '/' },
    'an article': { path: `/${language}/` },
    'an article around a comment': { path: `/${language}/?around=${first.id}#comment-${first.id}` },
    'its comments by themselves': { path: `${api}/comments.html?article=${article}` },
    'a page of them that asks for a comment that is gone': {
      path: `${api}/comments.html?article=${article}&as=page&around=${rejected.id}`,
    },
    'no comments': { path: `${api}/comments.html?article=nobody&as=page` },
    'a form': { path: `${api}/form?article=${article}` },
    'a form that answers': { path: `${api}/form?article=${article}&parent=${first.id}` },
    'a form that answers what is gone': { path: `${api}/form?article=${article}&parent=${rejected.id}` },
    'the receipt of a published comment': receipt(first),
    'the receipt of one that waits as a first one': receipt(waiting),
    'the receipt of one that checks held': receipt(links),
    'the receipt of one that is not published': receipt(rejected),
    'no receipt': { path: '/r/none' },
    'no such address': { path: '/nowhere' },
    'no such site': { path: '/v1/sites/nobody/comments.html?article=a' },
    'a wrong cursor': { path: `${api}/comments.html?article=${article}&cursor=x` },
    'empty fields': { form: { ...form, author: ' ', text: '', email: 'x', url: ':' } },
    'a text that is too short': { form: { ...form, text: 'Oui' } },
    'a text that is too long': { form: { ...form, text: 'Oui. '.repeat(2_100) } },
    'an answer to what is gone': { form: { ...form, text: 'Bien dit, merci.', parent: rejected.id } },
    'a form for another site': { form: { ...form, text: 'Bien dit, merci.' }, of: 'nobody' },
    'a form that cannot be read': { form: { ...form, text: 'Bien dit, merci.' }, enctype: 'text/plain' },
  };
};

/** Links and controls that a finger would miss; links inside of sentences may be as high as their line. */
const smallTargets = `[...document.querySelectorAll('a, button, summary, input:not([type=hidden]), textarea')]
  .filter((one) => one.checkVisibility() && !one.closest('p[dir], .notice li, .related, .front, .byline, .desk, .story'))
  .filter((one) => { const { width, height } = one.getBoundingClientRect(); return height < ${TARGET_MIN} || width < ${TARGET_MIN}; })
  .map((one) => one.outerHTML)`;

const checkLayout = async (name: string) => {
  for (const width of [PHONE, DESK]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    expect([name, width, wide <= width]).toEqual([name, width, true]);
    expect([name, width, await page.evaluate(smallTargets)]).toEqual([name, width, []]);
  }
};

test.each<[Language, 'light' | 'dark']>([
  ['fr', 'light'],
  ['en', 'dark'],
])(
  'every page for readers is accessible, fits a telephone and has targets to hit: in %s, in the %s',
  async (language, colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setExtraHTTPHeaders({ 'accept-language': language });
    for (const [name, asked] of Object.entries(pages(language))) {
      await open(asked);
      await checkLayout(name);
      expect([name, await flawsOf(page)]).toEqual([name, []]);
    }
  },
);

const hrefsIn = (markup: string) =>
  [...markup.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = '']) => decode(href));

const validate = async (markup: string) =>
  (await validator.validateString(markup)).results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);

/** What is wrong with a link of a page: nothing on other hosts' part, a status or a place that is not there on ours. */
const faultOf = async (href: string, from: string, markup: string, language: Language) => {
  const to = new URL(href, from);
  if (to.origin !== new URL(server.url).origin) return '';
  const found = href.startsWith('#') ? undefined : await read({ path: to.href }, language);
  const place = to.hash.slice(1);
  const there = found ? await found.text() : markup;
  if (found && found.status !== 200) return `${found.status}`;
  return place === '' || there.includes(`id="${place}"`) ? '' : 'no such place';
};

test.each(languages)('every page is valid, and every link leads to what it names: %s', async (language) => {
  const looked = new Set<string>();
  for (const [name, asked] of Object.entries(pages(language))) {
    const answer = await read(asked, language);
    const markup = await answer.text();
    expect([name, await validate(markup)]).toEqual([name, []]);
    const hrefs = hrefsIn(markup);
    const isNobodys = /^(no receipt|no such|a form for another)/.test(name);
    expect([name, hrefs.length > 0]).toEqual([name, !isNobodys]);
    for (const href of hrefs.filter((one) => !looked.has(new URL(one, answer.url).href))) {
      expect([name, href, await faultOf(href, answer.url, markup, language)]).toEqual([name, href, '']);
      if (!href.startsWith('#')) looked.add(new URL(href, answer.url).href);
    }
  }
  expect(looked.size).toBeGreaterThan(10);
});
