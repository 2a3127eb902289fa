import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientOptions } from '../../local/client-options.ts';
import { problems } from '../../src/api/problem.ts';
import { provideClient } from '../../src/app.ts';
import { BANS_MAX } from '../../src/comment/abuse/ban.ts';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { type RefusalCode, refusalCodes } from '../../src/comment/refusal.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { createClient } from '../../src/storage/dynamodb/client.ts';
import { freePort } from '../../tools/free-port.mjs';
import { HOUR_S, stopClock } from '../clock.ts';
import { anId, aSite } from '../storage/with-store.ts';
import { type Answer, type Ask, ask } from './call-gateway.ts';
import { start } from './functions.ts';
import { claire, enlist, stranger } from './people.ts';
import { asModerator, decide, list, ofReceipt, report, submit } from './requests.ts';
import { NONCE, withIssuer } from './team/with-issuer.ts';
import { type Backend, noFlood, withBackend } from './with-backend.ts';

const { issuer, bearer, idToken } = withIssuer();
const backend = withBackend();
const clock = stopClock();
afterAll(() => clock.restart());
const program = { name: 'Script', role: 'moderator', sub: 'script' };
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const admin = { method: 'PUT', article: 'reglages' };
const plain = { 'content-type': 'text/plain' };
const on = (site: string, article = 'gare') => ({ params: { site }, article });

type Case = {
  readonly prepare?: () => Promise<unknown>;
  readonly provoke: () => Promise<Answer>;
  /** Headers that come with this refusal. */
  readonly headers?: Readonly<Record<string, unknown>>;
  /** The refusal is that of one decision among others, which do not fail with it. */
  readonly isOfOne?: true;
};

/** A call of the team's admins. */
const team = (name: string, method: string, body: object, asked: Ask = {}) =>
  asModerator(name, { method, body, ...asked });
const nobody = 'A'.repeat(22);
/** Somebody takes up an invitation that never was, more than an hour after anybody asked the issuer. */
const join = async (token: () => Promise<string>, isDown = false) => {
  clock.pass(HOUR_S + 1);
  issuer.isDown = isDown;
  const joining = { invitation: 'A'.repeat(43), idToken: await token(), nonce: NONCE };
  return team('join-team', 'POST', joining, { claims: bearer('lea') });
};
let decided = '';
let given = '';
const sent = async (article: string) => (await submit(article, draft)).json();
const cases: Readonly<Record<RefusalCode, Case>> = {
  'already-a-member': {
    prepare: () => team('add-member', 'POST', program),
    provoke: () => team('add-member', 'POST', program),
  },
  'already-answered': {
    prepare: async () => {
      const { id, receipt } = await sent('repondu');
      await decide('repondu', id, 'approve');
      const reply = (await submit('repondu', { ...draft, text: 'Une réponse.', parent: id })).json();
      await decide('repondu', reply.id, 'approve');
      given = receipt;
    },
    provoke: () => ofReceipt('withdraw-comment', given, { method: 'DELETE' }),
  },
  'already-appealed': {
    prepare: async () => {
      const { id, receipt } = await sent('appel');
      await decide('appel', id, 'reject');
      given = receipt;
      await ofReceipt('appeal-decision', given, { body: {} });
    },
    provoke: () => ofReceipt('appeal-decision', given, { body: { text: 'Encore une fois.' } }),
  },
  'already-decided': {
    prepare: async () => {
      decided = (await submit('decided', draft)).json().id;
      await decide('decided', decided, 'approve');
    },
    provoke: () => decide('decided', decided, 'approve'),
    isOfOne: true,
  },
  'article-closed': {
    prepare: () =>
      asModerator('change-article', {
        method: 'PUT',
        article: 'fermé',
        body: { mode: 'closed' },
      }),
    provoke: () => submit('fermé', draft),
  },
  'ban-not-found': {
    provoke: () => asModerator('lift-ban', { method: 'DELETE', params: { ban: 'dAAAAAAAAAAA' } }),
  },
  'body-too-large': { provoke: () => submit('gare', { ...draft, text: 'é'.repeat(40_000) }) },
  'changed-meanwhile': {
    provoke: () => asModerator('change-article', { ...admin, body: { mode: 'closed', version: 7 } }),
  },
  'comment-erased': {
    prepare: async () => {
      given = (await sent('efface')).receipt;
      await ofReceipt('erase-comments', given, { body: {} });
    },
    provoke: () => ofReceipt('show-receipt', given, { method: 'GET' }),
  },
  'comment-not-found': { provoke: () => decide('gare', anId(1), 'approve'), isOfOne: true },
  'idempotency-key-reused': {
    prepare: () => submit('cle', draft, { headers: { 'idempotency-key': 'the-key-of-one-reader' } }),
    provoke: () =>
      submit(
        'cle',
        { ...draft, text: 'Autre.' },
        { headers: { 'idempotency-key': 'the-key-of-one-reader' } },
      ),
  },
  'invalid-body': { provoke: () => submit('gare', '{"author": "Camille", ') },
  'invalid-cursor': { provoke: () => list('gare', { query: 'cursor=AQIDBAUGBwgJCgsM' }) },
  'invalid-fields': { provoke: () => submit('gare', { author: 'Camille' }) },
  'invalid-id-token': { provoke: () => join(() => idToken('somebody-else')) },
  'invalid-idempotency-key': {
    provoke: () => submit('gare', draft, { headers: { 'idempotency-key': 'one, two' } }),
  },
  'invalid-query': { provoke: () => list('gare', { query: 'limit=-1' }) },
  'invalid-undo': { provoke: () => asModerator('undo-decisions', { method: 'POST', body: { undo: 'x' } }) },
  'invalid-token': {
    provoke: () => asModerator('list-queues', { claims: { ...claire, token_use: 'id' } }),
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  },
  'invitation-not-found': { provoke: () => join(() => idToken('lea')) },
  'issuer-unavailable': { provoke: () => join(() => idToken('lea'), true), headers: { 'retry-after': '5' } },
  'last-admin': {
    prepare: () => enlist(backend, 'rythme', claire),
    provoke: async () => {
      const { member } = (await asModerator('read-membership', on('rythme'))).json();
      return team(
        'change-member',
        'PATCH',
        { role: 'moderator' },
        { params: { site: 'rythme', member: member.id } },
      );
    },
  },
  'member-not-found': {
    provoke: () => team('change-member', 'PATCH', { role: 'admin' }, { params: { member: nobody } }),
  },
  'method-not-allowed': {
    provoke: () => ask('refuse-route', { method: 'DELETE', path: '/v1/sites/demo/comments' }),
    headers: { allow: 'GET, HEAD, POST' },
  },
  'not-a-moderator': {
    provoke: () => asModerator('list-queues', { claims: stranger }),
  },
  'origin-not-allowed': {
    provoke: () => submit('gare', draft, { headers: { origin: 'https://example.fr.example.com' } }),
  },
  'parent-not-found': { provoke: () => submit('gare', { ...draft, parent: anId(2) }) },
  'receipt-not-found': { provoke: () => ask('show-receipt', { params: { receipt: 'x' } }) },
  'route-not-found': { provoke: () => ask('refuse-route', { path: '/wp-login.php' }) },
  'site-not-found': { provoke: () => submit('gare', draft, on('inconnu')) },
  'storage-unavailable': {
    // Another instance of the function, started while nothing listens where the database should be.
    prepare: async () => {
      const client = createClient(clientOptions(`http://127.0.0.1:${await freePort()}`));
      provideClient(() => client);
      await start('read-article');
      provideClient(() => backend.client);
    },
    provoke: () => asModerator('read-article', { article: 'gare' }),
    headers: { 'retry-after': '5' },
  },
  'policy-version-not-found': {
    provoke: () => asModerator('read-policy', { query: 'version=99' }),
  },
  'team-full': {
    prepare: async () => {
      for (let n = 0; n < 100; n += 1)
        await enlist(backend, 'plein', { ...claire, sub: n ? `m${n}` : 'claire' });
    },
    provoke: () => team('add-member', 'POST', program, { params: { site: 'plein' } }),
  },
  'too-many-bans': {
    prepare: () => fillBans(backend),
    provoke: () =>
      asModerator('add-ban', {
        method: 'POST',
        body: { kind: 'domain', value: 'spam.example', reason: 'advertising' },
      }),
  },
  'too-many-comments': {
    prepare: () => submit('gare', draft, on('rythme')),
    provoke: () => submit('gare', { ...draft, text: 'Et encore un mot.' }, on('rythme')),
    headers: { 'retry-after': '600' },
  },
  'too-late': {
    prepare: async () => {
      given = (await sent('tard')).receipt;
      clock.pass(HOUR_S);
    },
    provoke: () => ofReceipt('withdraw-comment', given, { method: 'DELETE' }),
  },
  'nothing-to-appeal': {
    prepare: async () => {
      const { id, receipt } = await sent('publie');
      await decide('publie', id, 'approve');
      given = receipt;
    },
    provoke: () => ofReceipt('appeal-decision', given, { body: { text: 'Encore une fois.' } }),
  },
  'too-many-requests': {
    prepare: async () => {
      given = (await sent('souvent')).receipt;
      for (let n = 0; n < 10; n += 1) await ofReceipt('export-comments', given, { body: {} });
    },
    provoke: () => ofReceipt('export-comments', given, { body: {} }),
    headers: { 'retry-after': '600' },
  },
  'too-many-reports': {
    prepare: async () => {
      for (let n = 0; n < 10; n += 1) {
        const { id } = (await submit('signale', { ...draft, text: `${draft.text} ${n}` })).json();
        await decide('signale', id, 'approve');
        await report('signale', id);
      }
    },
    provoke: () => report('signale', anId(1)),
    headers: { 'retry-after': '600' },
  },
  'unsupported-media-type': { provoke: () => submit('gare', 'text', { headers: plain }) },
};

/** A list of as many bans as a site may have. */
const fillBans = ({ client, tableName }: Backend) => {
  const entries = Array.from({ length: BANS_MAX }, (_, n) => [`d${String(n).padStart(11, '0')}`, 'b']);
  const list = { pk: '~X#demo', sk: 'B', version: 1, ...Object.fromEntries(entries) };
  return client.send(new PutItemCommand({ TableName: tableName, Item: toItem(list) }));
};

/** One comment of a network in ten minutes. */
const oneOnly = readPolicy({ flood: { ...noFlood.flood, networkPer10Min: 1 } });

beforeAll(async () => {
  await backend.store.saveSite(aSite({ id: 'rythme', policy: oneOnly }), 0);
  await backend.store.saveSite(aSite({ id: 'plein' }), 0);
});

test('every refusal there is stands here', () => {
  expect(Object.keys(cases).toSorted()).toEqual([...refusalCodes].toSorted());
});

describe.each(refusalCodes)('%s', (code) => {
  const { prepare, provoke, headers = {}, isOfOne } = cases[code];

  test('is answered as a problem, and nothing is stored', async () => {
    await prepare?.();
    const before = await backend.kept();
    const answer = await provoke();

    const { status } = problems[code];
    const [one] = isOfOne ? answer.json().results : [];
    const problem = isOfOne ? one.problem : answer.json();
    expect(problem).toMatchObject({ type: `/problems/${code}`, code, status });
    expect(Object.keys(problem)).toEqual(expect.arrayContaining(['title', 'detail']));
    expect(answer.statusCode).toBe(isOfOne ? 200 : status);
    expect(answer.headers).toMatchObject({
      'content-type': isOfOne ? 'application/json; charset=utf-8' : 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    });
    expect(answer.body).not.toMatch(/node_modules|\.ts:|test-\d+/);
    expect(await backend.kept()).toEqual(before);
  });
});

test.each([
  ['GET', '/v1/sites/demo/articles/gare/comments', '/v1/sites/{site}/comments.'],
  ['POST', '/v1/sites/demo/articles/gare/comments', '/v1/sites/{site}/comments.'],
  [
    'GET',
    '/v1/sites/demo/articles/https://www.example.fr/a/b/comments.html',
    '/v1/sites/{site}/comments.html.',
  ],
  ['GET', '/v1/sites/demo/articles/gare/form', '/v1/sites/{site}/form.'],
  ['PUT', '/v1/sites/demo/admin/articles/a/b', '/v1/sites/{site}/admin/article.'],
  ['GET', '/v1/sites/demo/admin/articles/gare/comments', '/v1/sites/{site}/admin/comments.'],
])('%s %s leads nowhere and says where to ask', async (method, path, successor) => {
  const answer = await ask('refuse-route', { method, path });
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'route-not-found']);
  expect(answer.json().detail).toMatch(/^An article is named by a value/);
  expect(answer.json().detail.endsWith(`ask ${successor}`)).toBe(true);
});

test.each(['/v1/sites/demo/articles', '/v1/sites/demo/articles/gare', '/articles/gare/comments'])(
  '%s never was an address',
  async (path) => {
    expect((await ask('refuse-route', { path })).json().detail).toBe('There is nothing at this address.');
  },
);

test('a form sent to an address that is no more comes back with what was typed, and a browser gets a page', async () => {
  const path = '/v1/sites/demo/articles/gare/comments';
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const body = String(new URLSearchParams({ author: 'Camille', text: 'Un long texte.' }));
  const sent = await ask('refuse-route', { method: 'POST', path, headers, body });
  expect([sent.statusCode, sent.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(sent.body).toContain('Un long texte.');
  const looked = await ask('refuse-route', { path: '/nulle-part', headers: { accept: 'text/html' } });
  expect([looked.statusCode, looked.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
});

test.each([
  ['fr', 'cette adresse a été remplacée'],
  ['en', 'this address was replaced'],
])('a form sent to an earlier address reads in %s where to send it', async (language, said) => {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'text/html',
    'accept-language': language,
  };
  const body = String(new URLSearchParams({ author: 'Camille', text: 'Un long texte.' }));
  const post = (path: string) => ask('refuse-route', { method: 'POST', path, headers, body });
  const earlier = await post('/v1/sites/demo/articles/gare/comments');
  expect(earlier.body).toContain(said);
  expect(earlier.body).toContain('<code>/v1/sites/{site}/comments</code>');
  const never = await post('/v1/sites/demo/articles/gare');
  expect(never.statusCode).toBe(404);
  expect(never.body).not.toContain(said);
});

test.each(['edit', 'withdraw', 'appeal', 'export', 'erase'])(
  'a browser that opens the address of a receipt’s form %s again is led to the receipt, a program told that it takes POST alone',
  async (act) => {
    const path = `/r/a-receipt/${act}`;
    const page = await ask('refuse-route', { path, headers: { accept: 'text/html' } });
    expect([page.statusCode, page.headers.location]).toEqual([303, '/r/a-receipt']);
    for (const asked of [{ path }, { path, method: 'PUT', headers: { accept: 'text/html' } }]) {
      const answer = await ask('refuse-route', asked);
      expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST']);
    }
  },
);
