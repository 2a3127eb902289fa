import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { MINUTE_S, stopClock } from '../../clock.ts';
import { NOW } from '../../storage/with-store.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, ofReceipt } from '../requests.ts';
import { noFlood, ORIGIN, withBackend } from '../with-backend.ts';
import { erase, post, read, say, shown, withdraw } from './receipts.ts';

const open = readPolicy({ ...noFlood, firstComment: { approvedMin: 0, unseenMax: null } });
const backend = withBackend({ policy: open, table: 'of-test' });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(30 * MINUTE_S));
afterAll(() => clock.restart());

const recordOf = async (article: string, id: string) => {
  const comment = await backend.store.find({ site: 'demo', article, id: id as never });
  return backend.store.readAuthor(comment?.authorKey ?? '');
};

test('a receipt says of withdrawing what holds for a comment that waits as well', async () => {
  const { receipt } = await say('gare', { text: 'https://a.example https://b.example https://c.example' });
  const page = await ofReceipt('show-receipt', receipt, { method: 'GET', headers: { accept: 'text/html' } });
  expect(page.body).toContain('Plus aucun lecteur ne le verra');
});

test('whoever presses twice at once to withdraw is refused nothing', async () => {
  const { receipt } = await say('gare');
  const press = () => post('withdraw-comment', receipt);
  const answers = await Promise.all([press(), press(), press()]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
  expect((await read(receipt)).status).toBe('withdrawn');
});

test('what its author withdraws leaves the page and the count at once, and a second time changes nothing', async () => {
  const { receipt } = await say('gare');
  await follow(backend);
  expect((await withdraw(receipt)).json()).toMatchObject({
    status: 'withdrawn',
    changeableUntil: null,
    editable: false,
  });
  expect(await shown('gare')).toEqual([]);
  const before = await backend.kept();
  expect((await withdraw(receipt)).statusCode).toBe(200);
  expect(await backend.kept()).toEqual(before);
  await follow(backend);
  expect((await asModerator('read-article', { article: 'gare' })).json().count).toBe(0);
  const [entry] = (await asModerator('list-audit')).json().entries;
  expect(entry).toMatchObject({ by: 'author', action: 'withdraw', before: 'approved', after: 'withdrawn' });
});

test('no decision and no undo brings back what its author withdrew', async () => {
  const { id, receipt } = await say('gare');
  clock.pass(1);
  const { undo } = (await decide('gare', id, 'spam')).json();
  await withdraw(receipt);
  for (const decision of ['approve', 'restore', 'spam', 'reject'])
    expect((await decide('gare', id, decision)).json().results[0].problem.code).toBe('already-decided');
  const { results } = (await asModerator('undo-decisions', { method: 'POST', body: { undo } })).json();
  expect(results[0].problem).toMatchObject({ code: 'changed-meanwhile', current: { status: 'withdrawn' } });
});

test('withdrawing wipes no refusal from an author’s record, and is no moderator’s look at them', async () => {
  const { id, receipt } = await say('gare');
  clock.pass(1);
  await decide('gare', id, 'spam');
  await follow(backend);
  const before = await recordOf('gare', id);
  clock.pass(5);
  await withdraw(receipt);
  await follow(backend);
  expect(await recordOf('gare', id)).toEqual(before);
  expect(before).toMatchObject({ spam: 1, refused: 1 });
});

test.each([
  ['after a quarter of an hour', 403, async (): Promise<void> => clock.pass(15 * MINUTE_S + 1)],
  [
    'once a published comment answers it',
    409,
    async (id: string): Promise<void> => void (await say('gare', { parent: id })),
  ],
  [
    'once it was rejected',
    409,
    async (id: string): Promise<void> => void (await decide('gare', id, 'reject')),
  ],
] as const)('a comment cannot be withdrawn %s', async (_, status, prepare) => {
  const { id, receipt } = await say('gare');
  clock.pass(1);
  await prepare(id);
  expect((await withdraw(receipt)).statusCode).toBe(status);
  expect((await read(receipt)).changeableUntil).toBeNull();
});

test('without JavaScript withdrawing leads back to the receipt, which says so; a GET changes nothing', async () => {
  const { receipt } = await say('gare');
  await ofReceipt('show-receipt', receipt, { method: 'GET', headers: { accept: 'text/html' } });
  expect((await read(receipt)).status).toBe('published');
  const done = await post('withdraw-comment', receipt);
  expect([done.statusCode, done.headers.location]).toEqual([303, `/r/${receipt}`]);
  const page = await ofReceipt('show-receipt', receipt, { method: 'GET', headers: { accept: 'text/html' } });
  expect(page.body).toContain('Vous avez retiré ce commentaire.');
  expect(page.headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
});

test('before a browser changes or withdraws a comment for a page of the site, it is told that it may, and for no other page', async () => {
  const { receipt } = await say('gare');
  await erase(receipt);
  const asked = (origin: string, of = receipt) =>
    ofReceipt('answer-receipt-preflight', of, { method: 'OPTIONS', headers: { origin } });
  const own = await asked(ORIGIN);
  expect([own.statusCode, own.headers['access-control-allow-origin']]).toEqual([204, ORIGIN]);
  expect(own.headers['access-control-allow-methods']).toContain('PATCH');
  expect((await asked('https://other.example')).headers).not.toHaveProperty('access-control-allow-origin');
});

test('pages of the site may use a receipt, and others may not', async () => {
  const { receipt } = await say('gare');
  const own = await ofReceipt('show-receipt', receipt, { method: 'GET', headers: { origin: ORIGIN } });
  expect(own.headers['access-control-allow-origin']).toBe(ORIGIN);
  const other = await ofReceipt('withdraw-comment', receipt, {
    method: 'DELETE',
    headers: { origin: 'https://other.example' },
  });
  expect([other.statusCode, other.json().code]).toEqual([403, 'origin-not-allowed']);
});
