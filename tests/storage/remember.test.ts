import { expect, test } from '@jest/globals';
import { remember } from '../../src/storage/dynamodb/remember.ts';

const remembering = () => {
  const state = { now: 1000, revision: '1' };
  const kept = remember<string>({ keepMs: 60_000, now: () => state.now, revision: () => state.revision });
  return { state, kept };
};

test('what was read is known for its time, of its site only', () => {
  const { state, kept } = remembering();
  expect(kept.recall('gare').keep('policy')).toBe('policy');
  expect(kept.recall('gare').known).toBe('policy');
  expect(kept.recall('port').known).toBeUndefined();
  state.now += 59_999;
  expect(kept.recall('gare').known).toBe('policy');
  state.now += 1;
  expect(kept.recall('gare').known).toBeUndefined();
});

test('nothing is known any longer once the database tells of a change', () => {
  const { state, kept } = remembering();
  kept.recall('gare').keep('policy');
  state.revision = '2';
  expect(kept.recall('gare').known).toBeUndefined();
  kept.recall('gare').keep('other policy');
  expect(kept.recall('gare').known).toBe('other policy');
});

test('what was read before a change is not taken for what stands after it', () => {
  const { state, kept } = remembering();
  const { keep } = kept.recall('gare');
  state.revision = '2';
  keep('read too early');
  expect(kept.recall('gare').known).toBeUndefined();
});

test('a kept time of 0 remembers nothing, and what is forgotten is read again', () => {
  const never = remember<string>({ keepMs: 0, now: () => 1000 });
  never.recall('gare').keep('policy');
  expect(never.recall('gare').known).toBeUndefined();
  const { kept } = remembering();
  kept.recall('gare').keep('policy');
  kept.forget('gare');
  expect(kept.recall('gare').known).toBeUndefined();
});
