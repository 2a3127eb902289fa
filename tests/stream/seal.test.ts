import { expect, test } from '@jest/globals';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { flawsOf } from '../../src/moderation/audit-chain.ts';
import { decide } from '../../src/moderation/decision.ts';
import { articlePartition } from '../../src/storage/dynamodb/keys.ts';
import { seal } from '../../src/stream/seal.ts';
import { sealMissed } from '../../src/stream/seal-missed.ts';
import { createDigests } from '../../src/tokens/digests.ts';
import { appointMember } from '../../src/use-cases/appoint-member.ts';
import { anId, aSite, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const digest = createDigests(new Uint8Array(32).fill(7)).audit;
const deps = () => ({ store: fixture.store, auditDigest: async () => digest });

/** Comments of one article, each decided once. */
const decided = async (article: string, count: number) => {
  const site = aSite();
  for (let n = 1; n <= count; n += 1) {
    const comment = aStored({ article, id: anId(n) });
    await fixture.store.add(comment);
    const context = { site, by: 'claire', now: NOW + n, batch: `${article}-${n}` };
    await fixture.store.saveStatus(decide(comment, { decision: 'approve' }, context));
  }
};
const recordsOf = async (article: string) => {
  const { trail, events } = await fixture.store.readTrail('demo', article);
  return events.map((event, at) => ({ kind: 'audit' as const, trail, record: `${at}`, ...event }));
};
const linksOf = async (article: string) => (await fixture.store.readTrail('demo', article)).links;

test('events that come together share a link and are counted on their day, for four write units and one read', async () => {
  await decided('ensemble', 5);
  const records = await recordsOf('ensemble');
  fixture.consumed();
  expect(await seal.follow(deps(), records)).toEqual([]);
  expect(fixture.consumed()).toMatchObject({ writes: 4, reads: 1 });
  expect((await linksOf('ensemble')).map(({ number, events }) => [number, events.length])).toEqual([[1, 5]]);
});

test('what comes again is not sealed again, whatever comes with it', async () => {
  await decided('encore', 4);
  const records = await recordsOf('encore');
  await seal.follow(deps(), records.slice(0, 2));
  await seal.follow(deps(), records.slice(0, 2));
  await seal.follow(deps(), records.slice(1));
  const names = (await linksOf('encore')).flatMap(({ events }) => events.map(({ name }) => name));
  expect(names).toEqual(records.map(({ name }) => name));
});

test('what a recount sealed long before a late stream tells of it is not sealed and counted again', async () => {
  await decided('en-retard', 12);
  const records = await recordsOf('en-retard');
  for (const record of records) await seal.follow(deps(), [record]);
  const links = await linksOf('en-retard');
  expect(links.length).toBe(12);
  fixture.consumed();
  expect(await seal.follow(deps(), records.slice(0, 3))).toEqual([]);
  expect(await seal.follow(deps(), records.slice(3))).toEqual([]);
  expect(fixture.consumed().writes).toBe(0);
  expect(await linksOf('en-retard')).toEqual(links);
});

test('two that seal the same trail at once make one chain', async () => {
  await decided('course', 12);
  const records = await recordsOf('course');
  const failures = await Promise.all([0, 4, 8].map((at) => seal.follow(deps(), records.slice(at, at + 4))));
  expect(failures.flat()).toEqual([]);
  const trail = await fixture.store.readTrail('demo', 'course');
  expect(flawsOf({ ...trail, comments: [] }, digest)).toEqual([]);
  expect(trail.links.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('a trail that cannot be sealed fails alone, with the reason', async () => {
  await decided('panne', 1);
  await decided('bonne', 1);
  const cause = new Error('out of reach');
  const lost = articlePartition('demo', 'panne');
  const addLink: typeof fixture.store.addLink = async (trail, link, counts) => {
    if (trail === lost) throw cause;
    return fixture.store.addLink(trail, link, counts);
  };
  const records = [...(await recordsOf('panne')), ...(await recordsOf('bonne'))].map((record, at) => ({
    ...record,
    record: `${at}`,
  }));
  const failing = { ...deps(), store: { ...fixture.store, addLink } };
  expect(await seal.follow(failing, records)).toEqual([{ record: '0', cause }]);
  expect(await linksOf('bonne')).toHaveLength(1);
});

test('what no stream told of is sealed afterwards, and only counted in a dry run', async () => {
  await decided('perdu', 3);
  const place = { site: 'demo', article: 'perdu' };
  await seal.follow(deps(), (await recordsOf('perdu')).slice(1, 2));
  expect(await sealMissed(deps(), place, { dryRun: true })).toBe(2);
  expect(await sealMissed(deps(), place, { dryRun: false })).toBe(2);
  expect(await sealMissed(deps(), place, { dryRun: false })).toBe(0);
});

test('a site’s own trail is sealed afterwards as well, but for what has just happened', async () => {
  const site = 'propre';
  const member = { id: 'm1', identity: 'i1', name: 'Claire', role: 'admin', kind: 'person' } as const;
  const acting = (at: number) => () => ({
    by: 'command',
    now: at,
    event: newCommentId(at, new Uint8Array(10)),
  });
  await appointMember(fixture, { ...member, site }, acting(NOW + 1));
  await appointMember(fixture, { ...member, site, id: 'm2', identity: 'i2' }, acting(NOW + 2));
  expect(await sealMissed(deps(), { site }, { dryRun: false, before: NOW + 1 })).toBe(0);
  expect(await sealMissed(deps(), { site }, { dryRun: false, before: NOW + 2 })).toBe(1);
  expect(await sealMissed(deps(), { site }, { dryRun: false })).toBe(1);
  const trail = await fixture.store.readTrail(site, undefined);
  expect(trail.trail).toBe('~E#propre');
  expect(flawsOf({ ...trail, comments: [] }, digest)).toEqual([]);
});
