import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { MINUTE_S, stopClock } from '../clock.ts';
import { aSite, NOW } from '../storage/with-store.ts';
import { submit } from './requests.ts';
import { noFlood, ORIGIN, withBackend } from './with-backend.ts';

const backend = withBackend({ table: 'of-test' });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(MINUTE_S));
afterAll(() => clock.restart());

const limit = async (flood: object) => {
  const policy = readPolicy({
    flood: { ...noFlood.flood, ...flood },
    firstComment: { approvedMin: 0, unseenMax: null },
  });
  await backend.store.saveSite(aSite({ id: 'demo', origins: [ORIGIN], policy, version: 2 }), 1);
};

/** Comments of somebody new, one a second: what each is answered. @param tokenOf the number of the comment whose token comes along */
const sayAll = async (count: number, tokenOf: (nth: number) => number) => {
  const tokens: string[] = [];
  const codes: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    clock.pass(1);
    const token = nth === 0 ? {} : { visitor: tokens[tokenOf(nth)] };
    const body = { author: 'Camille', text: `Un mot de plus, le numéro ${nth}.`, ...token };
    const answer = await submit('gare', body);
    codes.push(answer.statusCode);
    tokens.push(answer.json().visitor ?? tokens.at(-1));
  }
  return codes;
};

test.each([
  ['the first one’s', () => 0],
  ['the latest', (nth: number) => nth - 1],
])('somebody new has as many comments in a window as everybody, with %s token', async (_, tokenOf) => {
  await limit({ per10Min: 2 });
  expect(await sayAll(4, tokenOf)).toEqual([201, 201, 202, 202]);
});

test.each([
  ['the first one’s', () => 0],
  ['the latest', (nth: number) => nth - 1],
])('and in a day, with %s token', async (_, tokenOf) => {
  await limit({ perDay: 3 });
  expect(await sayAll(5, tokenOf)).toEqual([201, 201, 201, 429, 429]);
});
