import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { reservePart } from '../../../src/storage/dynamodb/bans/reserve-part.ts';
import { transact } from '../../../src/storage/dynamodb/conditional-writes.ts';
import { openTable } from '../../../src/storage/dynamodb/table.ts';
import { reservedIds } from '../../../src/submission/reserved-ids.ts';
import { createDigests } from '../../../src/tokens/digests.ts';
import { DAY_S, MINUTE_S, stopClock } from '../../clock.ts';
import { aSite, NOW } from '../../storage/with-store.ts';
import { type Ask, ask } from '../call-gateway.ts';
import { both, CLAIRE, claire, idOf } from '../people.ts';
import { asModerator, decide, ofReceipt, submit } from '../requests.ts';
import { noFlood, ORIGIN, withBackend } from '../with-backend.ts';

/** Publishes strangers too, and remembers a site for a minute, as deployed functions do. */
const policy = readPolicy({ ...noFlood, firstComment: { approvedMin: 0, unseenMax: null } });
const backend = withBackend({ policy, table: 'of-test', settings: { SITE_CACHE_S: '60' } });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(2 * MINUTE_S));
afterAll(() => clock.restart());

let said = 0;
const say = async (more: object = {}, ip = '192.0.2.7') => {
  said += 1;
  clock.pass(1);
  const body = { author: 'Camille', text: `Mot ${said}.`, ...more };
  return (await submit('gare', body, { ip })).json();
};
const add = async (body: object, asked: Ask = {}) =>
  asModerator('add-ban', { method: 'POST', body: { reason: 'injures', ...body }, ...asked });
const listed = async () => (await asModerator('list-bans')).json().bans;
const lift = (ban: string) => asModerator('lift-ban', { method: 'DELETE', params: { ban } });
const aMinuteLater = () => clock.pass(MINUTE_S + 1);
const spamOfArticle = async () =>
  (await asModerator('list-article-comments', { article: 'gare', query: 'status=spam' })).json().comments;
const trail = async () =>
  (await backend.dump())
    .filter(({ pk, action }) => pk?.S === '~E#demo' && action?.S !== 'add-member')
    .map(({ by, action, subject, before, after, reason }) =>
      [by, action, subject, before, after, reason].map((one) => one?.S ?? '-').join(' '),
    );

test('a banned author’s comment is stopped a minute later, and cannot tell', async () => {
  const { id, visitor } = await say();
  const made = await add({ kind: 'author', article: 'gare', comment: id });
  expect([made.statusCode, made.json()]).toMatchObject([
    201,
    {
      kind: 'author',
      label: 'Camille',
      effect: 'ban',
      reason: 'injures',
      until: null,
      by: idOf('demo', claire),
    },
  ]);
  aMinuteLater();

  const answer = await submit('gare', { author: 'Camille', text: 'Encore moi.', visitor });
  expect([answer.statusCode, answer.json().status]).toEqual([202, 'pending']);
  const receipt = await ask('show-receipt', { params: { receipt: answer.json().receipt } });
  expect(receipt.json()).toMatchObject({ status: 'pending' });
  expect(receipt.body).not.toMatch(/ban/i);

  const [stopped] = await spamOfArticle();
  expect(stopped.id).toBe(answer.json().id);
  expect(JSON.stringify(stopped.verdict)).toContain('Bloqué par la modération');
  const queue = await asModerator('list-queue', { params: { queue: 'spam' } });
  expect(queue.json().comments).toEqual([]);
  expect((await say({}, '192.0.2.7')).status).toBe('published');
});

test('what a ban stopped can be published by a moderator', async () => {
  const { id, visitor } = await say();
  await add({ kind: 'author', article: 'gare', comment: id });
  aMinuteLater();
  const { id: stopped } = await say({ visitor });
  expect((await decide('gare', stopped, 'approve')).json().results[0].problem).toBeUndefined();
});

test.each([
  ['e-mail address', { kind: 'email' }, { email: 'Jean@spam.example' }, '198.51.100.1'],
  ['network', { kind: 'network' }, {}, '192.0.2.7'],
  ['range of addresses', { kind: 'network', range: true }, {}, '192.0.2.250'],
])('a comment is enough to ban its %s, which no moderator sees', async (_, body, more, ip) => {
  const { id } = await say({ email: 'jean@spam.example' });
  const made = await add({ ...body, article: 'gare', comment: id });
  expect(made.statusCode).toBe(201);
  expect(made.body).not.toMatch(/spam\.example|192\.0/);
  aMinuteLater();
  expect((await say(more, ip)).status).toBe('pending');
  expect((await say({}, '203.0.113.5')).status).toBe('published');
});

test.each([
  ['one address', '192.0.2.7', false, 'Camille, IPv4'],
  ['a range', '192.0.2.7', true, 'Camille, IPv4/24'],
  ['a network of IPv6', '2001:db8:1:2::5', false, 'Camille, IPv6/64'],
])('a network that a comment came from is told by its extent: %s', async (_, ip, range, label) => {
  const { id } = await say({}, ip);
  await add({ kind: 'network', ...(range ? { range } : {}), article: 'gare', comment: id });
  expect((await listed()).map((one: any) => one.label)).toEqual([label]);
});

test('who speaks for the newsroom is not banned by a reply of theirs', async () => {
  const { id: parent } = await say();
  const body = { article: 'gare', parent, text: 'Merci !' };
  const { comment } = (await asModerator('reply-to-comment', { method: 'POST', body })).json();
  for (const kind of ['author', 'email', 'network']) {
    const { status, fields } = (await add({ kind, article: 'gare', comment: comment.id })).json();
    expect([status, fields]).toEqual([
      422,
      [{ field: 'kind', detail: 'The comment is the newsroom’s own.' }],
    ]);
  }
  expect(await listed()).toEqual([]);
});

test('nothing in the table tells which address a ban names', async () => {
  await add({ kind: 'email', value: 'jean.dupont@spam.example' });
  await add({ kind: 'network', value: '192.0.2.7' });
  await add({ kind: 'network', value: '2001:db8:1:2:3::9' });
  expect(JSON.stringify(await backend.dump())).not.toMatch(/jean\.dupont|192\.0\.2\.7|db8:1:2/);
  expect((await listed()).map(({ label }: any) => label).toSorted()).toEqual([
    '192.0.2.…',
    '2001:db8:1:…',
    'j…@spam.example',
  ]);
});

test('a ban for some days ends by itself, to the second, however long it is remembered', async () => {
  await add({ kind: 'network', value: '192.0.2.0/24', days: 1 });
  aMinuteLater();
  expect((await say()).status).toBe('pending');
  clock.pass(DAY_S - MINUTE_S - 10);
  expect((await say()).status).toBe('pending');
  clock.pass(10);
  expect((await say()).status).toBe('published');
  expect(await listed()).toEqual([]);
});

test('a second ban of the same replaces the first, an allowance replaces a ban, and lifting ends either', async () => {
  const first = await add({ kind: 'domain', value: 'spam.example', days: 1 });
  const second = await add({ kind: 'domain', value: 'www.SPAM.example', reason: 'publicité' });
  expect([first.statusCode, second.statusCode, second.json().id]).toEqual([201, 200, first.json().id]);
  const { replaced, ...before } = first.json();
  expect([replaced, second.json().replaced]).toEqual([null, before]);
  expect(await listed()).toMatchObject([{ reason: 'publicité', until: null }]);
  aMinuteLater();
  expect((await say({ text: 'Voir http://a.spam.example/x' })).status).toBe('pending');

  await add({ kind: 'domain', value: 'spam.example', effect: 'allow' });
  aMinuteLater();
  expect((await say({ text: 'Voir encore http://a.spam.example/x' })).status).toBe('published');

  expect((await lift(first.json().id)).json()).toEqual({ lifted: first.json().id });
  expect((await lift(first.json().id)).statusCode).toBe(404);
  expect(await listed()).toEqual([]);
});

test('every change of a ban is in the site’s trail, by whom and why, without whom it names', async () => {
  const { id } = (await add({ kind: 'email', value: 'jean@spam.example', days: 1 })).json();
  clock.pass(1);
  await lift(id);
  const until = new Date(clock.now() - 1000 + DAY_S * 1000).toISOString();
  expect(await trail()).toEqual([
    `${CLAIRE} ban ${id} - ban, email, until ${until} injures`,
    `${CLAIRE} lift-ban ${id} ban, email, until ${until} - -`,
  ]);
});

test('the trail tells what a ban took the place of, its domain, and the comment it was made of', async () => {
  const { id } = await say();
  for (const effect of ['ban', 'allow', 'ban']) {
    clock.pass(1);
    await add({ kind: 'domain', value: 'spam.example', effect });
  }
  clock.pass(1);
  const made = (await add({ kind: 'author', article: 'gare', comment: id })).json();
  clock.pass(1);
  await lift(made.id);
  const { entries } = (await asModerator('list-audit')).json();
  const told = entries.filter(({ action }: any) => action.endsWith('ban'));
  expect(told.map(({ before, after, article, comment }: any) => [before, after, article, comment])).toEqual([
    ['ban, author', null, 'gare', id],
    [null, 'ban, author', 'gare', id],
    ['allow, domain spam.example', 'ban, domain spam.example', null, null],
    ['ban, domain spam.example', 'allow, domain spam.example', null, null],
    [null, 'ban, domain spam.example', null, null],
  ]);
  expect(JSON.stringify(await backend.dump())).not.toContain('"ban, author Camille"');
});

test('an allowed network passes the policy’s lists', async () => {
  const strict = readPolicy({ ...policy, blocked: { words: ['casino'], networks: ['192.0.2.0/24'] } });
  await backend.store.saveSite(aSite({ origins: [ORIGIN], policy: strict }), 1);
  aMinuteLater();
  expect((await say({ text: 'Au casino.' })).status).toBe('pending');
  await add({ kind: 'network', value: '192.0.2.7', effect: 'allow' });
  aMinuteLater();
  expect((await say({ text: 'Au casino de Deauville.' })).status).toBe('published');
});

test('another site is not touched, and its moderators see nothing of it', async () => {
  await add({ kind: 'network', value: '192.0.2.7' });
  aMinuteLater();
  const there = { params: { site: 'autre' } };
  expect(
    (await submit('gare', { author: 'Camille', text: 'Ici.' }, { ...there, ip: '192.0.2.7' })).json().status,
  ).toBe('published');
  const claims = both;
  expect((await asModerator('list-bans', { ...there, claims })).json().bans).toEqual([]);
  expect((await asModerator('list-bans', there)).statusCode).toBe(404);
  const { id } = await say();
  const asked = await add({ kind: 'author', article: 'gare', comment: id }, { ...there, claims });
  expect([asked.statusCode, asked.json().code]).toEqual([404, 'comment-not-found']);
});

test.each([
  ['value', { kind: 'email' }],
  ['value', { kind: 'email', value: 'jean' }],
  ['value', { kind: 'network', value: '192.0.0.0/16' }],
  ['value', { kind: 'author', value: 'Camille' }],
  ['kind', { kind: 'domain', article: 'gare', comment: '01KJVN6A2HWZ3K0V5YB6Q8R9TD' }],
  ['comment', { kind: 'author', article: 'gare' }],
  ['range', { kind: 'network', value: '192.0.2.7', range: true }],
  ['until', { kind: 'domain', value: 'spam.example', until: '2020-01-01T00:00:00Z' }],
  ['until', { kind: 'domain', value: 'spam.example', until: '2030-01-01T00:00:00Z', days: 2 }],
  ['days', { kind: 'domain', value: 'spam.example', days: 0 }],
  ['reason', { kind: 'domain', value: 'spam.example', reason: ' ' }],
])('says what is wrong of %s in %j', async (field, body) => {
  const answer = await add(body);
  expect([answer.statusCode, answer.json().fields?.[0]?.field]).toEqual([422, field]);
  expect(await listed()).toEqual([]);
});

test('a ban ends at the moment that it names, in whatever time zone, and anything else is told what a moment is', async () => {
  const ban = { kind: 'domain', value: 'spam.example' };
  const made = await add({ ...ban, until: '2030-01-01T01:30:00+02:00' });
  expect(made.json()).toMatchObject({ until: '2029-12-31T23:30:00.000Z' });
  const { fields } = (await add({ ...ban, until: 'tomorrow' })).json();
  expect(fields).toEqual([{ field: 'until', detail: 'It must be a time as RFC 3339 writes it.' }]);
});

test('a comment without an e-mail address bans nobody by it', async () => {
  const { id } = await say();
  const answer = await add({ kind: 'email', article: 'gare', comment: id });
  expect([answer.statusCode, answer.json().fields]).toEqual([
    422,
    [{ field: 'kind', detail: 'The comment came without an email address.' }],
  ]);
});

test.each(['author', 'email', 'network'])('an erased comment bans nobody by their %s', async (kind) => {
  const { id, receipt } = await say({ email: 'camille@example.org' });
  await ofReceipt('erase-comments', receipt, { body: {} });
  const answer = await add({ kind, article: 'gare', comment: id });
  expect([answer.statusCode, answer.json().fields?.[0]?.field]).toEqual([422, 'kind']);
  expect(await listed()).toEqual([]);
});

test('moderators who ban at the same moment all succeed', async () => {
  const answers = await Promise.all(
    Array.from({ length: 4 }, (_, n) => add({ kind: 'domain', value: `spam${n}.example` })),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201]);
  expect(await listed()).toHaveLength(4);
});

test('of the same ban sent ten times at once all but the first find it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => add({ kind: 'domain', value: 'spam.example' })),
  );
  const codes = answers.map(({ statusCode }) => statusCode).toSorted();
  expect(codes).toEqual([...Array(9).fill(200), 201]);
  expect(await listed()).toHaveLength(1);
});

test('a network that is forgotten can no longer be banned by its comment', async () => {
  const { id } = await say();
  await backend.store.forgetNetwork({ site: 'demo', article: 'gare', id });
  const answer = await add({ kind: 'network', article: 'gare', comment: id });
  expect([answer.statusCode, answer.json().fields[0].field]).toEqual([422, 'kind']);
  expect(JSON.stringify((await backend.dump()).filter(({ sk }) => sk?.S === `C#${id}`))).not.toContain(
    'nets',
  );
});

test('a member’s name waits for a moderator, beside whatever bans there are, and takes no place among them', async () => {
  const digests = createDigests(Buffer.from(process.env.SECRET ?? '', 'hex'));
  const { author = '' } = reservedIds('demo', { name: 'Claire Vidal' }, digests);
  const table = openTable(backend.tableName, backend.send, () => undefined);
  const { id } = (await add({ kind: 'domain', value: 'spam.example' })).json();
  await transact(table, [reservePart(table, 'demo', { add: [author], remove: [] })]);
  aMinuteLater();
  const held = await say({ author: 'Claire VIDAL' });
  expect(held.status).toBe('pending');
  expect((await say({ author: 'Claire' })).status).toBe('published');
  await lift(id);
  await transact(table, [reservePart(table, 'demo', { add: [], remove: [author] })]);
  aMinuteLater();
  expect((await say({ author: 'Claire Vidal' })).status).toBe('published');
});
