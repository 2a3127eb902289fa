import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stopClock } from '../../clock.ts';
import { asModerator, submit } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';

withBackend();
let clock: ReturnType<typeof stopClock>;
beforeAll(() => {
  clock = stopClock();
});
afterAll(() => clock.restart());

const flood = { pauseS: 15, per10Min: 5, perDay: 30, networkHoldPer10Min: 1, networkPer10Min: 2 };

test.each([
  [undefined, ['published', 'pending', 429]],
  ['off', ['published', 'published', 'published']],
  ['shadow', ['published', 'published', 'published']],
  ['hold', ['published', 'pending', 'pending']],
])(
  'three comments from one network under the mode %s of floods come to %j, whatever the outer windows',
  async (mode, expected) => {
    clock.pass(3_600);
    const policy = {
      ...noFlood,
      firstComment: { approvedMin: 0 },
      flood,
      ...(mode ? { checks: { flood: mode } } : {}),
    };
    await asModerator('change-policy', { method: 'PUT', body: { policy } });
    const came: (string | number)[] = [];
    for (const word of ['Lundi', 'Mardi', 'Jeudi']) {
      clock.pass(1);
      const text = `${word}, une phrase que personne d’autre n’écrit ici (${mode}).`;
      const answer = await submit('gare', { author: 'Camille', text });
      came.push(answer.statusCode === 429 ? 429 : answer.json().status);
    }
    expect(came).toEqual(expected);
  },
);
