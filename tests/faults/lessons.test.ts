import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { learned, type ModelUpdate, type SiteMemory } from '../../src/screening/filter/site/site-memory.ts';
import { itemToLesson } from '../../src/storage/dynamodb/codecs/learned-items.ts';
import { deliver, follow, streamOf } from '../journeys/follow-stream.ts';
import { asModerator, decide } from '../journeys/requests.ts';
import { allAddsUp, passing, withFaults, withReaders } from './with-faults.ts';

const backend = withFaults({ table: 'of-test' });
const { next, send } = withReaders(backend);

const decided = async (decision: string) => {
  next();
  const { id } = (await send()).json();
  const { undo } = (await decide('panne', id, decision)).json();
  return { id, undo };
};
const undo = (token: string) => asModerator('undo-decisions', { method: 'POST', body: { undo: token } });
const memory = async () => (await backend.store.fetchMemory('demo')).periods;
const generation = async () => (await backend.store.fetchMemory('demo')).generation;

/** What the lessons of this generation that stand add up to. */
const replayed = async (): Promise<SiteMemory> => {
  const now = await generation();
  const lessons = (await backend.dump())
    .filter(({ pk, sk }) => pk?.S === '~M#demo' && sk?.S?.startsWith('L#'))
    .map(itemToLesson);
  const changes: readonly ModelUpdate[] = lessons.flatMap(({ stands }) =>
    stands?.generation === now ? [stands.change] : [],
  );
  return changes.reduce(learned, [] as SiteMemory);
};

test.each(passing)(
  'a lesson and its undoing under %s, %d in a row, happen once each',
  async (mode, times) => {
    await decided('approve');
    expect(await follow(backend)).toEqual([]);
    const before = await memory();
    const { undo: token } = await decided('spam');
    backend.inject({ mode, times, op: 'TransactWriteItems', having: '~M#' });
    expect(await follow(backend)).toEqual([]);
    backend.calm();
    expect(await memory()).toEqual(await replayed());
    expect(await memory()).not.toEqual(before);

    await undo(token);
    backend.inject({ mode, times, op: 'TransactWriteItems', having: '~M#' });
    expect(await follow(backend)).toEqual([]);
    backend.calm();
    expect(await memory()).toEqual(before);
  },
);

test.each(['throttle', 'reset', 'lost-ack', 'conflict'] as const)(
  'a lesson that fails by %s is asked for again, alone, while the rest is counted',
  async (mode) => {
    await follow(backend);
    const [one, other] = [await decided('spam'), await decided('approve')];
    backend.inject({ mode, op: 'TransactWriteItems', having: `L#panne#${one.id}` });
    const records = (await streamOf(backend)).slice(-40);
    const wanted = records
      .filter(
        ({ dynamodb }) => dynamodb?.Keys?.sk?.S?.match(/^E#/) && dynamodb.Keys.sk.S.includes(`#${one.id}#2`),
      )
      .flatMap(({ dynamodb }) => dynamodb?.SequenceNumber ?? []);
    expect(await deliver(records)).toEqual(wanted);
    expect(wanted).toHaveLength(1);
    backend.calm();
    const taught = (await backend.dump()).filter(({ sk }) => sk?.S?.startsWith('L#panne#'));
    expect(taught.some(({ sk }) => sk?.S?.includes(other.id))).toBe(true);

    await allAddsUp(backend);
    expect(await memory()).toEqual(await replayed());
  },
);

test.each(['~M#', 'C#'])(
  'a batch whose reads of %s fail is asked for again, and loses nothing',
  async (having) => {
    await decided('approve');
    backend.inject({ mode: 'reset', op: 'GetItem', having });
    expect((await follow(backend)).length).toBeGreaterThan(0);
    backend.calm();
    expect(await follow(backend)).toEqual([]);
    expect(await memory()).toEqual(await replayed());
  },
);

/** Brings what happened since the stream was that long. */
const followFrom = async (from: number) => deliver((await streamOf(backend)).slice(from));

const acts = {
  spam: async (tokens: string[]) => tokens.push((await decided('spam')).undo),
  approve: async (tokens: string[]) => tokens.push((await decided('approve')).undo),
  undo: (tokens: string[]) => undo(tokens.pop() ?? 'none'),
  follow: (_: string[], from: number) => Promise.all([followFrom(from), followFrom(from)]),
  reset: (_: string[], from: number) =>
    Promise.all([asModerator('reset-learning', { method: 'DELETE' }), followFrom(from)]),
};
const names = Object.keys(acts) as (keyof typeof acts)[];

test('delivered twice at once, while it is forgotten and undone, the memory is the sum of the lessons that stand', async () => {
  await follow(backend);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 8 }), async (all) => {
      const from = (await streamOf(backend)).length;
      const tokens: string[] = [];
      for (const act of all) await acts[act](tokens, from);
      await acts.follow(tokens, from);
      expect(await followFrom(from)).toEqual([]);
      expect(await memory()).toEqual(await replayed());
    }),
    { numRuns: 6, seed: 3 },
  );
  await allAddsUp(backend);
});
