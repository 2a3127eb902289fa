import { beforeAll, describe, expect, test } from '@jest/globals';
import { commentAddress, commentsPageAddress } from '../../../src/comment/addresses.ts';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { wordsIn } from '../../../src/pages/words/words.ts';
import { stopClock } from '../../clock.ts';
import { parse } from '../../pages/markup.ts';
import { aSite } from '../../storage/with-store.ts';
import { type Answer, type Ask, ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, list, pending, submit, submitForm } from '../requests.ts';
import { BASE_URL, noFlood, ORIGIN, withBackend } from '../with-backend.ts';

const backend = withBackend();
const TEXT =
  'Merci pour cet article.\n\nJe prends ce train « tous » les matins & rien n’a changé <depuis> 1998 !';
const fields = { author: 'Camille', text: TEXT };
/** Too short to be compared with others: what is sent under many articles is published all the same. */
const brief = { author: 'Camille', text: 'Un mot sur <ce> train.' };
const LINK = `${ORIGIN}/2026/03/gare`;
const COOKIE = '__Host-palabre-visitor';
const RECEIPT = new RegExp(`^${BASE_URL}/r/[\\w-]{60,}$`);

/** Pseudonym of whoever wrote a text. */
const authorOf = async (text: string) =>
  (await backend.dump()).find((item) => item.shown?.M?.text?.S === text && item.a)?.a?.S;

/** What a form comes back with besides its text: hidden fields, too. */
const hiddenIn = (body: string): Record<string, string> =>
  Object.fromEntries(
    parse(body)
      .tags.filter(({ name }) => name === 'input')
      .map(({ attributes }) => attributes)
      .filter((input) => input.get('type') !== 'checkbox' || input.has('checked'))
      .map((input) => [input.get('name') ?? '', input.get('value') ?? '']),
  );

/** On a site that trusts everybody, so that what passes is published at once. */
const onOpen = (article = 'gare'): Ask => ({ params: { site: 'libre' }, article });
const openPage = (answer: Answer, headers: Record<string, string> = {}) =>
  ask('show-receipt', {
    headers: { accept: 'text/html', ...headers },
    params: { receipt: answer.headers.location?.split('/r/')[1] ?? '' },
  });

beforeAll(async () => {
  const site = { origins: [ORIGIN], name: 'Libre' };
  const trusting = { ...noFlood, firstComment: { approvedMin: 0, unseenMax: null } };
  await backend.store.saveSite(aSite({ ...site, id: 'libre', policy: trusting }), 0);
  const oneOnly = readPolicy({ flood: { ...noFlood.flood, networkPer10Min: 1 } });
  await backend.store.saveSite(aSite({ ...site, id: 'rythme', policy: oneOnly }), 0);
  await backend.store.saveSite(aSite({ ...site, id: 'english', language: 'en', policy: noFlood }), 0);
});

describe('a comment sent without JavaScript', () => {
  test('leads to its receipt while it waits, and the receipt is a page that says so', async () => {
    const answer = await submitForm('attente', { ...fields, link: LINK, title: 'La gare' });
    expect([answer.statusCode, answer.body]).toEqual([303, '']);
    expect(answer.headers.location).toMatch(RECEIPT);
    const page = await openPage(answer);
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(parse(page.body).text).toContain('rien n’a changé <depuis> 1998');
  });

  test('leads to itself on its article once it is published', async () => {
    const answer = await submitForm('gare', { ...brief, link: LINK }, onOpen());
    const { comments } = (await list('gare', onOpen())).json();
    expect(answer.headers.location).toBe(commentAddress(LINK, comments[0].id));
  });

  test('leads to our page of its article when nobody knows where that is', async () => {
    const answer = await submitForm('sans-adresse', brief, onOpen('sans-adresse'));
    const { comments } = (await list('sans-adresse', onOpen('sans-adresse'))).json();
    const of = { article: 'sans-adresse', around: comments[0].id, lang: 'fr' } as const;
    expect(answer.headers.location).toBe(commentsPageAddress(BASE_URL, 'libre', of));
    const waiting = await submitForm('sans-adresse', fields);
    expect(waiting.headers.location).toMatch(RECEIPT);
  });

  test.each([
    [`${ORIGIN}/2026/05/halle/?utm_source=lettre#avis`, `${ORIGIN}/2026/05/halle/`],
    [`${ORIGIN}/fr/?p=12`, `${ORIGIN}/fr/?p=12`],
  ])('leads back to an article that is named by its address, %s', async (article, link) => {
    const answer = await submitForm(article, brief, onOpen(article));
    const { comments } = (await list(article, onOpen(article))).json();
    expect(answer.headers.location).toBe(commentAddress(link, comments[0].id));
    const known = { ...brief, text: 'Et encore un mot.' };
    expect((await submitForm(article, known, onOpen(article))).headers.location).toContain(`${link}`);
  });

  test('leads to no page of another site, whatever names its article', async () => {
    const foreign = await submitForm(
      'https://ailleurs.example/a',
      brief,
      onOpen('https://ailleurs.example/a'),
    );
    expect(foreign.statusCode).toBe(422);
    const plain = ORIGIN.replace('https:', 'http:');
    const answer = await submitForm(`${plain}/clair`, brief, onOpen(`${plain}/clair`));
    expect(new URL(answer.headers.location ?? '').origin).toBe(BASE_URL);
  });

  test('may have the names of a WordPress form', async () => {
    const answer = await submitForm('wordpress', {
      author: 'Camille',
      email: 'camille@example.org',
      url: 'camille.example.org',
      comment: TEXT,
      comment_parent: '0',
      comment_post_ID: '42',
      submit: 'Laisser un commentaire',
      'wp-comment-cookies-consent': 'yes',
      redirect_to: LINK,
    });
    expect(answer.statusCode).toBe(303);
    const [waiting] = (await pending()).filter((comment: any) => comment.article.id === 'wordpress');
    expect(waiting).toMatchObject({
      author: { name: 'Camille', url: 'https://camille.example.org/' },
      text: TEXT,
      parent: null,
    });
  });

  test('answers another under WordPress’s name for it', async () => {
    const link = { link: LINK };
    await submitForm('fil', { ...brief, ...link }, onOpen('fil'));
    const [first] = (await list('fil', onOpen('fil'))).json().comments;
    const reply = { author: 'David', comment: 'Moi aussi.', comment_parent: first.id };
    await submitForm('fil', { ...reply, ...link }, onOpen('fil'));
    expect((await list('fil', onOpen('fil'))).json().comments).toMatchObject([
      { id: first.id, parent: null },
      { parent: first.id, thread: first.id },
    ]);
  });

  test('keeps line breaks as browsers send them', async () => {
    await submitForm('lignes', { ...brief, text: 'Un\r\ndeux\r\n\r\ntrois' }, onOpen('lignes'));
    expect((await list('lignes', onOpen('lignes'))).json().comments[0].text).toBe('Un\ndeux\n\ntrois');
  });
});

describe('where a form asks to go back to', () => {
  test.each([`${ORIGIN}/autre?page=2`, '/autre?page=2', `${LINK}#commentaires`])(
    '%s is taken',
    async (asked) => {
      const answer = await submitForm(
        'retour',
        { ...brief, link: LINK, redirect_to: asked },
        onOpen('retour'),
      );
      const { comments } = (await list('retour', onOpen('retour'))).json();
      expect(answer.headers.location).toBe(commentAddress(new URL(asked, LINK).href, comments[0].id));
    },
  );

  test.each([
    ...[
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https:evil.example',
      'https:///evil.example',
    ],
    ...['https://www.example.fr@evil.example', 'https://www.example.fr.evil.example', 'javascript:alert(1)'],
    ...[
      '%0d%0aSet-Cookie:a=b',
      '\r\nSet-Cookie:a=b',
      `${ORIGIN}:444/`,
      'http://www.example.fr/',
      'data:text/html,x',
    ],
    ...[
      `https://u:p@www.example.fr/`,
      ' //evil.example',
      '/\t/evil.example',
      `/${'x'.repeat(5_000)}`,
      'null',
      '',
    ],
    ...['//www.example.fr/x', '///evil.example', '/\\/evil.example', 'x', '?x', '.', '\u2028//evil.example'],
  ])('%j leads to the article', async (asked) => {
    const answer = await submitForm(
      'ailleurs',
      { ...brief, link: LINK, redirect_to: asked },
      onOpen('ailleurs'),
    );
    const { comments } = (await list('ailleurs', onOpen('ailleurs'))).json();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, commentAddress(LINK, comments[0].id)]);
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.cookies).toBeUndefined();
  });

  test('a page of another site is linked nowhere, and refuses no reader who did not fill it in', async () => {
    const links = ['https://evil.example/', `${ORIGIN}.evil.example/`, 'http://www.example.fr/'];
    for (const [n, link] of links.entries()) {
      const sent = { ...brief, text: `${brief.text} ${n}`, link, redirect_to: link };
      const answer = await submitForm('etranger', sent, onOpen('etranger'));
      expect(answer.statusCode).toBe(303);
      expect(new URL(answer.headers.location ?? '').origin).toBe(BASE_URL);
      expect(answer.headers.location).not.toContain('evil');
    }
  });
});

describe('a refused form', () => {
  const closed = { method: 'PUT', article: 'fermé', body: { mode: 'closed' } };
  const long = TEXT.repeat(120);
  const refusals: readonly (readonly [string, number, () => Promise<Answer>])[] = [
    ['with a wrong field', 422, () => submitForm('refus', { author: '', text: TEXT })],
    ['with a text too long', 422, () => submitForm('refus', { ...fields, text: long })],
    ['on a closed article', 403, () => submitForm('fermé', fields)],
    [
      'from another origin',
      403,
      () => submitForm('refus', fields, { headers: { origin: 'https://evil.example' } }),
    ],
    ['on an article of no name', 422, () => submitForm('\0', fields)],
    ['on no site', 404, () => submitForm('refus', fields, { params: { site: 'inconnu' }, article: 'a' })],
    [
      'that answers nothing',
      422,
      () => submitForm('refus', { ...fields, comment_parent: '01KJVN6A2HWZ3K0V5YB6Q8R9TD' }),
    ],
    ['with a broken key', 400, () => submitForm('refus', fields, { headers: { 'idempotency-key': 'a,b' } })],
    [
      'too soon after another',
      429,
      async () => {
        const asked = { params: { site: 'rythme' }, article: 'refus' };
        const clock = stopClock();
        try {
          await submitForm('refus', { ...fields, text: 'Un premier mot.' }, asked);
          return await submitForm('refus', fields, asked);
        } finally {
          clock.restart();
        }
      },
    ],
  ];

  test.each(refusals)('%s comes back as a page with all that was typed', async (_, status, refused) => {
    await asModerator('change-article', closed);
    const before = (await backend.kept()).length;
    const answer = await refused();
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { text, tags } = parse(answer.body);
    expect(text).toContain(status === 422 && text.includes(long) ? long : TEXT);
    expect(tags.find(({ name }) => name === 'html')?.attributes.get('lang')).toBe('fr');
    expect(answer.body).not.toMatch(/node_modules|\.ts:|test-\d+|DynamoDB/);
    // The comment before this one, and its day.
    expect((await backend.kept()).length - before).toBeLessThanOrEqual(status === 429 ? 2 : 0);
    if (status === 429) expect(answer.headers['retry-after']).toBe('600');
  });

  test('can be sent again as it is, with a fresh form token', async () => {
    const page = await submitForm('encore', {
      ...fields,
      author: '',
      link: LINK,
      'wp-comment-cookies-consent': 'yes',
    });
    const { tags } = parse(page.body);
    const form = tags.find(({ name }) => name === 'form');
    expect(form?.attributes.get('method')).toBe('post');
    const again = hiddenIn(page.body);
    expect(again).toMatchObject({ link: LINK, formToken: expect.stringMatching(/^[\w-]{50,}$/) });
    const answer = await submitForm('encore', { ...again, author: 'Camille', text: TEXT });
    expect([answer.statusCode, answer.cookies?.length]).toEqual([303, 1]);
  });

  test.each(['that was shown a while ago', 'without a token'])(
    'may be corrected at once: a form %s does not begin anew',
    async (which) => {
      const clock = stopClock();
      try {
        const asked = onOpen('corrige');
        const shown = await ask('open-form', asked);
        clock.pass(60);
        const token = which.startsWith('without') ? {} : { formToken: shown.json().formToken };
        const typed = { author: 'Camille', text: `Un mot, d’un formulaire ${which}.` };
        const page = await submitForm('corrige', { ...typed, ...token, email: 'camille@' }, asked);
        const again = hiddenIn(page.body).formToken ?? '';
        expect(again).toMatch(/^[\w-]{50,}$/);
        clock.pass(1);
        const answer = await submitForm('corrige', { ...typed, formToken: again }, asked);
        expect(answer.headers.location).toContain('#comment-');
      } finally {
        clock.restart();
      }
    },
  );

  test.each([
    ['fr', 'fr'],
    ['en-GB,en;q=0.9', 'en'],
    ['de,fr;q=0.5,en;q=0.1', 'fr'],
    ['de', 'fr'],
    ['*', 'fr'],
  ])('speaks its reader’s language: %s', async (accept, language) => {
    const { body } = await submitForm('refus', { author: '' }, { headers: { 'accept-language': accept } });
    expect(body).toContain(`<html lang="${language}">`);
  });

  test('speaks its site’s language to who states none, and the reader’s even where no site is', async () => {
    const english = await submitForm('refus', { author: '' }, { params: { site: 'english' }, article: 'a' });
    expect(english.body).toContain('<html lang="en">');
    const large = { text: 'x'.repeat(70_000) };
    const unread = await submitForm('refus', large, { params: { site: 'english' }, article: 'a' });
    expect([unread.statusCode, unread.body.includes('<html lang="en">')]).toEqual([413, true]);
    const nowhere = { params: { site: 'inconnu' }, article: 'a', headers: { 'accept-language': 'en' } };
    expect((await submitForm('refus', fields, nowhere)).body).toContain('<html lang="en">');
  });

  test.each([
    ['broken multipart', 400, 'multipart/form-data; boundary=x', '--x\r\n\r\nBonjour\r\n--x--'],
    ['plain text', 415, 'text/plain', 'author=Camille\r\ntext=Bonjour'],
    ['another charset', 415, 'application/x-www-form-urlencoded; charset=iso-8859-1', 'author=a'],
    ['too large', 413, 'application/x-www-form-urlencoded', `text=${'x'.repeat(70_000)}`],
    ['unreadable', 400, 'application/x-www-form-urlencoded', 'text=%f'],
  ])('whose body is %s is a page too, to a browser', async (_, status, type, body) => {
    const headers = {
      'content-type': type,
      accept: 'text/html,application/xhtml+xml',
      'accept-language': 'en',
    };
    const answer = await submit('illisible', body, { headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('<html lang="en">');
    parse(answer.body);
  });

  test('gives back what was typed in a multipart form that brings a file', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ article: 'fichier', author: 'Inès', text: 'Mon récit.' }))
      form.set(name, value);
    form.set('photo', new File(['GIF89a'], 'a.gif', { type: 'image/gif' }));
    const sent = new Response(form);
    const answer = await submit('fichier', await sent.text(), {
      headers: { 'content-type': sent.headers.get('content-type') ?? '', accept: 'text/html' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Mon récit.');
    expect(answer.body).toContain('Inès');
    expect(answer.body).not.toContain('GIF89a');
  });

  test.each<[string, number, string, string, 'kept' | 'partly' | 'lost']>([
    [
      'with a hundred fields before the text',
      413,
      'application/x-www-form-urlencoded',
      `${'x=1&'.repeat(100)}text=Mon+r%C3%A9cit.`,
      'kept',
    ],
    [
      'without its end',
      400,
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nMon récit.',
      'partly',
    ],
    ['in plain text', 415, 'text/plain', 'text=Mon récit.', 'lost'],
    ['without any field of ours', 400, 'application/x-www-form-urlencoded', 'x=%', 'lost'],
  ])('%s says truly how much of what was typed is on the page', async (_, status, type, body, kept) => {
    const headers = { 'content-type': type, accept: 'text/html', 'accept-language': 'fr' };
    const answer = await submit('tronque', body, { headers });
    const { text } = parse(answer.body);
    expect([answer.statusCode, text.includes('Mon récit.')]).toEqual([status, kept !== 'lost']);
    const { refusal } = wordsIn('fr');
    const said = (['kept', 'partly', 'lost'] as const).filter((one) => text.includes(refusal[one]));
    expect(said).toEqual([kept]);
  });

  test('of a text that is far too long brings back its beginning, and what was typed behind it', async () => {
    const form = { text: 'é'.repeat(600_000), email: 'camille@example.org' };
    const answer = await submitForm('immense', form, { headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.body.includes('value="camille@example.org"')]).toEqual([413, true]);
    expect(parse(answer.body).text).toContain(wordsIn('fr').refusal.partly);
  });

  test('was answered at an address that a browser may open again, and is led to a page; a program is refused', async () => {
    const headers = { accept: 'text/html' };
    const open = (query: string, asked: Ask = {}) =>
      ask('list-comments', { params: { site: 'demo' }, query, ...asked });
    const led = await open('lang=fr', { headers });
    expect([led.statusCode, led.headers.location]).toEqual([
      303,
      '/v1/sites/demo/comments.html?lang=fr&as=page',
    ]);
    expect([
      (await open('lang=fr')).statusCode,
      (await open('', { article: 'gare', headers })).statusCode,
    ]).toEqual([422, 200]);
    const [, query = ''] = led.headers.location?.split('?') ?? [];
    const page = await ask('render-comments', { params: { site: 'demo' }, query, headers });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const nowhere = await open('', { headers, params: { site: 'nulle-part' } });
    expect(nowhere.headers.location).toBe('/v1/sites/nulle-part/comments.html?as=page');
  });

  test('of an old page in windows-1252 comes back, and is kept, as it was typed', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
    const typed = 'article=ancien&author=Zo%E9&text=D%E9j%E0+%80+5%85';
    const refused = await submit('ancien', `${typed}&parent=1`, { headers });
    expect(refused.statusCode).toBe(422);
    for (const part of ['Zoé', 'Déjà € 5…']) expect(refused.body).toContain(part);
    expect((await submit('ancien', typed, { headers })).statusCode).toBe(303);
    const listed = await asModerator('list-article-comments', { article: 'ancien' });
    expect(listed.json().comments).toMatchObject([{ text: 'Déjà € 5…', author: { name: 'Zoé' } }]);
  });

  test('whose body no program asked a page for is a problem document', async () => {
    const headers = { 'content-type': 'text/plain', accept: '*/*' };
    const answer = await submit('illisible', '--x--', { headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([415, 'application/problem+json']);
    const asJson = { headers: { accept: 'text/html' } };
    expect((await submit('illisible', {}, asJson)).headers['content-type']).toBe('application/problem+json');
  });
});

describe('a form that a script sends', () => {
  const FORM = 'application/x-www-form-urlencoded';
  const form = new FormData();
  for (const [name, value] of Object.entries({ article: 'script', author: 'Inès', text: 'Par un script.' }))
    form.set(name, value);

  test.each<[string, Record<string, string>]>([
    ['that asks for JSON', { accept: 'application/json' }],
    ['that shouts for it', { accept: 'APPLICATION/JSON' }],
    ['that likes it better than a page', { accept: 'text/html;q=0.1, application/json' }],
    ['that asks for no page', { accept: 'application/*' }],
    ['of a page that takes anything', { accept: '*/*', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['of the site itself', { accept: '*/*', 'sec-fetch-mode': 'same-origin', 'sec-fetch-dest': 'empty' }],
  ])('%s is answered in JSON, with what its page may read', async (_, headers) => {
    const asked = { headers: { ...headers, 'content-type': FORM, origin: ORIGIN } };
    const answer = await submitForm('script', { ...fields, text: JSON.stringify(headers) }, asked);
    expect([answer.statusCode, answer.json().status]).toEqual([202, 'pending']);
    expect(answer.headers['access-control-allow-origin']).toBe(ORIGIN);
    const refused = await submitForm('script', { author: '' }, asked);
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([422, 'application/problem+json']);
    expect(refused.headers['access-control-allow-origin']).toBe(ORIGIN);
  });

  test('as FormData is read as any other', async () => {
    const sent = new Response(form);
    const headers = {
      accept: 'application/json',
      'content-type': sent.headers.get('content-type') ?? '',
      origin: ORIGIN,
    };
    const bytes = new Uint8Array(await sent.arrayBuffer());
    const answer = await submit('script', undefined, { bytes, headers });
    expect([answer.statusCode, answer.json().status]).toEqual([202, 'pending']);
  });

  test.each<Record<string, string>>([
    {
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    },
    { accept: '*/*' },
    {},
  ])('and one that a browser sends by itself leads on: %j', async (headers) => {
    const answer = await submitForm(
      'navigue',
      { ...fields, text: `x ${JSON.stringify(headers)}` },
      { headers },
    );
    expect(answer.statusCode).toBe(303);
  });
});

describe('the cookie', () => {
  const consent = { 'wp-comment-cookies-consent': 'yes' };

  test('is set with consent only, and for nobody else to read', async () => {
    for (const without of [{}, { 'wp-comment-cookies-consent': '' }, { 'wp-comment-cookies-consent': 'no' }])
      expect((await submitForm('cookie', { ...fields, ...without })).cookies).toBeUndefined();
    const { cookies } = await submitForm('cookie', { ...fields, ...consent, text: `${TEXT} Oui.` });
    expect(cookies).toEqual([
      expect.stringMatching(
        new RegExp(`^${COOKIE}=[\\w-]+; Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax$`),
      ),
    ]);
    expect(JSON.stringify(await submit('cookie', { ...fields, text: 'Autre' }))).not.toContain(COOKIE);
  });

  test('proves its author: once trusted, the next comment is published at once; two of the name prove nothing', async () => {
    const link = { link: LINK };
    const first = await submitForm('confiance', { ...fields, ...consent, ...link });
    const cookie = first.cookies?.[0]?.split(';')[0] ?? '';
    const [waiting] = (await pending()).filter((comment: any) => comment.article.id === 'confiance');
    await decide('confiance', waiting.id, 'approve');
    await follow(backend);

    const second = { ...fields, ...link, text: 'Un second commentaire du même auteur.' };
    const forged = cookie.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'));
    const unproven = [
      [cookie, cookie],
      [cookie, forged],
      [forged],
      [`x=1; ${cookie}`],
      [`${cookie.toLowerCase()}`],
    ];
    for (const [tried, cookies] of unproven.entries()) {
      const answer = await submitForm('confiance', { ...second, author: `C${tried}` }, { cookies });
      expect(answer.headers.location).toMatch(RECEIPT);
    }
    const published = await submitForm('confiance', second, { cookies: ['other=1', cookie] });
    expect(published.headers.location).toMatch(new RegExp(`^${LINK}[?]around=\\w+#comment-`));
    expect((await list('confiance')).json().comments).toHaveLength(2);
  });

  test('is believed no more once its box comes unticked, and is taken away; a form without the box says nothing of it', async () => {
    const first = await submitForm('oubli', { ...fields, ...consent, text: 'Avec la case.' });
    const cookies = [first.cookies?.[0]?.split(';')[0] ?? ''];
    const known = await authorOf('Avec la case.');
    const theme = await submitForm('oubli', { ...fields, text: 'D’un thème.' }, { cookies });
    expect([theme.cookies, await authorOf('D’un thème.')]).toEqual([undefined, known]);

    const unticked = { author: 'Yann', text: 'De quelqu’un d’autre.', consent_offered: 'yes' };
    const forgotten = `${COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`;
    for (const _ of ['first', 'again']) {
      const answer = await submitForm('oubli', unticked, { cookies });
      expect(answer.cookies).toEqual([forgotten]);
    }
    const other = await authorOf(unticked.text);
    expect([typeof other, other === known]).toEqual(['string', false]);
    const nobody = await submitForm('oubli', { ...unticked, text: 'Sans cookie.' });
    expect(nobody.cookies).toBeUndefined();
  });

  test('is shown in force by a ticked box, on the form’s own page and on that of a refused form that did not ask', async () => {
    const cookies = [
      (await submitForm('coche', { ...fields, ...consent })).cookies?.[0]?.split(';')[0] ?? '',
    ];
    const boxOf = ({ body }: Answer) => {
      expect(body).toContain('name="consent_offered" value="yes"');
      return /name="wp-comment-cookies-consent" value="yes"( checked)?>/.exec(body)?.[1] ?? '';
    };
    const open = (asked: Ask) =>
      ask('open-form', { params: { site: 'demo' }, article: 'coche', query: 'as=page', ...asked });
    const refused = (more: object, asked: Ask) => submitForm('coche', { author: '', ...more }, asked);
    expect(boxOf(await open({}))).toBe('');
    expect(boxOf(await open({ cookies }))).toBe(' checked');
    expect(boxOf(await open({ cookies, params: { site: 'libre' } }))).toBe('');
    expect((await open({ cookies })).headers['cache-control']).toBe('no-store');
    expect(boxOf(await refused({ text: 'x' }, { cookies }))).toBe(' checked');
    expect(boxOf(await refused({ text: 'x', consent_offered: 'yes' }, { cookies }))).toBe('');
    expect(boxOf(await refused({ text: 'x' }, {}))).toBe('');
  });

  test('publishes no links: trust is not a way past the other checks', async () => {
    const { visitor, id } = (await submit('liens', fields)).json();
    await decide('liens', id, 'approve');
    await follow(backend);
    const spam = { ...fields, text: 'https://a.example.com et https://b.example.com', visitor };
    expect((await submit('liens', spam)).json().status).toBe('pending');
    const typed = { ...fields, text: 'Même nom, même e-mail.', email: 'camille@example.org' };
    expect((await submit('liens', typed)).json().status).toBe('pending');
    expect(
      (await submit('liens', { ...typed, text: 'Avec preuve cette fois.', visitor })).json().status,
    ).toBe('published');
  });
});

describe('what a sender says of the article', () => {
  test('leads them back, and nobody else before a moderator approved it', async () => {
    const own = await openPage(await submitForm('titre', { ...fields, link: LINK, title: 'Ma gare' }));
    expect(own.body).toContain(`href="${LINK}"`);
    await follow(backend);
    const another = { ...fields, author: 'Yann', text: 'Un tout autre avis sur ce train de nuit.' };
    const { id } = (await submit('titre', another, { ip: '192.0.2.90' })).json();
    const others = async () =>
      (await list('titre')).body + (await asModerator('read-article', { article: 'titre' })).body;
    expect(await others()).not.toContain('Ma gare');
    await decide('titre', id, 'approve');
    await follow(backend);
    expect(await others()).not.toContain('Ma gare');
    const mine = (await pending()).find((one: { article: { id: string } }) => one.article.id === 'titre');
    const approved = await decide('titre', mine.id, 'approve');
    await follow(backend);
    expect(await others()).toContain('Ma gare');

    // Closing the article does not make the comment's words the moderators' own.
    await asModerator('change-article', { method: 'PUT', article: 'titre', body: { mode: 'premoderated' } });
    expect(await others()).toContain('Ma gare');
    await asModerator('undo-decisions', { method: 'POST', body: { undo: approved.json().undo } });
    await follow(backend);
    expect(await others()).not.toContain('Ma gare');
    await decide('titre', mine.id, 'approve');
    await follow(backend);
    expect(await others()).toContain('Ma gare');
    await decide('titre', mine.id, 'spam');
    await follow(backend);
    expect(await others()).not.toContain('Ma gare');
    expect(await others()).not.toContain(LINK);
  });

  test('is nothing where its link is not the article’s address: a form goes without it, a program is told', async () => {
    const article = `${ORIGIN}/2026/03/gare`;
    const elsewhere = `${ORIGIN}/logout`;
    const form = await submitForm(article, { ...fields, link: elsewhere });
    expect(form.statusCode).toBe(303);
    expect((await openPage(form)).body).not.toContain('logout');
    const refused = await submit(article, { ...fields, text: 'Par un programme.', link: elsewhere });
    expect([refused.statusCode, refused.json().fields]).toEqual([
      422,
      [{ field: 'link', detail: "It must be the article's own address." }],
    ]);
    const spelled = { ...fields, text: 'Par un autre.', link: `${article}/?utm_source=x#respond` };
    expect((await submit(article, spelled)).statusCode).toBe(202);
  });
});

describe('spam', () => {
  const shapeOf = ({ statusCode, headers, body, cookies = [] }: Answer) => ({
    statusCode,
    names: Object.keys(headers),
    sizes: Object.values(headers).map((value) => value.length),
    cookies: cookies.map(({ length }) => length),
    size: body.length,
    body: body === '' ? '' : Object.keys(JSON.parse(body)),
  });
  const honeypot = { contact_me: 'x' };

  test('sent by a form is answered like what waits', async () => {
    const options = { 'wp-comment-cookies-consent': 'yes', link: LINK };
    const held = await submitForm('pot', { ...fields, ...options, text: 'Premier texte' });
    const spam = await submitForm('pot', { ...fields, ...options, ...honeypot, text: 'Deuxième txt' });
    expect(shapeOf(spam)).toEqual(shapeOf(held));
    const [one, other] = [await openPage(held), await openPage(spam)];
    // A receipt's page names its own address, and the text that it shows.
    const timeless = ({ body }: Answer) =>
      body
        .replace(/<time.*<\/time>/, '')
        .replace(/ action="[^"]*"|(?: readonly| name="version") value="[^"]*"/g, '');
    expect(timeless(other).replaceAll('Deuxième txt', 'Premier texte')).toBe(timeless(one));
  });

  test('sent by a program is answered like what waits', async () => {
    const held = await submit('pot-json', { ...fields, text: 'Premier texte' });
    const spam = await submit('pot-json', { ...fields, ...honeypot, text: 'Deuxième text' });
    const worse = await submit('pot-json', { ...fields, ...honeypot, text: 'Troisième txt', formToken: 'x' });
    expect(shapeOf(spam)).toEqual(shapeOf(held));
    expect(shapeOf(worse)).toEqual(shapeOf(held));
    expect(spam.json().status).toBe('pending');
    const receipts = await Promise.all(
      [held, spam].map(async (answer) => {
        const { receipt } = answer.json();
        return (await ask('show-receipt', { params: { receipt } })).json();
      }),
    );
    expect(Object.keys(receipts[1])).toEqual(Object.keys(receipts[0]));
    expect(receipts[1].status).toBe(receipts[0].status);
    const queue = (await asModerator('list-queue', { params: { queue: 'spam' } })).json().comments;
    expect(queue.map(({ id }: any) => id)).toContain(spam.json().id);
  });
});

test.each([
  ['too large', 413, (body: string) => `${body}&title=${'x'.repeat(65_536)}`, {}],
  ['with too many fields', 413, (body: string) => `${body}${'&a=1'.repeat(120)}`, {}],
  ['with a field twice', 400, (body: string) => `${body}&author=Une+autre`, {}],
  [
    'in another charset',
    415,
    (body: string) => body,
    { 'content-type': 'application/x-www-form-urlencoded; charset=iso-8859-1' },
  ],
  ['said to be compressed', 415, (body: string) => body, { 'content-encoding': 'gzip' }],
])('a form %s comes back with what was typed', async (_, status, spoil, headers) => {
  const text = 'Tout ce que j’ai <écrit>, & rien de moins.';
  const body = spoil(String(new URLSearchParams({ author: 'Camille', text })));
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await submit('refuse', body, { headers: { ...type, ...headers } });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toContain('text/html');
  expect(answer.body).toContain('Tout ce que j’ai &lt;écrit&gt;, &amp; rien de moins.');
});

test('a text of 10,000 characters fits a form in every script', async () => {
  const answer = await submitForm('long', { author: '文', text: '文，字。'.repeat(2_500) });
  expect(answer.statusCode).toBe(303);
});
