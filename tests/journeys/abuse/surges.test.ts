import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { MINUTE_S, stopClock } from '../../clock.ts';
import { aSite, NOW } from '../../storage/with-store.ts';
import { ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { invoke } from '../functions.ts';
import { CLAIRE, nora } from '../people.ts';
import { asModerator, decide, submit } from '../requests.ts';
import { noFlood, ORIGIN, withBackend } from '../with-backend.ts';

/** Publishes strangers too, and remembers a site for a minute, as deployed functions do. */
const policy = readPolicy({ ...noFlood, firstComment: { approvedMin: 0, unseenMax: null } });
const RELAX_S = policy.surge.relaxMin * MINUTE_S;
const backend = withBackend({ policy, table: 'of-test', settings: { SITE_CACHE_S: '60' } });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(2 * RELAX_S));
afterAll(() => clock.restart());

let said = 0;
/** Somebody on a network of their own. */
const say = async (article: string, more: object = {}) => {
  said += 1;
  clock.pass(1);
  const body = { author: `Lecteur ${said}`, text: `Mot ${said}.`, ...more };
  const ip = `198.51.${said >> 8}.${said & 255}`;
  return (await submit(article, body, { ip })).json();
};
const SPAM = { contact_me: 'https://casino.example/' };
/** Spam under some articles in turn, which the stream then tells of. */
const spamOn = async (articles: readonly string[], count: number) => {
  for (let n = 0; n < count; n += 1) await say(articles[n % articles.length] as string, SPAM);
  await follow(backend);
};
const MANY = Array.from({ length: 10 }, (_, n) => `actu-${n}`);
const aMinuteLater = () => clock.pass(MINUTE_S + 1);
const queues = async (headers: Record<string, string> = {}) => asModerator('list-queues', { headers });
const surges = async () => (await queues()).json().surges;
const relax = (claims?: Record<string, string>) =>
  asModerator('relax-surges', { method: 'DELETE', ...(claims ? { claims } : {}) });
const trail = async () =>
  (await asModerator('list-audit'))
    .json()
    .entries.filter(({ action }: any) => action.endsWith('-surge'))
    .map(({ at, by, action, subject, before, after }: any) => ({ at, by, action, subject, before, after }));
const findingsOn = async (article: string) =>
  (await asModerator('list-article-comments', { article, query: 'status=pending' }))
    .json()
    .comments.flatMap(({ verdict }: any) => verdict.findings)
    .filter(({ outcome }: any) => outcome === 'hold');
/** Somebody whose first comment a moderator approved. */
const aRegular = async () => {
  const { id, visitor } = await say('accueil');
  clock.pass(1);
  await decide('accueil', id, 'approve');
  await follow(backend);
  return visitor as string;
};

test('thirty spam comments hold newcomers and no regular, and a while after the last of them newcomers are published, all of it in the trail', async () => {
  const visitor = await aRegular();
  expect((await say('gare')).status).toBe('published');
  await spamOn(MANY, 30);
  const [began] = await surges();
  expect(began).toMatchObject({
    article: null,
    sharePercent: expect.any(Number),
    comments: expect.any(Number),
  });
  expect(began.sharePercent).toBeGreaterThanOrEqual(50);
  aMinuteLater();

  const newcomer = await say('gare');
  expect(newcomer.status).toBe('pending');
  expect(await findingsOn('gare')).toMatchObject([{ check: 'surge', version: 1 }]);
  const page = await ask('show-receipt', { params: { receipt: newcomer.receipt } });
  expect(page.body).toMatch(/Beaucoup de spam arrive en ce moment/);
  expect((await say('gare', { visitor })).status).toBe('published');

  clock.pass(RELAX_S);
  expect(await surges()).toEqual([]);
  expect((await say('gare')).status).toBe('published');
  await follow(backend);
  expect(await trail()).toMatchObject([
    { action: 'end-surge', by: 'screening', subject: 'demo', at: expect.any(String) },
    { action: 'begin-surge', by: 'screening', subject: 'demo', at: began.since },
  ]);
  // The whole stream came again, and again.
  await follow(backend);
  expect(await trail()).toHaveLength(2);
});

test('a surge of one article leaves the others alone', async () => {
  await spamOn(['gare'], 30);
  expect(await surges()).toMatchObject([{ article: 'gare', sharePercent: 100, spam: 30, comments: 30 }]);
  aMinuteLater();
  expect((await say('gare')).status).toBe('pending');
  expect((await say('budget')).status).toBe('published');
});

test('what a surge holds is not spam, so that it goes by itself although many come', async () => {
  await spamOn(MANY, 24);
  aMinuteLater();
  for (let n = 0; n < 40; n += 1) expect((await say('gare')).status).toBe('pending');
  await follow(backend);
  clock.pass(RELAX_S - MINUTE_S);
  expect(await surges()).toEqual([]);
  expect((await say('gare')).status).toBe('published');
});

test('a moderator who files new comments as spam begins a surge, and ends it who takes that back', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 20; n += 1) ids.push((await say('gare')).id);
  const undos: string[] = [];
  for (const id of ids) undos.push((await decide('gare', id, 'spam')).json().undo);
  await follow(backend);
  expect(await surges()).toMatchObject([{ article: 'gare', spam: 20 }]);

  clock.pass(1);
  for (const undo of undos.slice(0, 11))
    await asModerator('undo-decisions', { method: 'POST', body: { undo } });
  await follow(backend);
  expect(await surges()).toEqual([]);
  expect((await trail()).map(({ action }: any) => action)).toEqual(['end-surge', 'begin-surge']);
});

test('spam that moderators file of a day ago begins no surge', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 25; n += 1) ids.push((await say('gare')).id);
  clock.pass(24 * 60 * MINUTE_S);
  for (const id of ids) await decide('gare', id, 'spam');
  await follow(backend);
  expect(await surges()).toEqual([]);
});

test('an admin ends surges at once, in the trail and under their own name; a moderator cannot', async () => {
  await spamOn(MANY, 30);
  clock.pass(1);
  expect((await relax(nora)).statusCode).toBe(403);
  const answer = await relax();
  expect([answer.statusCode, answer.json().ended]).toMatchObject([200, [{ article: null }]]);
  expect((await relax()).json()).toEqual({ ended: [] });
  expect(await surges()).toEqual([]);
  aMinuteLater();
  expect((await say('gare')).status).toBe('published');
  await say('gare', SPAM);
  await follow(backend);
  expect(await surges()).toEqual([]);
  expect((await trail())[0]).toMatchObject({ action: 'end-surge', by: CLAIRE, subject: 'demo' });
});

test('who asks whether the counts changed learns that a surge began, and that it ended by time alone', async () => {
  const etagOf = async () => (await queues()).headers.etag as string;
  const calm = await etagOf();
  expect((await queues({ 'if-none-match': calm })).statusCode).toBe(304);
  await spamOn(['gare'], 20);
  const during = await etagOf();
  expect((await queues({ 'if-none-match': during })).statusCode).toBe(304);
  clock.pass(RELAX_S + 1);
  const after = await queues({ 'if-none-match': during });
  expect([after.statusCode, after.json().surges]).toEqual([200, []]);
});

test('where nothing comes in any more, the hourly job writes the end at the time it was', async () => {
  await spamOn(['gare'], 20);
  const [{ until }] = await surges();
  clock.pass(RELAX_S + 20 * MINUTE_S);
  await invoke('purge-expired', { job: 'purge-expired', dryRun: true });
  expect(await trail()).toHaveLength(1);
  await invoke('purge-expired', { job: 'purge-expired' });
  await invoke('purge-expired', { job: 'purge-expired' });
  expect(await trail()).toMatchObject([
    { action: 'end-surge', by: 'screening', subject: 'gare', before: '100 % (20/20)', at: until },
    { action: 'begin-surge', after: '100 % (20/20)' },
  ]);
});

test('a site that switches surges off has none, not even one that stands', async () => {
  await spamOn(MANY, 30);
  const off = readPolicy({ ...policy, surge: { ...policy.surge, sharePercent: null } });
  await backend.store.saveSite(aSite({ origins: [ORIGIN], policy: off }), 1);
  aMinuteLater();
  expect(await surges()).toEqual([]);
  expect((await say('gare')).status).toBe('published');
});

test('what a policy makes spam of because of a surge does not keep the surge up', async () => {
  const strict = readPolicy({ ...policy, checks: { surge: 'spam' } });
  await backend.store.saveSite(aSite({ origins: [ORIGIN], policy: strict }), 1);
  aMinuteLater();
  await spamOn(MANY, 30);
  aMinuteLater();
  for (let n = 0; n < 10; n += 1) await say('gare');
  await follow(backend);
  const [{ until }] = await surges();
  expect(Date.parse(until)).toBeLessThan(clock.now() + RELAX_S * 1000 - MINUTE_S * 1000);
});
