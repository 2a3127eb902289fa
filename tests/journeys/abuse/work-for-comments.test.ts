import { afterAll, expect, test } from '@jest/globals';
import { solveChallenge } from 'altcha-lib/v1';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { MINUTE_S, stopClock } from '../../clock.ts';
import { aSite, NOW } from '../../storage/with-store.ts';
import { ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { decide, submit, submitForm } from '../requests.ts';
import { noFlood, ORIGIN, withBackend } from '../with-backend.ts';

const open = { firstComment: { approvedMin: 0, unseenMax: null } };
const rulesOf = (proof: object) =>
  readPolicy({ ...noFlood, ...open, proof: { difficulty: 1_000, ...proof } });
const backend = withBackend({ policy: rulesOf({ when: 'always' }), table: 'of-test' });
const clock = stopClock(NOW);
afterAll(() => clock.restart());
const setPolicy = async (policy: object, version = 1) =>
  backend.store.saveSite(aSite({ id: 'demo', origins: [ORIGIN], policy: policy as any }), version);

let said = 0;
/** Somebody on a network of their own. */
const send = async (article: string, more: object = {}) => {
  said += 1;
  clock.pass(1);
  const body = { author: `Lecteur ${said}`, text: `Un mot ${said} de la gare.`, ...more };
  return submit(article, body, { ip: `198.51.${said >> 8}.${said & 255}` });
};
const say = async (article: string, more: object = {}) => (await send(article, more)).json();
const formOf = async (article: string, site = 'demo') =>
  (await ask('open-form', { route: '/v1/sites/{site}/form', params: { site }, article })).json();
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
/** A proof as ALTCHA's own solver makes it. */
const proofFor = async (article: string, site = 'demo'): Promise<string> => {
  const { challenge } = await formOf(article, site);
  const { promise } = solveChallenge(challenge.challenge, challenge.salt, 'SHA-256', challenge.maxnumber);
  return encoded({ ...challenge, number: (await promise)?.number });
};
const statusOf = async (article: string, more: object) => (await say(article, more)).status;
/** What became of a comment, and what the check of proofs said of it. */
const judged = async (article: string, more: object) => {
  const { id, status } = await say(article, more);
  const comment = await backend.store.find({ site: 'demo', article, id });
  const finding = comment?.verdict.findings.find(({ check }) => check === 'proof');
  return [status, ...(finding?.traces.map(({ term }) => term) ?? [])];
};

test('where a proof is asked for, a comment that brings it is published, and one that brings none, a wrong one or that of another waits', async () => {
  const proof = await proofFor('gare');
  expect(await statusOf('gare', { proof })).toBe('published');
  const right = JSON.parse(Buffer.from(await proofFor('gare'), 'base64').toString());
  for (const [sent, term] of [
    [undefined, 'missing'],
    [proof, 'used again'],
    [encoded({ ...right, number: right.number + 1 }), 'not right'],
    [encoded({ ...right, signature: `${right.signature}A` }), 'not right'],
    [await proofFor('budget'), 'not right'],
    [await proofFor('gare', 'autre'), 'not right'],
    ['pas une preuve', 'not right'],
    [encoded(null), 'not right'],
    ['A'.repeat(4_000), 'not right'],
  ])
    expect([sent, await judged('gare', sent === undefined ? {} : { proof: sent })]).toEqual([
      sent,
      ['pending', term],
    ]);
  expect(await statusOf('gare', { proof: encoded(right) })).toBe('published');
});

test('a proof is good for twenty minutes', async () => {
  const [early, late] = [await proofFor('gare'), await proofFor('gare')];
  clock.pass(19 * MINUTE_S);
  expect(await statusOf('gare', { proof: early })).toBe('published');
  clock.pass(2 * MINUTE_S);
  expect(await judged('gare', { proof: late })).toEqual(['pending', 'expired']);
});

test('the same comment sent again with its proof is the same comment, and a refused one leaves its proof for the corrected text', async () => {
  const [proof, next] = [await proofFor('gare'), await proofFor('gare')];
  const body = { author: 'Odile', text: 'Deux fois la même gare.', proof };
  const asked = { headers: { 'idempotency-key': 'une-cle-assez-longue' } };
  const first = await submit('gare', { article: 'gare', ...body }, asked);
  const again = await submit('gare', { article: 'gare', ...body }, asked);
  expect([first.json().status, again.json()]).toEqual(['published', first.json()]);
  await backend.store.saveArticle({ site: 'demo', id: 'gare', mode: 'closed' }, 0);
  expect((await send('gare', { proof: next })).json().code).toBe('article-closed');
  await backend.store.saveArticle({ site: 'demo', id: 'gare', mode: 'open' }, 1);
  expect(await statusOf('gare', { proof: next })).toBe('published');
});

test('a form brings its proof as a field; without JavaScript it waits, and the receipt says why without accusing', async () => {
  const fields = { author: 'Odile', comment: 'Par un formulaire.', proof: await proofFor('gare') };
  const page = { headers: { accept: 'text/html' } };
  const published = await submitForm('gare', fields, page);
  const held = await submitForm('gare', { author: 'Jean', comment: 'Sans script.' }, page);
  expect([published.statusCode, held.statusCode]).toEqual([303, 303]);
  const receipt = decodeURIComponent(held.headers.location?.split('/r/')[1]?.split('?')[0] ?? '');
  const shown = await ask('show-receipt', { params: { receipt } });
  expect(shown.body).toContain('La vérification automatique que ce site demande au navigateur');
  const markup = await ask('open-form', {
    route: '/v1/sites/{site}/form',
    params: { site: 'demo' },
    article: 'gare',
    query: 'as=page',
  });
  const [, data = ''] = markup.body.match(/<form[^>]* data-challenge="([^"]+)"/) ?? [];
  expect(
    JSON.parse(data.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&')),
  ).toMatchObject({
    algorithm: 'SHA-256',
    maxnumber: 1_000,
  });
});

test('who has earned trust needs no proof', async () => {
  const { id, visitor } = await say('gare');
  await decide('gare', id, 'approve');
  await follow(backend);
  expect(await statusOf('gare', { visitor })).toBe('published');
  expect(await statusOf('gare', {})).toBe('pending');
});

test('a site that asks for no proof gives no challenge and ignores a proof that comes', async () => {
  const proof = await proofFor('gare');
  await setPolicy(rulesOf({ when: 'never' }));
  const form = await formOf('gare');
  expect(form).not.toHaveProperty('challenge');
  expect(await statusOf('gare', { proof })).toBe('published');
  expect(await statusOf('gare', { proof: 'rien' })).toBe('published');
  expect(await statusOf('gare', {})).toBe('published');
});

test('one article asks for a proof where its site asks for none', async () => {
  await setPolicy({ ...rulesOf({ when: 'never' }), articles: { gare: { proof: { when: 'always' } } } });
  expect(await formOf('budget')).not.toHaveProperty('challenge');
  expect((await formOf('gare')).challenge.maxnumber).toBe(1_000);
  expect([await statusOf('gare', {}), await statusOf('budget', {})]).toEqual(['pending', 'published']);
  expect(await statusOf('gare', { proof: await proofFor('gare') })).toBe('published');
});

const beginSurge = async () => {
  for (let n = 0; n < 30; n += 1) await say(`actu-${n % 10}`, { contact_me: 'https://casino.example/' });
  await follow(backend);
};

test.each([
  ['stands, as newsrooms expect of it', false, 'pending'],
  ['is lifted where the policy says so', true, 'published'],
])('in a surge a proof is asked for, and with it the hold %s', async (_, liftsSurge, status) => {
  await setPolicy(rulesOf({ when: 'surge', liftsSurge }));
  expect(await formOf('gare')).not.toHaveProperty('challenge');
  expect(await statusOf('gare', {})).toBe('published');
  await beginSurge();
  const proof = await proofFor('gare');
  expect(await statusOf('gare', { proof })).toBe(status);
  expect(await statusOf('gare', {})).toBe('pending');
  expect(await statusOf('gare', { proof })).toBe('pending');
});

test('a mode of the check says what a missing proof means: nothing, a remark, or spam', async () => {
  for (const [mode, outcome] of [
    ['off', undefined],
    ['shadow', 'approve'],
    ['spam', 'spam'],
  ] as const) {
    await setPolicy({ ...rulesOf({ when: 'always' }), checks: { proof: mode } }, await versionOfSite());
    const { id } = await say(mode);
    const comment = await backend.store.find({ site: 'demo', article: mode, id });
    const finding = comment?.verdict.findings.find(({ check }) => check === 'proof');
    expect([mode, finding?.outcome]).toEqual([mode, outcome]);
  }
});

const versionOfSite = async () => (await backend.store.readSite('demo'))?.version ?? 0;

test('an author’s edit asks for no other proof, and keeps what was said of the first text', async () => {
  const proof = await proofFor('gare');
  const published = await say('gare', { proof });
  const held = await say('gare');
  for (const [{ receipt, id }, status] of [
    [published, 'approved'],
    [held, 'pending'],
  ] as const) {
    const read = await ask('show-receipt', {
      params: { receipt },
      headers: { accept: 'application/json' },
    });
    const { version } = read.json();
    const edited = await ask('revise-comment', {
      method: 'PATCH',
      route: '/r/{receipt}',
      params: { receipt },
      headers: { accept: 'application/json' },
      body: { text: 'Un autre mot de la gare.', version },
    });
    expect(edited.statusCode).toBe(200);
    const comment = await backend.store.find({ site: 'demo', article: 'gare', id });
    expect([comment?.status, comment?.text]).toEqual([status, 'Un autre mot de la gare.']);
  }
});
