import { beforeAll, describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { languages } from '../../src/comment/site.ts';
import { wordsIn } from '../../src/pages/words/words.ts';
import { type Ask, ask } from '../journeys/call-gateway.ts';
import { decide, list, submit, submitForm } from '../journeys/requests.ts';
import { BASE_URL, ORIGIN, withBackend } from '../journeys/with-backend.ts';
import { anId, aSite, aStored } from '../storage/with-store.ts';
import { controlValue, parse } from './markup.ts';

const backend = withBackend();
const LINK = `${ORIGIN}/2026/03/gare?p=12`;
const params = { site: 'lecteurs' };
const FRENCH = { 'accept-language': 'fr', accept: 'text/html' };
const noFlood = { flood: { pauseS: null, per10Min: null, perDay: null } };

beforeAll(async () => {
  const policy = readPolicy({
    ...noFlood,
    formToken: { minS: 0 },
    firstComment: { approvedMin: 0 },
    text: { charactersMin: 5 },
  });
  const site = { ...params, id: 'lecteurs', name: 'Le Journal', origins: [ORIGIN], policy };
  await backend.store.saveSite(aSite({ ...site, timeZone: 'America/Toronto' }), 0);
  for (let n = 1; n <= 120; n += 1)
    await backend.store.add(
      aStored({ site: 'lecteurs', article: 'longue', id: anId(n), status: 'approved', text: `Texte ${n} !` }),
    );
});

const render = (asked: Ask) => ask('render-comments', { params, article: 'longue', ...asked });
const form = (asked: Ask) => ask('open-form', { params, article: 'longue', ...asked });
const hrefs = (markup: string) =>
  parse(markup).tags.flatMap(({ attributes }) => attributes.get('href') ?? []);
const hrefOf = (markup: string, text: string) =>
  [...markup.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)]
    .find(([, , label]) => label === text)?.[1]
    ?.replaceAll('&amp;', '&') ?? '';
const queryOf = (href: string) => new URL(href).search.slice(1);

describe('a list of comments', () => {
  test('that is a whole page names its feed, and a part of a page none', async () => {
    const linked = /<link rel="alternate" type="application\/atom\+xml" href="([^"]*)">/;
    const [, feed] = (await render({ query: 'as=page' })).body.match(linked) ?? [];
    expect(feed).toBe(`${BASE_URL}/v1/sites/lecteurs/comments.atom?article=longue`);
    expect((await render({})).body).not.toMatch(linked);
  });

  test('opened in a browser by itself is a whole page, under the name of its site and with a way on', async () => {
    const led = await render({ headers: { ...FRENCH, 'sec-fetch-dest': 'document' } });
    expect(led.statusCode).toBe(303);
    expect(led.headers['cache-control']).toBe('no-store');
    const location = new URL(led.headers.location ?? '');
    expect([location.origin, location.searchParams.get('as')]).toEqual([BASE_URL, 'page']);
    const page = await ask('render-comments', { params, query: queryOf(location.href), headers: FRENCH });
    expect(page.body).toContain('<!doctype html>');
    expect(page.body).toContain('– Le Journal</title>');
    expect(hrefs(page.body)).toContain(`${ORIGIN}/`);
    const next = hrefOf(page.body, 'Suite des commentaires');
    const second = await ask('render-comments', { params, query: queryOf(next), headers: FRENCH });
    expect(second.body).toContain(`id="comment-${anId(51)}"`);
    expect(hrefOf(second.body, 'Depuis le premier commentaire')).toContain('as=page');
  });

  test('put on a publisher’s page keeps its readers there, whatever that page’s own parameters are', async () => {
    const page = `page=${encodeURIComponent(`${LINK}&cursor=old#top`)}`;
    const { body } = await render({ query: page, headers: FRENCH });
    expect(body).not.toContain('<!doctype');
    const next = new URL(hrefOf(body, 'Suite des commentaires'));
    expect([next.origin + next.pathname, next.searchParams.get('p'), next.hash]).toEqual([
      `${ORIGIN}/2026/03/gare`,
      '12',
      '#comments',
    ]);
    expect(hrefOf(body, 'Écrire un commentaire')).toBe('#respond');
    const cursor = `cursor=${next.searchParams.get('cursor')}`;
    const second = await render({ query: `${page}&${cursor}`, headers: FRENCH });
    expect(second.body).toContain(`id="comment-${anId(51)}"`);
    expect(hrefOf(second.body, 'Depuis le premier commentaire')).toBe(`${LINK}#comments`);
  });

  test('whose publisher’s page takes no comments has no ways to write, on that page and by itself', async () => {
    const page = `page=${encodeURIComponent(LINK)}`;
    for (const query of [`${page}&closed=yes`, `${page}&closed=yes&as=page`]) {
      const { body } = await render({ query, headers: FRENCH });
      expect(body).toContain(wordsIn('fr').comments.closed);
      expect(body).not.toMatch(/#respond|\/form\?/);
      expect(body).toMatch(/\/report\?/);
    }
    const led = await render({ query: 'closed=yes', headers: { ...FRENCH, 'sec-fetch-dest': 'document' } });
    expect(new URL(led.headers.location ?? '').searchParams.get('closed')).toBe('yes');
    const whole = await render({ query: 'closed=yes&as=page', headers: FRENCH });
    expect(hrefOf(whole.body, 'Suite des commentaires')).toContain('closed=yes');
    expect((await render({ query: 'closed=no' })).json().code).toBe('invalid-query');
  });

  test('stays on no page of strangers', async () => {
    for (const page of ['https://evil.example/', '//evil.example', 'javascript:alert(1)', 'x']) {
      const query = `page=${encodeURIComponent(page)}`;
      for (const open of [render, form])
        expect([page, (await open({ query })).statusCode >= 400]).toEqual([page, true]);
    }
  });

  test('holds the comment that a permalink names, beyond the first page too', async () => {
    for (const n of [1, 51, 120]) {
      const { comments } = (await list('longue', { params, query: `around=${anId(n)}` })).json();
      expect(comments.map(({ id }: { id: string }) => id)).toContain(anId(n));
      expect((await render({ query: `around=${anId(n)}` })).body).toContain(
        `<article id="comment-${anId(n)}">`,
      );
    }
    const gone = await list('longue', { params, query: `around=${anId(999)}` });
    expect([gone.statusCode, gone.json().code]).toEqual([404, 'comment-not-found']);
    const page = await render({ query: `around=${anId(999)}`, headers: FRENCH });
    expect([page.statusCode, page.body.includes('n’est pas ou plus en ligne')]).toEqual([200, true]);
  });

  test('shows times by the clock of its site', async () => {
    const { body } = await render({ headers: FRENCH });
    const [, machine = '', shown = ''] = body.match(/<time datetime="([^"]+)">([^<]+)</) ?? [];
    const expected = new Intl.DateTimeFormat('fr-FR', {
      ...{ timeZone: 'America/Toronto', hour: '2-digit', minute: '2-digit' },
    }).format(new Date(machine));
    expect(shown).toContain(expected);
  });
});

describe('an answer without JavaScript', () => {
  test('is written under the words it answers, and comes back to its article, to itself', async () => {
    const { body } = await render({ query: `page=${encodeURIComponent(LINK)}`, headers: FRENCH });
    const reply = queryOf(hrefOf(body, 'Répondre').replace(/^$/, 'https://none.example/'));
    expect(reply).toContain(`parent=${anId(1)}`);
    const page = await ask('open-form', { params, query: reply, headers: FRENCH });
    expect(page.statusCode).toBe(200);
    expect(parse(page.body).text).toContain('Texte 1\u202F!');
    expect(page.headers['cache-control']).toBe('no-store');
    const fields = ['article', 'parent', 'redirect_to', 'formToken'].map((name) => [
      name,
      controlValue(page.body, name) ?? '',
    ]);
    const sent = await submitForm(
      'longue',
      { ...Object.fromEntries(fields), author: 'Zoé', text: 'Tout à fait d’accord.' },
      { params, headers: { accept: 'text/html' } },
    );
    expect(sent.statusCode).toBe(303);
    const location = new URL(sent.headers.location ?? '');
    const around = location.searchParams.get('around') ?? '';
    expect([location.origin, location.searchParams.get('p'), location.hash]).toEqual([
      ORIGIN,
      '12',
      `#comment-${around}`,
    ]);
    const { comments } = (await list('longue', { params, query: `around=${around}` })).json();
    expect(comments.find(({ id }: { id: string }) => id === around)).toMatchObject({ parent: anId(1) });
  });

  test('to a comment that is not published is refused as a page with a way on', async () => {
    await backend.store.add(aStored({ site: 'lecteurs', article: 'longue', id: anId(500) }));
    for (const n of [500, 999]) {
      const refused = await form({ query: `parent=${anId(n)}`, headers: FRENCH });
      expect(refused.statusCode).toBe(404);
      expect(hrefs(refused.body)).toContain(`${ORIGIN}/`);
      expect(refused.body).not.toContain('<form');
    }
  });

  test('is not asked for where the article is closed', async () => {
    await backend.store.saveArticle({ site: 'lecteurs', id: 'fermee', mode: 'closed' }, 0);
    const page = await form({ article: 'fermee', headers: FRENCH });
    expect([page.statusCode, page.body.includes('<form')]).toEqual([200, false]);
    expect((await render({ article: 'fermee' })).body).not.toContain('/form?');
  });

  test('programs still get a token as data', async () => {
    const { headers, json } = await form({ query: `parent=${anId(1)}` });
    expect(headers['content-type']).toContain('json');
    expect(json()).toMatchObject({ mode: 'open' });
  });
});

describe('a refused form', () => {
  const refuse = (language: string, fields: Record<string, string>) =>
    submitForm(
      'refus',
      { author: 'Zoé', link: `${ORIGIN}/refus`, ...fields },
      { params, headers: { accept: 'text/html', 'accept-language': language } },
    );

  test.each(languages)('says exactly what is wrong with the text, in %s', async (language) => {
    const { reasons } = wordsIn(language);
    const said = async (text: string) => parse((await refuse(language, { text })).body).text;
    expect(await said(' \n')).toContain(reasons.text.missing);
    expect(await said('\u200B')).toContain(reasons.text.invisible);
    expect(await said('Oui')).toContain(reasons.text['too-short'](5));
    expect(await said('é'.repeat(10_012))).toContain(reasons.text['too-long'](10_000, 12));
    expect(await said(`a${'\u0301'.repeat(90)} voilà`)).toContain(reasons.text.marks);
    const nameless = await refuse(language, { author: ' ', text: 'Bien dit.' });
    expect(parse(nameless.body).text).toContain(reasons.author.missing);
  });

  test('leads back to its article, or to its site where that is not known or another’s', async () => {
    const back = async (link: string) => hrefs((await refuse('fr', { text: '', link })).body);
    expect(await back(`${ORIGIN}/refus`)).toContain(`${ORIGIN}/refus`);
    for (const link of ['https://evil.example/', 'javascript:alert(1)', '']) {
      const found = await back(link);
      expect([link, found.at(-1)]).toEqual([link, `${ORIGIN}/`]);
    }
  });
});

describe('a receipt', () => {
  test('of what is published where nobody knows the article’s page leads to it on ours', async () => {
    const fields = { author: 'Zoé', text: 'Une remarque à part.' };
    const { receipt } = (await submit('sans-page', fields, { params })).json();
    const page = await ask('show-receipt', { params: { receipt }, headers: FRENCH });
    const seen = hrefOf(page.body, 'Voir le commentaire en ligne');
    const shown = await ask('render-comments', { params, query: queryOf(seen), headers: FRENCH });
    expect(shown.body).toContain(`id="${new URL(seen).hash.slice(1)}"`);
  });

  test('of what is refused offers nothing to see', async () => {
    const fields = { author: 'Zoé', text: 'Encore une remarque.', link: `${ORIGIN}/a-part` };
    const sent = await submitForm('a-part', fields, {
      params: { site: 'demo' },
      headers: { accept: 'text/html' },
    });
    const receipt = new URL(sent.headers.location ?? '').pathname.split('/').at(-1) ?? '';
    const [comment] = (await backend.kept()).filter(
      ({ pk, sk }) => pk?.S === 'demo#a-part' && sk?.S?.startsWith('C#'),
    );
    await decide('a-part', comment?.sk?.S?.slice(2) ?? '', 'reject');
    const page = await ask('show-receipt', { params: { receipt }, headers: FRENCH });
    expect(page.body).toContain('Non publié');
    expect(hrefOf(page.body, 'Voir le commentaire en ligne')).toBe('');
    expect(hrefOf(page.body, 'Retour à l’article')).toBe(`${ORIGIN}/a-part`);
  });
});
