import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { Ban } from '../../../src/comment/abuse/ban.ts';
import { decide } from '../../../src/moderation/decision.ts';
import { siteEventOfBan } from '../../../src/moderation/site-event.ts';
import {
  banListKey,
  EVENT_PREFIX,
  queueCountsKey,
  surgeWindowKey,
} from '../../../src/storage/dynamodb/keys.ts';
import { seal } from '../../../src/stream/seal.ts';
import { sealMissed } from '../../../src/stream/seal-missed.ts';
import { createDigests } from '../../../src/tokens/digests.ts';
import { aSite, aStored, NOW, withStore } from '../with-store.ts';
import { overtakenIn } from './overtaken-in.ts';

const fixture = withStore();

const aBan = (reason: string): Ban => ({
  ...{ id: 'dAAAAAAAAAAA', site: 'demo', kind: 'domain', label: 'spam.example', effect: 'ban' },
  ...{ reason, by: 'claire', createdAt: NOW },
});
const eventOf = (ban: Ban, id: string) => (replaced: Ban | undefined) =>
  siteEventOfBan(ban, { action: 'ban', by: 'claire', at: NOW, id, replaced });

test('a ban finds the one that was made between its reads', async () => {
  const [first, second] = [aBan('first'), aBan('second')];
  const list = banListKey('demo');
  const store = overtakenIn(
    fixture,
    (command) => command instanceof GetItemCommand && command.input.Key?.sk?.S === list.sk,
    () => fixture.store.addBan(first, eventOf(first, '01KJVN6A2HWZ3K0V5YB6Q8R9T1')),
  );
  const made = await store.addBan(second, eventOf(second, '01KJVN6A2HWZ3K0V5YB6Q8R9T2'));
  expect(made).toMatchObject({ isFull: false, replaced: { reason: 'first' } });
});

test('what is sealed while a trail is read is not missed', async () => {
  const comment = aStored({ article: 'relue' });
  await fixture.store.add(comment);
  const deps = { auditDigest: async () => createDigests(new Uint8Array(32).fill(7)).audit };
  const sealAll = async () => {
    const { trail, events } = await fixture.store.readTrail('demo', 'relue');
    const records = events.map((event, at) => ({ kind: 'audit' as const, trail, record: `${at}`, ...event }));
    return seal.follow({ ...deps, store: fixture.store }, records);
  };
  const decideAndSeal = async () => {
    const context = { site: aSite(), by: 'claire', now: NOW, batch: 'relue' };
    await fixture.store.saveStatus(decide(comment, { decision: 'approve' }, context));
    return sealAll();
  };
  const store = overtakenIn(
    fixture,
    (command) =>
      command instanceof QueryCommand &&
      command.input.ExpressionAttributeValues?.[':prefix']?.S === EVENT_PREFIX,
    decideAndSeal,
  );
  expect(await sealMissed({ ...deps, store }, { site: 'demo', article: 'relue' }, { dryRun: true })).toBe(0);
  expect((await fixture.store.readTrail('demo', 'relue')).links).toHaveLength(1);
});

test.each([
  ['marée', surgeWindowKey('marée')],
  ['houle', queueCountsKey('houle')],
])('a surge that begins between two reads of a site’s surges is not written over (%s)', async (site, key) => {
  const surge = { article: 'submergé', since: NOW, until: NOW + 60_000, comments: 12, spam: 11 };
  const begin = async () => {
    const update = { state: { surges: [surge] }, events: [] };
    const before = await fixture.store.readSurgeWatch(site);
    expect(await fixture.store.saveSurgeWatch(site, before, { window: [], update, now: NOW })).toBe(true);
  };
  const store = overtakenIn(
    fixture,
    (command) => command instanceof GetItemCommand && command.input.Key?.sk?.S === key.sk,
    begin,
  );
  const watch = await store.readSurgeWatch(site);
  const isSaved = await store.saveSurgeWatch(site, watch, {
    window: [],
    update: { state: { ...watch.state, relaxedAt: NOW }, events: [] },
    now: NOW,
  });
  const { state } = await fixture.store.readSurgeWatch(site);
  expect(isSaved ? state.surges : [surge]).toEqual([surge]);
});
