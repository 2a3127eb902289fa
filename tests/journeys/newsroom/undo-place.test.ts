import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { stopClock } from '../../clock.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, submit } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';

// A decision taken back leaves the queue as it was.

const backend = withBackend({ policy: noFlood });
let clock: ReturnType<typeof stopClock>;
beforeEach(() => {
  clock = stopClock();
});
afterEach(() => clock.restart());

/** Three comments of an article, a minute apart. */
const send = async (article: string) => {
  const ids: string[] = [];
  for (const at of [1, 2, 3]) {
    const text = `Ligne ${article}, le train de ${at} heures attend encore.`;
    ids.push((await submit(article, { author: `Nora ${at}`, text }, { ip: `192.0.2.${at}` })).json().id);
    clock.pass(60);
  }
  return ids as [string, string, string];
};
const rows = async (queue: string) =>
  (await asModerator('list-queue', { params: { queue }, query: 'order=oldest' })).json().comments as any[];
const placeOf = async (queue: string, id: string) => (await rows(queue)).findIndex((row) => row.id === id);
const undo = async (token: string) => {
  const answer = await asModerator('undo-decisions', { method: 'POST', body: { undo: token } });
  return answer.json().results[0];
};
const oldest = async () => {
  await follow(backend);
  return (await asModerator('list-queues')).json().queues.pending;
};

test.each(['approve', 'reject', 'spam'])('a comment comes back to its place: %s', async (decision) => {
  const [id] = await send(decision);
  const [before, queue] = [await rows('pending'), await oldest()];
  const { undo: token } = (await decide(decision, id, decision)).json();
  expect(await placeOf('pending', id)).toBe(-1);
  clock.pass(600);
  expect(await undo(token)).toMatchObject({ status: 'pending', version: 3 });

  const after = await rows('pending');
  expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id));
  const [was, is] = [before, after].map((of) => of.find((row) => row.id === id));
  expect(is).toMatchObject({ since: was.since, status: 'pending' });
  const { count, oldestAt } = await oldest();
  expect([count, oldestAt]).toEqual([queue.count, queue.oldestAt]);
  const [ofArticle] = (await asModerator('list-article-comments', { article: decision })).json().comments;
  expect(ofArticle.since).toBe(was.since);
});

test('twice as well, and after an undo among what was filed as spam', async () => {
  const [id] = await send('deux');
  const place = await placeOf('pending', id);
  const first = (await rows('pending'))[place];
  for (const decision of ['spam', 'approve']) {
    clock.pass(60);
    const { undo: token } = (await decide('deux', id, decision)).json();
    clock.pass(60);
    await undo(token);
  }
  expect((await rows('pending'))[place]).toMatchObject({ id, since: first.since });

  await decide('deux', id, 'spam');
  const filed = (await rows('spam')).at(-1);
  clock.pass(60);
  const { undo: token } = (await decide('deux', id, 'restore')).json();
  expect((await rows('pending')).at(-1).id).toBe(id);
  clock.pass(60);
  await undo(token);
  expect((await rows('spam')).at(-1)).toMatchObject({ id, since: filed.since });
});
