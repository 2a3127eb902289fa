import { expect, test } from '@jest/globals';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import type { StreamRecord } from '../../src/storage/stream-record.ts';
import { consumers } from '../../src/stream/consumers.ts';
import { deliverToConsumers } from '../../src/stream/deliver-to-consumers.ts';
import { unkeyedDigest } from '../../src/tokens/digests.ts';
import { anId, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const rest = { auditDigest: async () => unkeyedDigest, now: () => NOW, newBatch: () => anId(9) };

/** A comment that came in as spam is told of, and a moderator's word that it is. */
const recordsOf = async (site: string): Promise<readonly StreamRecord[]> => {
  const comment = aStored({ site, id: anId(1), status: 'spam' });
  const { article, id } = comment;
  await fixture.store.add(comment);
  return [
    { kind: 'comment', site, article, at: NOW, stream: 'one', record: '1', after: comment },
    { kind: 'decision', site, article, comment: id, version: 2, at: NOW, action: 'spam', record: '2' },
  ];
};

test('each consumer gets the records of its kinds, and no other', async () => {
  expect(consumers.map(({ name, kinds }) => [name, kinds])).toEqual([
    ['count', ['comment']],
    ['learn', ['decision']],
    ['remember-pages', ['comment']],
    ['remember-latest', ['comment', 'decision']],
    ['seal', ['audit']],
    ['settle-reports', ['comment']],
    ['settle-appeals', ['comment']],
    ['follow-surges', ['comment']],
  ]);
  const records = await recordsOf('genres');
  expect(await deliverToConsumers({ ...fixture, loadModel: shippedModel, ...rest }, records)).toEqual([]);
  expect((await fixture.store.listQueues('genres')).queues.spam.count).toBe(1);
  expect((await fixture.store.fetchMemory('genres')).periods).toMatchObject([{ spam: 1, ham: 0 }]);
});

test('a consumer that fails fails alone, with its reason, and does what is left once it is asked again', async () => {
  const records = await recordsOf('seul');
  const cause = new Error('The weights are gone.');
  const loadModel = () => {
    throw cause;
  };
  expect(await deliverToConsumers({ ...fixture, loadModel, ...rest }, records)).toEqual([
    { consumer: 'learn', record: '2', cause },
  ]);
  expect((await fixture.store.listQueues('seul')).queues.spam.count).toBe(1);

  expect(await deliverToConsumers({ ...fixture, loadModel: shippedModel, ...rest }, records)).toEqual([]);
  expect((await fixture.store.listQueues('seul')).queues.spam.count).toBe(1);
  expect((await fixture.store.fetchMemory('seul')).periods).toMatchObject([{ spam: 1, ham: 0 }]);
});

test('a count that fails keeps no lesson from being learned, and names what could not be counted', async () => {
  const records = await recordsOf('compte');
  const cause = new Error('out of reach');
  const store = { ...fixture.store, saveTally: () => Promise.reject(cause) };
  expect(await deliverToConsumers({ store, loadModel: shippedModel, ...rest }, records)).toEqual([
    { consumer: 'count', record: '1', cause },
  ]);
  expect((await fixture.store.fetchMemory('compte')).periods).toMatchObject([{ spam: 1, ham: 0 }]);
});
