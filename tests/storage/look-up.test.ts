import { beforeEach, expect, test } from '@jest/globals';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { readPolicy } from '../../src/comment/policy.ts';
import { sketch } from '../../src/screening/sketch.ts';
import type { HistoryQuestion } from '../../src/submission/history.ts';
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

/** A submission from a network of its own, unless told otherwise. */
const aQuestion = (question: Partial<HistoryQuestion> & { tag?: number } = {}): HistoryQuestion => {
  networks += 1;
  const { tag = networks, ...rest } = question;
  const now = rest.now ?? NOW;
  return {
    site,
    article: 'gare-de-lyon',
    networkKey: `2603:${Buffer.from(`${networks}`.padStart(3).padEnd(16)).toString('base64url')}`,
    id: newCommentId(now, Uint8Array.of(7, tag >> 8, tag & 255)),
    content: Uint8Array.of(0, 0, tag >> 8, tag & 255),
    fingerprint: `print ${tag}`,
    sameWithinMs: 3_600_000,
    now,
    ...rest,
  };
};
const nothing = {
  ...{ earlier: [], neighbours: [], siteRecent: 0, resembling: [], formTokenUsed: 'no', learned: [] },
  ...{ keyReused: false, places: ['network', 'site'] },
};
const TEXT = 'Les trains de nuit reviennent enfin entre Paris et Nice, et tout le monde s’en réjouit';

test('knows nothing of the first submission', async () => {
  expect(await fixture.store.lookUp(aQuestion())).toEqual(nothing);
});

test('asks in one round trip for 2 write units and at most 1.5 read units, the site’s memory apart', async () => {
  const parent = aStored({ site: site.id, id: anId(1), status: 'approved' });
  await fixture.store.add(parent);
  await fixture.store.saveArticle(
    { site: site.id, id: 'gare-de-lyon', mode: 'open', approved: 0, version: 0 },
    0,
  );
  fixture.consumed();
  const likeness = sketch(TEXT);
  if (!likeness) throw new Error('The text is long enough.');
  await fixture.store.lookUp(
    aQuestion({
      parent: parent.id,
      authorKey: '1:author',
      sketch: likeness,
      formToken: Uint8Array.of(1, 2, 3),
    }),
  );
  const { writes, reads, commands } = fixture.consumed();
  expect(commands.toSorted()).toEqual(['BatchGetItemCommand', 'UpdateItemCommand', 'UpdateItemCommand']);
  expect(writes).toBe(2);
  expect(reads).toBeLessThanOrEqual(1.5 + 0.5);
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
    const likeness = sketch(text);
    await fixture.store.lookUp(
      aQuestion({
        site: open,
        networkKey,
        now: NOW + at,
        formToken: Uint8Array.of(at, 1, 1),
        ...(likeness ? { sketch: likeness } : {}),
      }),
    );
    expect(fixture.consumed().writes).toBe(2);
  }
});

test('finds the very same submission within its time, and lets go of it after', async () => {
  const first = aQuestion({ tag: 500 });
  await fixture.store.lookUp(first);
  const soon = { ...first, now: NOW + 60_000, id: newCommentId(NOW + 60_000, Uint8Array.of(7, 1, 244)) };
  expect(await fixture.store.lookUp(soon)).toMatchObject({ ...nothing, same: first.id });
  const late = {
    ...first,
    now: NOW + 3_630_000,
    id: newCommentId(NOW + 3_630_000, Uint8Array.of(7, 1, 244)),
  };
  expect((await fixture.store.lookUp(late)).same).toBe(soon.id);
});

test('twenty at once are one: all but the first find its id', async () => {
  const first = aQuestion({ tag: 600 });
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, at) => {
      const now = NOW + at;
      return fixture.store.lookUp({ ...first, now, id: newCommentId(now, Uint8Array.of(7, 2, 88)) });
    }),
  );
  expect(all.filter(({ same }) => same === undefined)).toHaveLength(1);
  expect(new Set(all.map(({ same }) => same).filter(Boolean)).size).toBe(1);
});

test('tells when a visitor was here, and keeps what was refused out of it', async () => {
  const { networkKey } = aQuestion();
  const at = (ms: number) => fixture.store.lookUp(aQuestion({ networkKey, now: NOW + ms }));
  expect((await at(0)).earlier).toEqual([]);
  expect((await at(5_000)).earlier).toEqual([NOW]);
  // The one at 5 s came within the pause of 15 s and was not let in, so this one is alone after the first.
  expect((await at(20_000)).earlier).toEqual([NOW]);
  expect((await at(40_000)).earlier).toEqual([NOW + 20_000, NOW]);
});

test('recognises nearly the same text from somebody else', async () => {
  const one = sketch(`${TEXT}, moi la première.`);
  const two = sketch(`${TEXT}, moi le premier !`);
  if (!one || !two) throw new Error('The texts are long enough.');
  await fixture.store.lookUp(aQuestion({ sketch: one }));
  const { resembling } = await fixture.store.lookUp(aQuestion({ sketch: two, now: NOW + 60_000 }));
  const nearest = resembling.toSorted((a, b) => a.bits - b.bits)[0];
  expect(nearest).toMatchObject({ sameVisitor: false, same: false, agoMs: 60_000 });
  expect(nearest?.bits).toBeLessThan(12);
});

test('knows a form token again, from the same network and from another', async () => {
  const formToken = Uint8Array.of(9, 9, 9);
  const first = aQuestion({ formToken });
  expect((await fixture.store.lookUp(first)).formTokenUsed).toBe(false);
  const again = aQuestion({ formToken, networkKey: first.networkKey, now: NOW + 20_000 });
  expect((await fixture.store.lookUp(again)).formTokenUsed).toBe(true);
  expect((await fixture.store.lookUp(aQuestion({ formToken }))).formTokenUsed).toBe(true);
});

test('a replay does not use its own form token up', async () => {
  const first = aQuestion({ tag: 700, formToken: Uint8Array.of(8, 8, 8) });
  await fixture.store.lookUp(first);
  const replay = { ...first, now: NOW + 1000, id: newCommentId(NOW + 1000, Uint8Array.of(7, 2, 188)) };
  expect(await fixture.store.lookUp(replay)).toMatchObject({ same: first.id, formTokenUsed: false });
});
