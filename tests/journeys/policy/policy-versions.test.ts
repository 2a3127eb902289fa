import { expect, test } from '@jest/globals';
import { saveSite } from '../../../src/use-cases/save-site.ts';
import { acting, policyAppOver } from '../../use-cases/policy-app.ts';
import { follow } from '../follow-stream.ts';
import { CLAIRE, nora } from '../people.ts';
import { asModerator } from '../requests.ts';
import { ORIGIN, withBackend } from '../with-backend.ts';

const backend = withBackend({ table: 'of-test' });
const change = (policy: object, more: object = {}) =>
  asModerator('change-policy', { method: 'PUT', body: { policy, ...more } });
const rollBack = (to: number, more: object = {}, asked: object = {}) =>
  asModerator('roll-back-policy', { method: 'POST', body: { to, ...more }, ...asked });
const read = async (query = '') => (await asModerator('read-policy', { query })).json();
const history = async (query = '') => (await asModerator('list-policy-versions', { query })).json();
const trail = async () =>
  (await asModerator('list-audit')).json().entries.filter(({ article }: any) => article === null);

const link = (expected: string, more: object = {}) => ({
  ...{ comment: { author: 'Camille', text: 'Voyez https://a.example.com' }, expected },
  ...more,
});

test('every save is a version that can be read and brought back, with its fixtures, its note and who made it', async () => {
  await change(
    { links: { holdFrom: 4 }, fixtures: [link('publish', { name: 'un lien' })] },
    { note: 'essai' },
  );
  await change({ links: { holdFrom: 5 }, blocked: { words: ['casino'] } });

  expect(await read('version=2')).toMatchObject({ policy: { links: { holdFrom: 4 } }, version: 2 });
  expect((await rollBack(2, { version: 3, note: 'retour' })).json()).toMatchObject({
    policy: { links: { holdFrom: 4 }, blocked: { words: [] }, fixtures: [{ name: 'un lien' }] },
    version: 4,
  });
  expect(await read()).toEqual({ ...(await read('version=2')), version: 4 });
  expect((await history()).versions).toMatchObject([
    { version: 4, by: CLAIRE, name: 'claire', note: 'retour', restored: 2 },
    { version: 3, note: null, restored: null, changed: ['links.holdFrom', 'blocked.words', 'fixtures'] },
    { version: 2, note: 'essai', changed: expect.arrayContaining(['links.holdFrom', 'fixtures']) },
  ]);
});

test('the trail names the settings of each save and holds none of their words, and is sealed like any other', async () => {
  await change({ blocked: { words: ['motsecret'] }, flood: { pauseS: null, per10Min: null, perDay: null } });
  await change({});
  await rollBack(2);
  await follow(backend);

  const entries = await trail();
  expect(entries.filter(({ action }: any) => /policy/.test(action))).toMatchObject([
    { action: 'roll-back-policy', by: CLAIRE, before: '3', after: '4', reason: 'version 2' },
    { action: 'change-policy', before: '2', after: '3' },
    { action: 'change-policy', subject: 'blocked.words', before: '1', after: '2' },
  ]);
  expect(JSON.stringify(entries)).not.toContain('motsecret');
  const links = (await backend.dump()).filter(({ pk, sk }) => pk?.S === '~E#demo' && sk?.S?.startsWith('Z#'));
  expect(links.length).toBeGreaterThan(0);
});

test('of two who save at once one wins, and the other hears by whom and what differs', async () => {
  const answers = await Promise.all([
    change({ links: { holdFrom: 7 } }, { version: 1 }),
    change({ links: { holdFrom: 8 } }, { version: 1 }),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  await change({ links: { holdFrom: 9 }, checks: { links: 'shadow' } }, { version: 2 });
  const late = await change({ bans: { listed: true } }, { version: 2 });
  expect(late.json()).toMatchObject({
    code: 'changed-meanwhile',
    current: { version: 3, savedBy: CLAIRE, name: 'claire', changed: ['links.holdFrom', 'checks.links'] },
  });
  expect((await rollBack(2, { version: 2 })).statusCode).toBe(409);
  expect((await history()).versions).toHaveLength(2);
});

test('a policy whose fixtures fail is refused with a line for each, in the language asked for, and changes nothing', async () => {
  const before = await backend.dump();
  const fixtures = [link('publish'), link('hold'), link('spam'), link('refuse', { approved: 3 })];
  const body = { policy: { links: { holdFrom: 1 }, fixtures } };
  const answer = await asModerator('change-policy', { method: 'PUT', body });
  expect(answer.statusCode).toBe(422);
  expect(answer.json().fields).toEqual([
    {
      field: 'policy.fixtures.0',
      detail: expect.stringMatching(
        /^Devrait être publié, mais serait retenu\. .*«\u00A0https:\/\/a\.example\.com\u00A0»/,
      ),
    },
    { field: 'policy.fixtures.2', detail: expect.stringMatching(/^Devrait être classé comme spam, mais/) },
    { field: 'policy.fixtures.3', detail: expect.stringMatching(/^Devrait être refusé, mais/) },
  ]);
  const inEnglish = { method: 'PUT', body, headers: { 'accept-language': 'en' } };
  expect((await asModerator('change-policy', inEnglish)).json().fields[0].detail).toMatch(
    /^Should be published, but would be held\. .*“https/,
  );
  expect(await backend.dump()).toEqual(before);
});

test('an earlier policy whose fixtures fail today is not brought back', async () => {
  const stored = await backend.store.readSite('demo');
  if (!stored) throw new Error('no site');
  const document = { ...stored.policy, fixtures: [link('spam') as any] };
  const saved = { site: 'demo', version: 2, at: 0, by: 'autre', changed: [], document };
  const event = {
    id: 'e1',
    site: 'demo',
    at: 0,
    by: 'autre',
    action: 'change-policy',
    subject: 'x',
  } as const;
  await backend.store.saveSite(stored, 1, { saved, event });
  await change({});
  expect((await rollBack(2)).json()).toMatchObject({
    code: 'invalid-fields',
    fields: [{ field: 'policy.fixtures.0' }],
  });
});

test('without a stated record a fixture is judged by its words alone, and with one by what its author has earned', async () => {
  const comment = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
  const of = (expected: string, approved?: number) => ({
    ...{ comment, expected },
    ...(approved === undefined ? {} : { approved }),
  });
  const fixtures = [of('publish'), of('hold', 0), of('hold', 1), of('publish', 2)];
  expect((await change({ firstComment: { approvedMin: 2 }, fixtures })).statusCode).toBe(200);
});

test.each([
  ['an unknown key', { fixtures: [{ ...link('hold'), why: 1 }] }, 'policy.fixtures.0.why'],
  ['an unknown outcome', { fixtures: [link('approve')] }, 'policy.fixtures.0.expected'],
  [
    'a comment without words',
    { fixtures: [{ comment: { author: 'A', text: ' ' }, expected: 'hold' }] },
    'policy.fixtures.0.comment.text',
  ],
  ['too many', { fixtures: Array.from({ length: 201 }, () => link('hold')) }, 'policy.fixtures'],
  ['a mode of no check', { checks: { casino: 'off' } }, 'policy.checks.casino'],
  ['no such mode', { checks: { links: 'on' } }, 'policy.checks.links'],
  ['a mode of bans', { checks: { banned: 'off' } }, 'policy.checks.banned'],
  ['a mode of an article’s own state', { checks: { 'article-mode': 'off' } }, 'policy.checks.article-mode'],
  [
    'a section that no article has',
    { articles: { gare: { retention: { spamDays: 1 } } } },
    'policy.articles.gare.retention',
  ],
  [
    'an unknown key of an article',
    { articles: { gare: { links: { max: 1 } } } },
    'policy.articles.gare.links.max',
  ],
  [
    'a wrong value of an article',
    { articles: { gare: { links: { holdFrom: 0 } } } },
    'policy.articles.gare.links.holdFrom',
  ],
  [
    'an entry of an article that matches nothing',
    { articles: { gare: { blocked: { words: ['*'] } } } },
    'policy.articles.gare.blocked.words.0',
  ],
  [
    'rules for too many articles',
    { articles: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`a${n}`, {}])) },
    'policy.articles',
  ],
])('a policy with %s is refused with the place', async (_, policy, field) => {
  const answer = await change(policy);
  expect(answer.statusCode).toBe(422);
  expect(answer.json().fields).toEqual([expect.objectContaining({ field })]);
});

test('what a moderator may read a moderator does not change, and what is not there is not found', async () => {
  await change({});
  expect((await rollBack(1, {}, { claims: nora })).statusCode).toBe(403);
  expect((await asModerator('list-policy-versions', { claims: nora })).statusCode).toBe(200);
  for (const version of [1, 9]) expect((await rollBack(version)).statusCode).toBe(404);
  for (const query of ['version=0', 'version=x', 'version=2&a=1'])
    expect((await asModerator('read-policy', { query })).statusCode).toBe(400);
});

test('a history longer than a page goes on where the page ended, for the same person', async () => {
  for (let n = 1; n <= 21; n += 1) await change({ links: { holdFrom: n } });
  const first = await history();
  const rest = await history(`cursor=${first.next}`);
  expect([...first.versions, ...rest.versions].map(({ version }: any) => version)).toEqual(
    Array.from({ length: 21 }, (_, n) => 22 - n),
  );
  expect(rest.next).toBeNull();
  const asked = { query: `cursor=${first.next}`, claims: nora };
  expect((await asModerator('list-policy-versions', asked)).statusCode).toBe(400);
});

test('an operator’s change of the site is in the history and the trail, and keeps policy and fixtures', async () => {
  await change({ links: { holdFrom: 4 }, fixtures: [link('publish')] });
  const settings = { id: 'demo', name: 'Le Soir', language: 'en', origins: [ORIGIN] } as const;
  await saveSite(policyAppOver(backend), settings, acting('command', Date.now()));
  expect(await read()).toMatchObject({
    policy: { links: { holdFrom: 4 }, fixtures: [{ expected: 'publish' }] },
    version: 3,
  });
  expect((await history()).versions[0]).toMatchObject({ by: 'command', changed: ['name', 'language'] });
  expect(await trail()).toContainEqual(
    expect.objectContaining({ action: 'change-site', by: 'command', subject: 'name, language', after: '3' }),
  );
});

test('saving an ordinary policy costs two copies of it and an event, and a submission reads no fixture', async () => {
  backend.consumed();
  await change({
    fixtures: Array.from({ length: 40 }, () => link('hold', { name: 'x'.repeat(150) })),
    links: { holdFrom: 1 },
  });
  expect(backend.consumed().writes).toBeLessThanOrEqual(4 + 2 * 13 + 2);
  const site = (await backend.dump()).find(({ pk }) => pk?.S === '~S');
  expect(site?.policy?.S).not.toContain('fixtures');
});
