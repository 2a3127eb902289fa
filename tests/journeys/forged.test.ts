import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codePoint } from '../characters.ts';
import { anId, aStored } from '../storage/with-store.ts';
import { type Answer, type Ask, ask } from './call-gateway.ts';
import { both, david } from './people.ts';
import { asModerator, decide, list, submit } from './requests.ts';
import { withBackend } from './with-backend.ts';

const backend = withBackend();
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const NOW = Date.now();
const HOUR_MS = 3_600_000;

const isRefused = (answer: Answer, code: string) =>
  expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
const withCursor = (cursor: string, query = '') => ({
  query: `limit=1${query}&cursor=${encodeURIComponent(cursor)}`,
});

beforeAll(async () => {
  for (const site of ['demo', 'autre'])
    for (const article of ['gare', 'port'])
      for (const n of [1, 2, 3]) {
        const place = { site, article, createdAt: NOW + n, since: NOW + n };
        const expiresAt = NOW + HOUR_MS;
        const authorKey = `1:${site}${article}${n}`;
        await backend.store.add(aStored({ ...place, id: anId(n, NOW + n), status: 'approved', authorKey }));
        await backend.store.add(aStored({ ...place, id: anId(9 + n, NOW + n), authorKey, expiresAt }));
        await backend.store.add(
          aStored({ ...place, id: anId(99 + n, NOW + n), status: 'spam', authorKey, expiresAt }),
        );
      }
});

describe('cursors', () => {
  const ofDemo = (article: string) => ({ params: { site: 'demo' }, article });
  const inSpam = { params: { queue: 'spam' } };
  const waiting = { params: { queue: 'pending' } };
  const elsewhere = { params: { site: 'autre' }, claims: both };

  /** Lists that give cursors, each with what makes it another list: no two may take each other's. */
  const lists: readonly (readonly [string, (asked: Ask) => Promise<Answer>])[] = [
    ['a page', (asked) => list('gare', asked)],
    ['another article', (asked) => list('port', asked)],
    ['another site', (asked) => list('gare', { ...asked, params: { site: 'autre' }, article: 'gare' })],
    ['another order', (asked) => list('gare', { ...asked, query: `${asked.query}&order=newest` })],
    ['a fragment', (asked) => ask('render-comments', { ...asked, ...ofDemo('gare') })],
    ['a queue', (asked) => asModerator('list-queue', { ...asked, ...waiting })],
    ['another queue', (asked) => asModerator('list-queue', { ...asked, ...inSpam })],
    ['another moderator', (asked) => asModerator('list-queue', { ...asked, ...waiting, claims: david })],
    [
      'a queue’s other order',
      (asked) => asModerator('list-queue', { ...asked, ...waiting, query: `${asked.query}&order=newest` }),
    ],
    [
      'a queue of one article',
      (asked) => asModerator('list-queue', { ...asked, ...waiting, query: `${asked.query}&article=gare` }),
    ],
    [
      'a queue for one reason',
      (asked) =>
        asModerator('list-queue', { ...asked, ...waiting, query: `${asked.query}&reason=check-number-0` }),
    ],
    [
      'another site’s queue',
      (asked) =>
        asModerator('list-queue', { ...asked, ...elsewhere, params: { site: 'autre', queue: 'pending' } }),
    ],
    ['every state', (asked) => asModerator('list-article-comments', { ...asked, ...ofDemo('gare') })],
    [
      'one state',
      (asked) =>
        asModerator('list-article-comments', {
          ...asked,
          ...ofDemo('gare'),
          query: `${asked.query}&status=approved`,
        }),
    ],
  ];
  const cursors = new Map<string, string>();

  beforeAll(async () => {
    for (const [name, listing] of lists) {
      const { body, headers } = await listing({ query: 'limit=1' });
      const sealed = headers['content-type']?.startsWith('text/html')
        ? new URL(/href="([^"]+cursor=[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '').searchParams
        : new URLSearchParams({ cursor: JSON.parse(body).next });
      cursors.set(name, sealed.get('cursor') ?? '');
    }
  });

  test.each(lists)('%s goes on with its own cursor, and takes no other’s', async (name, listing) => {
    for (const [of, cursor] of cursors) {
      const answer = await listing(withCursor(cursor));
      expect([of, answer.statusCode]).toEqual([of, of === name ? 200 : 400]);
    }
  });

  test('say nothing about what they hold', () => {
    for (const cursor of cursors.values()) {
      const bytes = Buffer.from(cursor, 'base64url').toString('latin1');
      expect(`${cursor} ${bytes}`).not.toMatch(/demo#gare|~Q#demo|pending|[0-9A-HJKMNP-TV-Z]{26}/);
    }
  });

  test('with any bit turned, or cut anywhere, are refused', async () => {
    const cursor = cursors.get('a page') ?? '';
    const bytes = Buffer.from(cursor, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const turned = Buffer.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      isRefused(await list('gare', withCursor(turned.toString('base64url'))), 'invalid-cursor');
    }
    for (let length = 1; length < cursor.length; length += 5)
      isRefused(await list('gare', withCursor(cursor.slice(0, length))), 'invalid-cursor');
  });

  test('in any other spelling are refused', async () => {
    const cursor = cursors.get('a page') ?? '';
    for (const spelled of [
      `${cursor}=`,
      `${cursor} `,
      ` ${cursor}`,
      `${cursor}A`,
      `${cursor}.`,
      `=${cursor}`,
    ])
      isRefused(await list('gare', withCursor(spelled)), 'invalid-cursor');
    const both = `limit=1&cursor=${cursor}&cursor=${cursor}`;
    isRefused(await list('gare', { query: both }), 'invalid-query');
  });

  test('made by hand are refused', async () => {
    const key = { pk: 'demo#gare', sk: 'C#', v: 'demo#gare', vs: '0' };
    const made = [key, ['demo#gare', 'C#', 'demo#gare', ''], null].map((value) =>
      Buffer.from(JSON.stringify(value)).toString('base64url'),
    );
    for (const cursor of [...made, 'AQ', '0', 'null', 'x'.repeat(300), '\u{1F525}', '%00', '../..'])
      isRefused(await list('gare', withCursor(cursor)), 'invalid-cursor');
    isRefused(await list('gare', { query: 'cursor=' }), 'invalid-query');
    isRefused(await list('gare', withCursor('x'.repeat(10_000))), 'invalid-query');
  });

  test('whatever else is sent as one is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: codePoint, minLength: 1, maxLength: 300 }), async (cursor) => {
        fc.pre(cursor.isWellFormed());
        isRefused(await list('gare', withCursor(cursor)), 'invalid-cursor');
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});

describe('queries', () => {
  test.each([
    '-1',
    '0',
    '1e9',
    'NaN',
    '10abc',
    '',
    '101',
    '1.5',
    '٣',
    '0x10',
    ' 5',
    '+5',
    '05',
    'null',
    '50,50',
  ])('limit=%s is refused everywhere', async (limit) => {
    const query = `limit=${encodeURIComponent(limit)}`;
    isRefused(await list('gare', { query }), 'invalid-query');
    isRefused(
      await ask('render-comments', { query, params: { site: 'demo' }, article: 'gare' }),
      'invalid-query',
    );
    isRefused(await asModerator('list-queue', { query, params: { queue: 'spam' } }), 'invalid-query');
    isRefused(await asModerator('list-article-comments', { query, article: 'gare' }), 'invalid-query');
  });

  test.each([
    'order=random',
    'order=oldest&order=newest',
    'limit=1&limit=2',
    'limit=%',
    'limit=%C3%28',
    '%=1',
  ])('%s is refused', async (query) => isRefused(await list('gare', { query }), 'invalid-query'));

  test.each(['status=deleted', 'reason=X', 'article=a&article=b', 'site=autre', 'constructor=1'])(
    '%s is refused of a moderator',
    async (query) => {
      const name = query.startsWith('status') ? 'list-article-comments' : 'list-queue';
      isRefused(
        await asModerator(name, { query, params: { queue: 'spam' }, article: 'gare' }),
        'invalid-query',
      );
    },
  );

  test('a queue there is not is no route', async () => {
    for (const queue of ['approved', 'rejected', '__proto__', 'pending#', ''])
      expect((await asModerator('list-queue', { params: { queue } })).json().code).toBe('route-not-found');
  });
});

describe('tokens', () => {
  const turned = (token: string, at: number) => {
    const bytes = Buffer.from(token, 'base64url');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes.toString('base64url');
  };
  const formFinding = async (article: string, id: string) => {
    const { comments } = (await asModerator('list-article-comments', { article })).json();
    const { verdict } = comments.find((comment: { id: string }) => comment.id === id);
    return verdict.findings.find(({ check }: { check: string }) => check === 'form-token');
  };
  const formToken = async (article: string, site = 'demo') =>
    (await ask('open-form', { params: { site }, article })).json().formToken;

  test('a form token of another article, of another site, forged or turned holds a comment as forged', async () => {
    const own = await formToken('jeton');
    const tokens = [await formToken('port'), await formToken('jeton', 'autre'), turned(own, 20), 'x', '{}'];
    for (const [n, token] of tokens.entries()) {
      const { id } = (
        await submit('jeton', { ...draft, text: `${n} ${draft.text}`, formToken: token })
      ).json();
      expect(await formFinding('jeton', id)).toMatchObject({
        outcome: 'hold',
        evidence: [{ term: 'forged' }],
      });
    }
  });

  test('a form token is good once, for one article, and too fast proves nothing', async () => {
    const token = await formToken('une-fois');
    const first = (await submit('une-fois', { ...draft, formToken: token })).json().id;
    const text = 'Tout autre chose : le quai numéro deux est fermé depuis lundi.';
    const second = (await submit('une-fois', { ...draft, text, formToken: token })).json().id;
    expect((await formFinding('une-fois', first)).evidence[0].term).toMatch(/^too fast/);
    expect((await formFinding('une-fois', second)).evidence[0].term).toBe('used again');
  });

  test('a visitor token proves nobody when it is of another site, turned, cut, or of another kind', async () => {
    const mine = await submit('connu', draft);
    const { visitor, receipt, id } = mine.json();
    await decide('connu', id, 'approve');
    const { visitor: other } = (
      await submit('connu', draft, { params: { site: 'autre' }, article: 'connu' })
    ).json();
    const authors = new Set<string>();
    for (const [n, token] of [other, turned(visitor, 3), visitor.slice(0, -4), receipt, '', 'x'].entries()) {
      const answer = await submit('connu', { ...draft, text: `${n} Bonjour à tous.`, visitor: token });
      expect(answer.statusCode).toBe(202);
      authors.add(answer.json().visitor);
    }
    expect(authors.size).toBe(6);
    expect(authors.has(visitor)).toBe(false);
  });

  test('a receipt turned, cut or of another kind is no receipt', async () => {
    const { receipt, visitor } = (await submit('recu', draft)).json();
    expect((await ask('show-receipt', { params: { receipt } })).statusCode).toBe(200);
    for (const token of [
      turned(receipt, 0),
      turned(receipt, 15),
      turned(receipt, 40),
      receipt.slice(1),
      visitor,
    ])
      expect((await ask('show-receipt', { params: { receipt: token } })).json().code).toBe(
        'receipt-not-found',
      );
  });

  test('an undo token of another site, turned or of another kind undoes nothing', async () => {
    const { id, receipt } = (await submit('defaire', draft)).json();
    const { undo } = (await decide('defaire', id, 'approve')).json();
    const before = await backend.kept();
    const asked = [
      { body: { undo }, params: { site: 'autre' }, claims: both },
      { body: { undo: turned(undo, 30) } },
      { body: { undo: undo.slice(0, -1) } },
      { body: { undo: receipt } },
    ];
    for (const one of asked)
      isRefused(await asModerator('undo-decisions', { method: 'POST', ...one }), 'invalid-undo');
    expect(await backend.kept()).toEqual(before);
  });
});
