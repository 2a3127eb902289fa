import { beforeAll, describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import type { Language } from '../../src/comment/site.ts';
import { ask } from '../journeys/call-gateway.ts';
import { ORIGIN, withBackend } from '../journeys/with-backend.ts';
import { anId, aSite, aStored } from '../storage/with-store.ts';

const backend = withBackend();
const params = { site: 'deux-langues' };
const flood = { pauseS: null, per10Min: null, perDay: null };
const german = { 'accept-language': 'de-DE,de;q=0.9', accept: 'text/html' };
const other: Readonly<Record<Language, Language>> = { fr: 'en', en: 'fr' };
const page = encodeURIComponent(`${ORIGIN}/gare`);

beforeAll(async () => {
  const policy = readPolicy({ flood, formToken: { minS: 0 }, firstComment: { approvedMin: 0 } });
  const site = { id: 'deux-langues', origins: [ORIGIN], policy, language: 'fr' } as const;
  await backend.store.saveSite(aSite(site), 0);
  for (let n = 1; n <= 60; n += 1)
    await backend.store.add(
      aStored({ site: 'deux-langues', article: 'gare', id: anId(n), status: 'approved' }),
    );
});

const langOf = (markup: string) => /<(?:html|section)[^>]* lang="(\w+)"/.exec(markup)?.[1];
const linksOf = (markup: string) =>
  [...markup.matchAll(/(?:href|action)="([^"]*\/v1\/[^"]*)"/g)].map(
    ([, href = '']) => new URL(href.replaceAll('&amp;', '&'), 'https://comments.example.fr'),
  );
const render = (query: string, headers: Record<string, string> = german) =>
  ask('render-comments', { params, article: 'gare', query, headers });

describe.each<Language>(['fr', 'en'])('from a page in %s', (lang) => {
  const browsers = ['de', other[lang], ''].map((language) => ({ ...german, 'accept-language': language }));

  test.each(browsers)('every link and form leads on in its language, for %o', async (headers) => {
    for (const query of [`lang=${lang}&page=${page}`, `lang=${lang}&as=page`]) {
      const { body } = await render(query, headers);
      expect(langOf(body)).toBe(lang);
      const links = linksOf(body).filter(({ pathname }) => !pathname.endsWith('.atom'));
      expect(links.length).toBeGreaterThanOrEqual(100);
      expect(new Set(links.map(({ searchParams }) => searchParams.get('lang')))).toEqual(new Set([lang]));
      const opened = await Promise.all(
        ['form', 'report'].map(async (name) => {
          const { search = '' } = links.find(({ pathname }) => pathname.endsWith(`/${name}`)) ?? {};
          return ask(`open-${name}`, { params, query: search.slice(1), headers });
        }),
      );
      for (const { body: form } of opened) {
        expect(langOf(form)).toBe(lang);
        expect(linksOf(form).map(({ search }) => search)).toContain(`?lang=${lang}`);
      }
    }
  });

  test.each(browsers)('a refusal and what is taken are answered in its language, for %o', async (headers) => {
    const post = (name: string, fields: Record<string, string>) =>
      ask(name, {
        ...{ params, method: 'POST', query: `lang=${lang}`, body: String(new URLSearchParams(fields)) },
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      });
    const refused = await post('submit-comment', { article: 'gare', author: 'Zoé', text: ' ' });
    expect([refused.statusCode, langOf(refused.body)]).toEqual([422, lang]);
    expect(refused.body).toMatch(new RegExp(`action="[^"]*[?]lang=${lang}"`));
    const report = { article: 'gare', comment: anId(1), reason: 'spam' };
    expect(langOf((await post('report-comment', { ...report, reason: 'none' })).body)).toBe(lang);
    expect(langOf((await post('report-comment', report)).body)).toBe(lang);

    const text = `Sent from ${lang} by ${headers['accept-language']}`;
    const published = await post('submit-comment', { article: 'gare', author: 'Zoé', text });
    expect(published.statusCode).toBe(303);
    expect(new URL(published.headers.location ?? '').searchParams.get('lang')).toBe(lang);

    const links = 'https://un.example/a, https://deux.example/b, https://trois.example/c';
    const held = await post('submit-comment', { article: 'gare', author: 'Zoé', text: `${text}: ${links}` });
    const receipt = new URL(held.headers.location ?? '').pathname.split('/').at(-1) ?? '';
    const shown = await ask('show-receipt', { params: { receipt }, headers });
    expect(langOf(shown.body)).toBe(lang);
  });
});

test('without a language of ours the site’s counts, and a browser that would show a fragment keeps its language', async () => {
  for (const query of ['', 'lang=de', 'lang=']) expect(langOf((await render(query)).body)).toBe('fr');
  const led = await render('lang=en', { ...german, 'sec-fetch-dest': 'document' });
  expect(new URL(led.headers.location ?? '').searchParams.get('lang')).toBe('en');
});
