import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { stopClock } from '../clock.ts';
import { type FaultProxy, startFaultProxy } from '../faults/fault-proxy.ts';
import { anId, aSite, aStored } from '../storage/with-store.ts';
import { ask } from './call-gateway.ts';
import { follow } from './follow-stream.ts';
import { asModerator, decide, list, submit } from './requests.ts';
import { noFlood, ORIGIN, withBackend } from './with-backend.ts';

// What each act costs, in DynamoDB's units and in round trips. DynamoDB Local counts otherwise than DynamoDB bills: reads that find nothing,
// and the indexes of a transaction; these tests are for the embedded engine alone.

let proxy = {} as FaultProxy;
const backend = withBackend({
  settings: { SITE_CACHE_S: '60' },
  between: async (engine) => {
    proxy = await startFaultProxy(engine);
    return proxy.endpoint;
  },
  table: 'of-test',
});
afterEach(() => proxy.calm());
afterAll(() => proxy.stop());

const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const other = { ...draft, text: 'Un second message, sur tout autre chose.' };
const sent = async (article: string, body: object = draft) => (await submit(article, body)).json();
const undo = (token: string) => asModerator('undo-decisions', { method: 'POST', body: { undo: token } });

// No function's memory of a site runs out between what prepares a measurement and the measurement.
let clock: ReturnType<typeof stopClock>;
beforeEach(() => {
  clock = stopClock();
});
afterEach(() => clock.restart());

const watch = () => {
  proxy.calm();
  // Calls made side by side must still be under way when the last of them begins.
  proxy.weather(() => 'linger');
};
const spent = () => ({
  reads: proxy.calls.reduce((sum, { units }) => sum + units.reads, 0),
  writes: proxy.calls.reduce((sum, { units }) => sum + units.writes, 0),
  trips: new Set(proxy.calls.map(({ trip }) => trip)).size,
});

test('a submission of everything: at most 8 write and 2 read units in 2 round trips, 6 writes without a key, a proof or a page, and a write more for each', async () => {
  const first = await sent('prix');
  await decide('prix', first.id, 'approve');
  await follow(backend);
  const { formToken } = (await ask('open-form', { params: { site: 'demo' }, article: 'prix' })).json();
  const everything = {
    ...draft,
    text: 'Cela fait trois retards cette semaine, et personne sur le quai pour nous dire pourquoi. Qui va payer ?',
    email: 'camille@example.org',
    url: 'https://camille.example.org/',
    parent: first.id,
    title: 'La gare',
    link: `${ORIGIN}/gare`,
    visitor: first.visitor,
    formToken,
  };
  const { visitor: _, ...unproven } = everything;
  const { url: __, ...pageless } = everything;
  const { visitor: ___, ...plain } = pageless;
  const two = `${everything.text} https://a.example.com https://b.example.com`;
  const key = { 'idempotency-key': '0123456789abcdef' };
  const other = { 'idempotency-key': 'fedcba9876543210' };
  for (const [most, mostRead, sent, headers] of [
    [6, 1, plain, {}],
    [7, 1.5, { ...unproven, author: 'B' }, {}],
    [8, 1, { ...unproven, author: 'B' }, other],
    [7, 2.5, { ...pageless, author: 'C' }, {}],
    [7, 1.5, { ...pageless, author: 'C', text: `${pageless.text} Personne.` }, {}],
    [7, 1.5, { ...pageless, author: 'D', text: `${pageless.text} Nous.`, contact_me: 'x' }, {}],
    [8, 1.5, { ...everything, author: 'E', text: two }, {}],
    [8, 2, { ...everything, author: 'F' }, key],
  ] as const) {
    watch();
    expect((await submit('prix', sent, { headers })).statusCode).toBeLessThan(203);
    const { reads, writes, trips } = spent();
    expect(writes).toBeLessThanOrEqual(most);
    expect(reads).toBeLessThanOrEqual(mostRead);
    expect(trips).toBeLessThanOrEqual(mostRead === 2.5 ? 3 : 2);
  }
});

test.each<[string, object, Record<string, string>]>([
  ['a refusal', { parent: anId(3) }, {}],
  ['a replay', {}, {}],
  ['a replay by its key', {}, { 'idempotency-key': '0123456789abcdef' }],
])('%s: at most 8 write and 2 read units in 2 round trips', async (_, more, headers) => {
  const first = await sent('prix-3');
  await submit('prix-3', { ...draft, visitor: first.visitor, author: 'Yann' }, { headers });
  watch();
  const answer = await submit(
    'prix-3',
    { ...draft, visitor: first.visitor, author: 'Yann', ...more },
    { headers },
  );
  expect(answer.statusCode).toBe('parent' in more ? 422 : 202);
  const { reads, writes, trips } = spent();
  expect([writes <= 8, reads <= 2, trips <= 2]).toEqual([true, true, true]);
});

test('the first on a site that a function does not know yet: 2 read units and 1 round trip more', async () => {
  await backend.store.saveSite(aSite({ id: 'froid', policy: noFlood }), 0);
  const asked = { params: { site: 'froid' }, article: 'prix' };
  watch();
  expect((await submit('', draft, asked)).statusCode).toBe(202);
  const cold = spent();
  expect(cold).toMatchObject({ reads: 2.5, trips: 3 });
  watch();
  expect((await submit('', { ...draft, text: 'Et le second.' }, asked)).statusCode).toBe(202);
  expect(spent()).toMatchObject({ reads: cold.reads - 2, trips: 2 });
});

test('no more on the site of the longest name, with all that its guards can remember', async () => {
  const site = 'x'.repeat(63);
  await backend.store.saveSite(aSite({ id: site, policy: noFlood }), 0);
  const asked = { params: { site }, article: 'a'.repeat(200) };
  for (let n = 0; n < 45; n += 1) {
    const { formToken } = (await ask('open-form', asked)).json();
    proxy.calm();
    const text = `${n} : cela fait ${n} retards cette semaine, et personne pour nous dire pourquoi.`;
    expect((await submit('', { ...draft, text, formToken }, asked)).statusCode).toBe(202);
  }
  expect(spent().writes).toBeLessThanOrEqual(6);
});

test('approving: at most 6 write units with its event, in one read and one write after the site’s and the member’s', async () => {
  const { id } = await sent('prix-2');
  watch();
  await decide('prix-2', id, 'approve', { version: 1 });
  const { writes, trips } = spent();
  expect(writes).toBeLessThanOrEqual(6);
  expect(trips).toBe(4);
  // Moderators' functions cache no site, so the first reads are that of the site, and of the member.
  const reads = ['GetItem', 'GetItem', 'GetItem'];
  expect(proxy.calls.map(({ op }) => op)).toEqual([...reads, 'TransactWriteItems']);
});

test('approving a comment that states a page: its author’s record in one read more', async () => {
  const { id } = await sent('prix-4', { ...draft, url: 'https://camille.example.org/' });
  watch();
  await decide('prix-4', id, 'approve', { version: 1 });
  const { writes, reads, trips } = spent();
  expect([writes <= 6, reads <= 2.5, trips]).toEqual([true, true, 5]);
  const gets = ['GetItem', 'GetItem', 'GetItem', 'GetItem'];
  expect(proxy.calls.map(({ op }) => op)).toEqual([...gets, 'TransactWriteItems']);
});

test('rejecting and taking an approval back: at most 7 write units, one of them for the author, in one trip more', async () => {
  const { id } = await sent('prix-4');
  const { undo: token } = (await decide('prix-4', (await sent('prix-4', other)).id, 'approve')).json();
  for (const act of [() => decide('prix-4', id, 'reject'), () => undo(token)]) {
    watch();
    await act();
    const { writes, trips } = spent();
    expect(writes).toBeLessThanOrEqual(7);
    expect(trips).toBe(5);
  }
});

test('asking again how much waits: half a read unit and the member’s while nothing was counted, and a count is never missed', async () => {
  const ask = async (known?: string) =>
    asModerator('list-queues', known ? { headers: { 'if-none-match': known } } : {});
  const count = async () => {
    const answer = await ask();
    return { etag: String(answer.headers?.etag), waiting: answer.json().queues.pending.count };
  };
  const before = await count();
  watch();
  expect((await ask(before.etag)).statusCode).toBe(304);
  expect(spent()).toMatchObject({ reads: 1, writes: 0 });
  const { id } = await sent('prix-5');
  expect((await ask(before.etag)).statusCode).toBe(304);
  await follow(backend);
  const after = (await ask(before.etag)).json();
  expect(after.queues.pending.count).toBe(before.waiting + 1);
  // One leaves as another comes: the counts are the same, and the queue is not.
  const { etag } = await count();
  await decide('prix-5', id, 'reject');
  await sent('prix-5', other);
  await follow(backend);
  const answer = await ask(etag);
  expect([answer.statusCode, answer.json().queues.pending.count]).toEqual([200, before.waiting + 1]);
});

test('a queue page of 50: at most 4 read units, and half a unit for each author, article and comment answered', async () => {
  const text =
    'Cela fait trois retards cette semaine, et personne sur le quai pour nous dire pourquoi. '.repeat(4);
  for (let n = 0; n < 60; n += 1)
    await backend.store.add(
      aStored({
        article: `file-${n % 3}`,
        id: anId(n, clock.now() + n),
        ...{ createdAt: clock.now() + n, since: clock.now() + n, expiresAt: clock.now() + 86_400_000 },
        text,
        authorKey: `1:auteur-${n % 20}`,
      }),
    );
  const page = async () =>
    (await asModerator('list-queue', { params: { queue: 'pending' }, query: 'limit=50' })).json();
  await page();
  proxy.calm();
  const { comments } = await page();
  const around = new Set(comments.flatMap(({ author, article }: any) => [author.key, article.id]));
  expect(comments).toHaveLength(50);
  expect(spent().reads).toBeLessThanOrEqual(4 + around.size / 2);
});

test('a page of 50: at most 3 read units', async () => {
  for (let n = 0; n < 60; n += 1)
    await backend.store.add(aStored({ article: 'page', id: anId(n, clock.now() + n), status: 'approved' }));
  await list('prix');
  proxy.calm();
  const page = await list('page', { query: 'limit=50' });
  expect(page.json().comments).toHaveLength(50);
  expect(spent().reads).toBeLessThanOrEqual(3);
});
