import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { asModerator, submit, versionOf } from '../journeys/requests.ts';
import type { Mode } from './fault-proxy.ts';
import { allAddsUp, commentsOf, withFaults } from './with-faults.ts';

const backend = withFaults({ policy: defaultPolicy, table: 'of-test' });
const READERS = 120;
const AT_ONCE = 12;
/** Of every hundred calls. */
const FAULTS = 8;
const TRIES = 10;
const modes: readonly Mode[] = ['error', 'reset', 'lost-ack', 'conflict', 'unprocessed'];

/** A small generator with a seed, so that a storm can be had again. */
const storm = (seed: number) => {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return (): Mode | undefined => (next(100) < FAULTS ? modes[next(modes.length)] : undefined);
};

const inTurns = async <T>(all: readonly T[], act: (one: T) => Promise<unknown>) => {
  for (let at = 0; at < all.length; at += AT_ONCE) await Promise.all(all.slice(at, at + AT_ONCE).map(act));
};

test('of all that is acknowledged in a storm nothing is lost, and nothing is there twice', async () => {
  const readers = Array.from({ length: READERS }, (_, n) => n);
  const acknowledged = new Map<number, string>();
  backend.weather(storm(7));
  await inTurns(readers, async (n) => {
    const body = { author: `Lecteur ${n}`, text: `Message de ${n}.` };
    const asked = { ip: `198.51.100.${n}`, headers: { 'idempotency-key': `the-key-of-${n}-alone` } };
    for (let tried = 0; tried < TRIES && !acknowledged.has(n); tried += 1) {
      const answer = await submit('tempete', body, asked);
      expect([202, 503]).toContain(answer.statusCode);
      if (answer.statusCode === 202) acknowledged.set(n, answer.json().id);
    }
  });
  expect(backend.calls.filter(({ mode }) => mode).length).toBeGreaterThan(20);
  expect(acknowledged.size).toBe(READERS);
  const stored = (await commentsOf(backend)).map(({ id }) => id as string);
  expect(stored.toSorted()).toEqual([...acknowledged.values()].toSorted());

  const outcomes = new Map<string, number>();
  await inTurns(stored, async (comment) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const decisions = [{ article: 'tempete', comment, decision: 'approve', version: 1 }];
      const answer = await asModerator('decide-comments', { method: 'POST', body: { decisions } });
      if (answer.statusCode !== 200) continue;
      const [{ problem }] = answer.json().results;
      if (problem?.code === 'storage-unavailable') continue;
      outcomes.set(comment, (outcomes.get(comment) ?? 0) + 1);
      return;
    }
  });
  expect(outcomes.size).toBe(READERS);
  backend.calm();
  expect((await commentsOf(backend)).map(({ status, version }) => `${status} ${version}`)).toEqual(
    readers.map(() => 'approved 2'),
  );
  await allAddsUp(backend);
});

test('whatever moderators, undo and replays do at once, every move is legal and has its event', async () => {
  const moves = fc.array(fc.constantFrom('approve', 'reject', 'spam', 'undo'), {
    minLength: 1,
    maxLength: 4,
  });
  let articles = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(moves, { minLength: 1, maxLength: 4 }), async (rounds) => {
      articles += 1;
      const article = `moves-${articles}`;
      const { id } = (
        await submit(
          article,
          { author: 'Camille', text: `Article ${articles}.` },
          { ip: `203.0.113.${articles}` },
        )
      ).json();
      const tokens: string[] = [];
      for (const round of rounds) await Promise.all(round.map((move) => make(move, article, id, tokens)));
    }),
    { numRuns: 12, seed: 21 },
  );
  await allAddsUp(backend);
});

/** One move, and the token that takes it back. */
const make = async (move: string, article: string, comment: string, tokens: string[]) => {
  const version = move === 'approve' ? { version: await versionOf(article, comment) } : {};
  const decisions = [{ article, comment, decision: move, ...version }];
  const token = tokens.at(-1);
  if (move === 'undo' && token === undefined) return;
  const [name, body] =
    move === 'undo' ? ['undo-decisions', { undo: token }] : ['decide-comments', { decisions }];
  const answer = await asModerator(name as string, { method: 'POST', body });
  expect(answer.statusCode).toBe(200);
  const [{ problem }] = answer.json().results;
  expect([undefined, 'already-decided', 'changed-meanwhile']).toContain(problem?.code);
  if (answer.json().undo) tokens.push(answer.json().undo);
};
