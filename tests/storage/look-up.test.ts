import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, test } from '@jest/globals';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { minHash } from '../../src/screening/text/minhash.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { sitePush } from '../../src/storage/dynamodb/guards/resemblances.ts';
import type { HistoryQuestion, StatedPage } from '../../src/submission/history.ts';
import { anId, aSite, aStored, NOW, withStore } from './with-store.ts';

const fixture = withStore();
let networks = 0;
let sites = 0;
/** Each test has a site of its own, which remembers nothing yet. */
let site = aSite();
beforeEach(() => {
  sites += 1;
  site = aSite({ id: `site-${sites}` });
});

/** The id that a submission determines, at its time. */
const idOf = (tag: number, now: number) =>
  newCommentId(now, Uint8Array.of(7, 0, 0, 0, 0, 0, 0, 0, tag >> 8, tag & 255));

/** A page that somebody states, under the name that most do. */
const aPage = (page: Partial<StatedPage> = {}): StatedPage => ({
  owner: 'boutique.example',
  name: 'Camille',
  ...page,
});

/** A network's key. A site's newest texts tell networks apart by its first three bytes. */
const networkOf = (n: number) =>
  `2603:${Buffer.from([n >> 16, n >> 8, n, ...Array(13).fill(0)]).toString('base64url')}`;

/** A submission from a network of its own, unless told otherwise. */
const aQuestion = (question: Partial<HistoryQuestion> & { tag?: number } = {}): HistoryQuestion => {
  networks += 1;
  const { tag = networks, ...rest } = question;
  const now = rest.now ?? NOW;
  return {
    site,
    article: 'gare-de-lyon',
    networkKey: networkOf(networks),
    id: idOf(tag, now),
    content: Uint8Array.of(0, 0, tag >> 8, tag & 255),
    fingerprint: `print ${tag}`,
    sameWithinMs: 3_600_000,
    now,
    ...rest,
  };
};
const nothing = {
  ...{ earlier: [], neighbours: [], siteRecent: 0, resembling: [], formTokenUsed: 'no', learned: [] },
  ...{ keyReused: false, proofUsed: false, places: ['network', 'site'], bans: new Map(), surges: [] },
};
const TEXT = 'Les trains de nuit reviennent enfin entre Paris et Nice, et tout le monde s’en réjouit';

test('knows nothing of the first submission', async () => {
  expect(await fixture.store.lookUp(aQuestion())).toEqual(nothing);
});

test.each([
  ['a stranger', {}, 2],
  ['somebody who proves who they are', { authorKey: '1:author' }, 3],
  ['a key', { key: { digest: 'k' } }, 3],
  ['both', { authorKey: '1:another', key: { digest: 'k', sender: 'x'.repeat(90) } }, 4],
  ['a page', { page: aPage() }, 3],
  ['a page and a proof', { authorKey: '1:third', page: aPage() }, 4],
  ['a page and a key', { key: { digest: 'p' }, page: aPage() }, 4],
  ['a page, a proof and a key', { authorKey: '1:fourth', key: { digest: 'p' }, page: aPage() }, 4],
])(
  'of %s it asks in one round trip, each guard at one write unit, and at most 2 read units, what is cached of the site apart',
  async (_, more, guards) => {
    const parent = aStored({ site: site.id, id: anId(1), status: 'approved' });
    await fixture.store.add(parent);
    await fixture.store.saveArticle({ site: site.id, id: 'gare-de-lyon', mode: 'open' }, 0);
    fixture.consumed();
    const likeness = minHash(TEXT);
    if (!likeness) throw new Error('The text is long enough.');
    const question = aQuestion({
      parent: parent.id,
      minHash: likeness,
      formToken: Uint8Array.of(1, 2, 3),
      ...more,
    });
    const { places } = await fixture.store.lookUp(question);
    const asked = fixture.consumed();
    expect(asked.commands).toHaveLength(1 + guards);
    expect([asked.writes, places.length]).toEqual([guards, guards]);
    // The memory, the bans and the surges, and the pages of spam.
    const cached = 'page' in more ? 2 : 1.5;
    expect(asked.reads).toBeLessThanOrEqual(('page' in more && guards === 4 ? 2 : 1.5) + cached);

    await fixture.store.giveBack(question, places);
    expect(fixture.consumed()).toMatchObject({ writes: guards, reads: 0 });
    const again = await fixture.store.lookUp({ ...question, id: idOf(9_000, NOW), fingerprint: 'corrected' });
    expect(again).toMatchObject({
      earlier: [],
      neighbours: [],
      siteRecent: 0,
      resembling: [],
      formTokenUsed: 'no',
    });
    expect(again).not.toHaveProperty('same');
  },
);

test('a person’s ring begins with the comment that made them known, at no more writes, and keeps it when their next is given back', async () => {
  const open = aSite({ id: site.id, policy: readPolicy({ flood: { pauseS: null, perDay: null } }) });
  const known = (authorKey: string, at: number, provenAt: number, more: Partial<HistoryQuestion> = {}) =>
    aQuestion({ site: open, authorKey, now: NOW + at, provenAt: NOW + provenAt, ...more });
  const earlier = async (question: HistoryQuestion) => (await fixture.store.lookUp(question)).earlier;
  expect(await earlier(known('1:neuve', 20, 10))).toEqual([]);
  fixture.consumed();
  // By the token of their second comment, and by that of the first.
  expect(await earlier(known('1:neuve', 30, 20))).toEqual([NOW + 20, NOW + 10]);
  expect(fixture.consumed().writes).toBe(3);
  expect(await earlier(known('1:neuve', 40, 10))).toEqual([NOW + 30, NOW + 20, NOW + 10]);

  const refused = known('1:rendue', 20, 10);
  const { places } = await fixture.store.lookUp(refused);
  await fixture.store.giveBack(refused, places);
  expect(await earlier(known('1:rendue', 30, 10))).toEqual([NOW + 10]);
});

test('stays at one write unit a ring however many submissions there were', async () => {
  const { networkKey } = aQuestion();
  const open = aSite({
    id: site.id,
    policy: readPolicy({ flood: { pauseS: null, per10Min: null, perDay: null } }),
  });
  const texts = Array.from(
    { length: 60 },
    (_, at) => `${TEXT} ${'abcdefghijklmnopqrstuvwxyz'.slice(at % 20)} ${at}`,
  );
  for (const [at, text] of texts.entries()) {
    fixture.consumed();
    const page = aPage({ name: `N${at}`, email: `1:${Buffer.alloc(16, at).toString('base64url')}` });
    const likeness = minHash(text);
    await fixture.store.lookUp(
      aQuestion({
        site: open,
        networkKey,
        now: NOW + at,
        page,
        formToken: Uint8Array.of(at, 1, 1),
        ...(likeness ? { minHash: likeness } : {}),
      }),
    );
    expect(fixture.consumed().writes).toBe(3);
  }
});

test('finds the very same submission within its time, and lets go of it after', async () => {
  const first = aQuestion({ tag: 500 });
  await fixture.store.lookUp(first);
  const soon = { ...first, now: NOW + 60_000, id: idOf(500, NOW + 60_000) };
  expect(await fixture.store.lookUp(soon)).toMatchObject({
    ...nothing,
    siteRecent: 1,
    same: { id: first.id, by: 'content' },
  });
  const late = {
    ...first,
    now: NOW + 3_630_000,
    id: idOf(500, NOW + 3_630_000),
  };
  expect((await fixture.store.lookUp(late)).same?.id).toBe(soon.id);
});

test('twenty at once are one: all but the first find its id', async () => {
  const first = aQuestion({ tag: 600 });
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, at) => {
      const now = NOW + at;
      return fixture.store.lookUp({ ...first, now, id: idOf(600, now) });
    }),
  );
  expect(all.filter(({ same }) => same === undefined)).toHaveLength(1);
  expect(new Set(all.map(({ same }) => same?.id).filter(Boolean)).size).toBe(1);
});

test('tells when a person was here, from whatever network, and keeps what was refused out of it', async () => {
  const authorKey = `1:${site.id}`;
  const at = (ms: number) => fixture.store.lookUp(aQuestion({ authorKey, now: NOW + ms }));
  expect((await at(0)).earlier).toEqual([]);
  const refused = await at(5_000);
  expect([refused.earlier, refused.places]).toEqual([[NOW], ['network', 'site']]);
  // The one at 5 s came within the pause of 15 s and was not let in, so this one is alone after the first.
  expect((await at(20_000)).earlier).toEqual([NOW]);
  expect((await at(40_000)).earlier).toEqual([NOW + 20_000, NOW]);
});

test('tells who else came from a network, and of a stranger keeps out what its outer window does not take', async () => {
  const { networkKey } = aQuestion();
  const narrow = { ...site, policy: readPolicy({ flood: { networkPer10Min: 2 } }) };
  const at = (ms: number, more: Partial<HistoryQuestion> = {}) =>
    fixture.store.lookUp(aQuestion({ site: narrow, networkKey, now: NOW + ms, ...more }));
  await at(0);
  await at(1_000);
  expect(await at(2_000)).toMatchObject({ neighbours: [NOW + 1_000, NOW], places: ['site'] });
  // Whether this one has earned trust is not known yet.
  expect(await at(3_000, { authorKey: `1:${site.id}` })).toMatchObject({
    neighbours: [NOW + 1_000, NOW],
    places: ['person', 'network', 'site'],
  });
});

test('a place that is given back is the one that was taken, wherever it has got to meanwhile', async () => {
  const { networkKey } = aQuestion();
  const at = (ms: number) => aQuestion({ networkKey, now: NOW + ms });
  const questions = [at(0), at(1_000), at(2_000), at(3_000)];
  for (const question of questions) await fixture.store.lookUp(question);
  const refused = questions.filter((_, n) => n === 1 || n === 2);
  await Promise.all(refused.map((question) => fixture.store.giveBack(question, ['network', 'site'])));
  const { neighbours, siteRecent } = await fixture.store.lookUp(at(4_000));
  expect([neighbours, siteRecent]).toEqual([[NOW + 3_000, NOW], 2]);
  // What is not there (any more) cannot be taken out, nor anything in its place.
  await fixture.store.giveBack(at(9_000), ['network', 'site']);
  expect((await fixture.store.lookUp(at(5_000))).neighbours).toHaveLength(3);
});

test('a site’s count goes on where its ring ends, and goes down in the ten minutes after', async () => {
  const start = Math.ceil(NOW / 600_000) * 600_000;
  const open = { ...site, policy: readPolicy({ flood: { networkPer10Min: null } }) };
  for (let n = 0; n < 80; n += 1) await fixture.store.lookUp(aQuestion({ site: open, now: start + n }));
  const recent = async (ms: number) =>
    (await fixture.store.lookUp(aQuestion({ site: open, now: start + ms }))).siteRecent;
  expect(await recent(1_000)).toBe(80);
  for (let n = 0; n < 40; n += 1)
    await fixture.store.lookUp(aQuestion({ site: open, now: start + 900_000 + n }));
  // Half of what came before, and forty.
  expect(await recent(900_100)).toBe(80);
  expect(await recent(86_400_000)).toBe(0);
});

test('what nobody reads any more of a site’s counts goes with the next submission', async () => {
  const question = aQuestion();
  const { key } = sitePush(question);
  const where = { TableName: fixture.tableName, Key: toItem(key) };
  await fixture.store.lookUp(question);
  await fixture.client.send(
    new UpdateItemCommand({
      ...where,
      UpdateExpression: 'SET n2 = :one, n3 = :one, n4 = :one, n5 = :one',
      ExpressionAttributeValues: toItem({ ':one': 1 }),
    }),
  );
  await fixture.store.lookUp({ ...question, now: question.now + 1 });
  const { Item } = await fixture.client.send(new GetItemCommand(where));
  expect(Object.keys(Item ?? {}).filter((name) => /^n[2-5]$/.test(name))).toEqual([]);
  expect(Item).toHaveProperty('r1');
});

test.each([20, 30, 50, 60, 70, 120, 720])(
  'a site’s count says nothing of a burst %i minutes ago',
  async (minutes) => {
    const start = Math.ceil(NOW / 600_000) * 600_000;
    const open = { ...site, policy: readPolicy({ flood: { networkPer10Min: null } }) };
    for (let n = 0; n < 80; n += 1) await fixture.store.lookUp(aQuestion({ site: open, now: start + n }));
    const later = start + minutes * 60_000;
    for (let n = 0; n < 40; n += 1) {
      const { siteRecent } = await fixture.store.lookUp(aQuestion({ site: open, now: later + n }));
      expect(siteRecent).toBe(n);
    }
  },
);

test('what is given back of the ten minutes before is not taken off the count of these', async () => {
  const start = Math.ceil(NOW / 600_000) * 600_000;
  const open = { ...site, policy: readPolicy({ flood: { networkPer10Min: null } }) };
  const at = (ms: number) => aQuestion({ site: open, now: start + ms });
  const before = [at(0), at(1), at(2)];
  for (const question of before) await fixture.store.lookUp(question);
  for (let n = 0; n < 30; n += 1) await fixture.store.lookUp(at(1_200_000 + n));
  await Promise.all(before.map((question) => fixture.store.giveBack(question, ['site'])));
  for (let n = 30; n < 50; n += 1) await fixture.store.lookUp(at(1_200_000 + n));
  expect((await fixture.store.lookUp(at(1_200_100))).siteRecent).toBe(50);
});

test('a key is its submission’s for a day, from wherever it comes, and no other content’s', async () => {
  const key = { digest: 'key', sender: 'sealed' };
  const first = aQuestion({ key, tag: 800 });
  const { same, places } = await fixture.store.lookUp(first);
  expect([same, places]).toEqual([undefined, ['network', 'site', 'key']]);
  const later = (ms: number, more: Partial<HistoryQuestion> = {}) =>
    fixture.store.lookUp(aQuestion({ key: { digest: 'key' }, tag: 800, now: NOW + ms, ...more }));
  expect(await later(86_000_000)).toMatchObject({
    keyReused: false,
    same: { id: first.id, by: 'key', sender: 'sealed' },
    places: ['network', 'site'],
  });
  expect(await later(1_000, { fingerprint: 'other' })).toMatchObject({
    keyReused: true,
    places: ['network', 'site'],
  });
  expect((await later(86_401_000)).places).toContain('key');
});

test('recognises nearly the same text from somebody else', async () => {
  const one = minHash(`${TEXT}, moi la première.`);
  const two = minHash(`${TEXT}, moi le premier !`);
  if (!one || !two) throw new Error('The texts are long enough.');
  await fixture.store.lookUp(aQuestion({ minHash: one }));
  const { resembling } = await fixture.store.lookUp(aQuestion({ minHash: two, now: NOW + 60_000 }));
  const nearest = resembling.toSorted((a, b) => a.bits - b.bits)[0];
  expect(nearest).toMatchObject({ sameVisitor: false, same: false, agoMs: 60_000 });
  expect(nearest?.bits).toBeLessThan(12);
});

test('tells a text of the same network under the same article from one under another', async () => {
  const found = minHash(`${TEXT}, dit tout le quartier.`);
  if (!found) throw new Error('The text is long enough.');
  const first = aQuestion({ minHash: found, article: 'one' });
  await fixture.store.lookUp(first);
  const again = (article: string) =>
    fixture.store.lookUp(
      aQuestion({
        ...{ networkKey: first.networkKey, article, now: NOW + 60_000 },
        minHash: { ...found, exact: (found.exact ^ 1) >>> 0 },
      }),
    );
  const own = { bits: 0, sameVisitor: true, agoMs: 60_000 };
  expect((await again('one')).resembling).toContainEqual({ ...own, same: false, sameArticle: true });
  expect((await again('other')).resembling).toContainEqual({ ...own, same: false, sameArticle: false });
});

test('knows a form token again, from the same network and from another', async () => {
  const formToken = Uint8Array.of(9, 9, 9);
  const first = aQuestion({ formToken });
  expect((await fixture.store.lookUp(first)).formTokenUsed).toBe('no');
  const again = aQuestion({ formToken, networkKey: first.networkKey, now: NOW + 20_000 });
  expect((await fixture.store.lookUp(again)).formTokenUsed).toBe('here');
  expect((await fixture.store.lookUp(aQuestion({ formToken }))).formTokenUsed).toBe('elsewhere');
});

test('a replay does not use its own form token up', async () => {
  const first = aQuestion({ tag: 700, formToken: Uint8Array.of(8, 8, 8) });
  await fixture.store.lookUp(first);
  const replay = { ...first, now: NOW + 1000, id: idOf(700, NOW + 1000) };
  expect(await fixture.store.lookUp(replay)).toMatchObject({
    same: { id: first.id, by: 'form' },
    formTokenUsed: 'no',
  });
});
