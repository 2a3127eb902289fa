import { expect, test } from '@jest/globals';
import { DAY_S, MINUTE_S, stopClock } from '../../clock.ts';
import { follow } from '../follow-stream.ts';
import { claire, idOf } from '../people.ts';
import { asModerator, decide, submit } from '../requests.ts';
import { withBackend } from '../with-backend.ts';

const backend = withBackend({ table: 'of-test' });
const stats = async (query = '') => asModerator('read-stats', { query });

/** Comments come in a minute apart; each third is approved, rejected or left, after some minutes. */
const aMorning = async (count: number) => {
  const clock = stopClock(Date.UTC(2026, 2, 9, 8));
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    ids.push(
      (
        await submit(`article-${n % 3}`, {
          author: `Lecteur ${n}`,
          text: `Le train numéro ${n} a du retard.`,
        })
      ).json().id,
    );
    clock.pass(MINUTE_S);
  }
  clock.pass(60 * MINUTE_S);
  for (const [n, id] of ids.entries())
    if (n % 3 < 2) await decide(`article-${n % 3}`, id, n % 3 === 0 ? 'approve' : 'reject');
  return clock;
};

test('days tell what came in, what was decided by whom, and how long that took', async () => {
  const clock = await aMorning(9);
  try {
    await follow(backend);
    const answer = (await stats('days=2')).json();
    expect(answer).toEqual({
      days: [
        { day: '2026-03-08', published: 0, held: 0, spam: 0, decisions: 0 },
        { day: '2026-03-09', published: 0, held: 9, spam: 0, decisions: 6 },
      ],
      comments: 9,
      spamShare: 0,
      actions: { approve: 3, reject: 3 },
      reasons: {},
      waiting: { decisions: 6, medianS: expect.any(Number), ninetyS: expect.any(Number) },
      members: [{ id: idOf('demo', claire), name: 'claire', decisions: 6 }],
      filter: expect.any(Object),
    });
    // They waited from 62 to 69 minutes.
    for (const seconds of [answer.waiting.medianS, answer.waiting.ninetyS]) {
      expect(seconds).toBeGreaterThan(62 * 60 * 0.88);
      expect(seconds).toBeLessThan(69 * 60 * 1.13);
    }
  } finally {
    clock.restart();
  }
});

test('nothing counts twice, however often and in whatever pieces the stream brings it', async () => {
  const clock = await aMorning(6);
  try {
    await follow(backend);
    const first = (await stats()).json();
    await follow(backend);
    await follow(backend);
    expect((await stats()).json()).toEqual(first);
  } finally {
    clock.restart();
  }
});

test('a site where nothing happened says so, and a longer time than is kept is refused', async () => {
  expect((await stats()).json()).toMatchObject({ comments: 0, spamShare: null, waiting: { medianS: null } });
  expect((await stats()).json().days).toHaveLength(30);
  for (const days of ['0', '367', '1000', '-1', 'all', '7.5', ''])
    expect((await stats(`days=${days}`)).statusCode).toBe(400);
  expect((await stats('days=366')).json().days).toHaveLength(366);
});

test('what was put back among those that wait, long after it was published, waits from then on', async () => {
  const clock = stopClock(Date.UTC(2026, 2, 9, 8));
  try {
    const { id } = (await submit('gare', { author: 'Odile', text: 'Le train a du retard.' })).json();
    await decide('gare', id, 'approve');
    clock.pass(5 * DAY_S);
    await decide('gare', id, 'restore');
    clock.pass(MINUTE_S);
    await decide('gare', id, 'approve');
    await follow(backend);
    const { waiting } = (await stats('days=1')).json();
    expect(waiting.decisions).toBe(1);
    expect(waiting.ninetyS).toBeLessThan(MINUTE_S * 1.13);
  } finally {
    clock.restart();
  }
});
