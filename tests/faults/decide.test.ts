import { afterEach, describe, expect, test } from '@jest/globals';
import { asModerator, decide } from '../journeys/requests.ts';
import { anId } from '../storage/with-store.ts';
import type { Mode } from './fault-proxy.ts';
import { allAddsUp, commentsOf, withFaults, withReaders } from './with-faults.ts';

const backend = withFaults({ table: 'of-test' });
const { next, send } = withReaders(backend);
/** Whatever went wrong: every count is right and every comment has its trail. */
afterEach(() => allAddsUp(backend));
const undo = (token: string) => asModerator('undo-decisions', { method: 'POST', body: { undo: token } });
const stored = async (id: string) => (await commentsOf(backend)).find((comment) => comment.id === id);
const eventsOf = async (id: string) =>
  (await backend.dump()).filter(({ sk }) => sk?.S?.startsWith('E#') && sk.S.includes(`#${id}#`));

const passing: readonly (readonly [Mode, number])[] = [
  ['error', 2],
  ['reset', 2],
  ['lost-ack', 1],
  ['lost-ack', 2],
  ['conflict', 1],
  ['conflict', 3],
];
const trouble = passing.flatMap(([mode, times]) =>
  ['GetItem', 'TransactWriteItems'].map((op) => [mode, times, op] as const),
);

test.each(trouble)(
  'with %s, %d in a row, of %s a comment is decided once and taken back once, with an event each',
  async (mode, times, op) => {
    const { id } = (await send()).json();
    const fault = { mode, op, times, having: op === 'GetItem' ? 'C#' : '' };
    backend.inject(fault);
    const decided = (await decide('panne', id, 'approve')).json();
    expect(decided.results).toEqual([{ article: 'panne', comment: id, status: 'approved', version: 2 }]);
    expect(await eventsOf(id)).toHaveLength(1);
    backend.calm();

    backend.inject(fault);
    expect((await undo(decided.undo)).json().results).toMatchObject([
      { comment: id, status: 'pending', version: 3 },
    ]);
    expect(await stored(id)).toMatchObject({ status: 'pending', version: 3 });
    expect(await eventsOf(id)).toHaveLength(2);
  },
);

describe('a decision that cannot be written', () => {
  test.each(['error', 'reset', 'conflict'] as const)('for %s says so, and nothing changed', async (mode) => {
    const { id } = (await send()).json();
    backend.inject({ mode, op: 'TransactWriteItems' });
    const { results } = (await decide('panne', id, 'approve')).json();
    expect(results).toMatchObject([{ comment: id, problem: { code: 'storage-unavailable', status: 503 } }]);
    backend.calm();
    expect(await stored(id)).toMatchObject({ status: 'pending', version: 1 });
    expect(await eventsOf(id)).toEqual([]);
    expect((await decide('panne', id, 'approve')).json().results).toMatchObject([{ status: 'approved' }]);
  });

  test('does not hold up the others of its request', async () => {
    const first = (await send()).json().id;
    next();
    const second = (await send()).json().id;
    const decisions = [first, second].map((comment) => ({
      article: 'panne',
      comment,
      decision: 'reject',
    }));
    backend.inject({ mode: 'error', op: 'TransactWriteItems', having: first });
    const { results } = (
      await asModerator('decide-comments', { method: 'POST', body: { decisions } })
    ).json();
    expect(results).toMatchObject([{ problem: { code: 'storage-unavailable' } }, { status: 'rejected' }]);
  });
});

test('many decisions wait for a database that is out only once', async () => {
  const decisions = Array.from({ length: 60 }, (_, n) => ({
    article: 'panne',
    comment: anId(n),
    decision: 'spam',
  }));
  backend.calm();
  backend.inject({ mode: 'reset', op: 'GetItem', having: 'C#' });
  const { results, undo: token } = (
    await asModerator('decide-comments', { method: 'POST', body: { decisions } })
  ).json();
  expect(results).toHaveLength(60);
  expect(new Set(results.map(({ problem }: any) => problem.code))).toEqual(new Set(['storage-unavailable']));
  expect(token).toBeNull();
  expect(backend.calls.length).toBeLessThan(40);
});

test('a decision whose answer never arrives is seen when it is made again', async () => {
  const { id } = (await send()).json();
  backend.inject({ mode: 'lost-ack', op: 'TransactWriteItems' });
  expect((await decide('panne', id, 'approve')).json().results).toMatchObject([{ problem: { status: 503 } }]);
  backend.calm();
  expect((await decide('panne', id, 'approve')).json().results).toMatchObject([
    { problem: { code: 'already-decided' } },
  ]);
  expect(await eventsOf(id)).toHaveLength(1);
});

test('two moderators, each with a lost answer: one wins, one event', async () => {
  const { id } = (await send()).json();
  backend.inject({ mode: 'lost-ack', op: 'TransactWriteItems', times: 2 });
  const answers = await Promise.all([decide('panne', id, 'approve'), decide('panne', id, 'reject')]);
  const results = answers.flatMap((answer) => answer.json().results);
  expect(results.filter(({ status }) => status)).toHaveLength(1);
  expect(results.find(({ problem }) => problem).problem.code).toBe('changed-meanwhile');
  expect(await eventsOf(id)).toHaveLength(1);
});
