import { expect, test } from '@jest/globals';
import { solveChallenge } from 'altcha-lib/v1';
import fc from 'fast-check';
import {
  CHALLENGE_MS,
  type Challenge,
  judgeSolution,
  newChallenge,
  readSolution,
} from '../../src/tokens/challenge.ts';
import { createDigests } from '../../src/tokens/digests.ts';
import { createSeal } from '../../src/tokens/seal.ts';
import { createTokens } from '../../src/tokens/tokens.ts';
import { NOW } from '../make.ts';

const keys = {
  tokens: createTokens(createSeal(Buffer.alloc(32, 7))),
  digests: createDigests(Buffer.alloc(32, 7)),
};
const place = { site: 'demo', article: 'gare' };
const task = { nonce: 'abc_-123', difficulty: 2_000, now: NOW };
const asked = newChallenge(keys, place, task);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

/** The number that ALTCHA's own solver finds. */
const solved = async ({ challenge, salt, maxnumber }: Challenge): Promise<number> => {
  const solution = await solveChallenge(challenge, salt, 'SHA-256', maxnumber).promise;
  if (!solution) throw new Error('The challenge has no solution.');
  return solution.number;
};
const judged = (sent: object, at = NOW, where = place) => {
  const solution = readSolution(encoded(sent));
  return solution ? judgeSolution(keys.tokens, where, solution, at).state : 'unread';
};

test('ALTCHA’s own solver finds the number, which is right on its article for twenty minutes and not after', async () => {
  const right = { ...asked, number: await solved(asked), took: 12 };
  expect(asked).toMatchObject({ algorithm: 'SHA-256', maxnumber: 2_000 });
  expect(asked.salt).toMatch(/^abc_-123\?expires=\d+&$/);
  expect([NOW, NOW + CHALLENGE_MS - 1].map((at) => judged(right, at))).toEqual(['right', 'right']);
  expect([NOW + CHALLENGE_MS, NOW + 10 * CHALLENGE_MS].map((at) => judged(right, at))).toEqual([
    'expired',
    'expired',
  ]);
  expect(judged(right, NOW, { ...place, article: 'budget' })).toBe('wrong');
  expect(judged(right, NOW, { ...place, site: 'autre' })).toBe('wrong');
});

test('no number but the one that was found is right, and nothing in a challenge can be changed', async () => {
  const number = await solved(asked);
  const other = newChallenge(keys, place, { ...task, nonce: 'other' });
  const foreign = newChallenge(
    { ...keys, tokens: createTokens(createSeal(Buffer.alloc(32, 8))) },
    place,
    task,
  );
  // The same hash of a salt that took a digit of the number with it.
  const digits = String(number);
  const spliced = { salt: `${asked.salt}${digits.slice(0, -1)}`, number: Number(digits.slice(-1)) };
  for (const wrong of [
    { ...asked, number: number + 1 },
    { ...asked, number: -1 },
    { ...other, number },
    { ...asked, number, signature: other.signature },
    { ...asked, number, signature: '' },
    { ...asked, number, challenge: other.challenge },
    { ...asked, number, challenge: '' },
    { ...asked, number, salt: asked.salt.replace(/\d+&$/, '9999999999&') },
    { ...asked, ...spliced },
    { ...foreign, number },
  ])
    expect([wrong, judged(wrong)]).toEqual([wrong, 'wrong']);
});

test('numbers are spread over all that may be tried, and nobody tells one from its challenge', () => {
  const small = Array.from({ length: 200 }, (_, n) =>
    newChallenge(keys, place, { nonce: `n${n}`, difficulty: 3, now: NOW }),
  );
  const numbers = small.map((one) => [0, 1, 2, 3].find((number) => judged({ ...one, number }) === 'right'));
  expect(new Set(numbers)).toEqual(new Set([0, 1, 2, 3]));
  expect(new Set(small.map(({ challenge }) => challenge)).size).toBe(200);
});

test.each([
  ['nothing', ''],
  ['no base64', 'é~~~'],
  ['no JSON', Buffer.from('{').toString('base64')],
  ['nothing in it', encoded(null)],
  ['a number', encoded(7)],
  ['a list', encoded([asked])],
  ['a number as text', encoded({ ...asked, number: '7' })],
  ['half a number', encoded({ ...asked, number: 0.5 })],
  ['a number beyond all', encoded({ ...asked, number: 1e300 })],
  ['another algorithm', encoded({ ...asked, algorithm: 'SHA-1', number: 7 })],
  ['fields that are lists', encoded({ ...asked, challenge: ['a'], salt: {}, number: 7 })],
  ['nesting without end', Buffer.from('['.repeat(2_900)).toString('base64')],
])('a proof that holds %s is none', (_, sent) => {
  expect(readSolution(sent)).toBeUndefined();
});

test('whatever is sent as a proof is read and judged without an error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => Buffer.from(text).toString('base64')),
      ),
      (sent) => {
        readSolution(sent);
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.string(),
      fc.maxSafeInteger(),
      (challenge, salt, signature, number) => {
        expect(judged({ ...asked, challenge, salt, signature, number })).toBe('wrong');
      },
    ),
  );
});
