import { expect, test } from '@jest/globals';
import { Refusal } from '../../src/comment/refusal.ts';
import { undoable } from '../../src/lambda/moderators/decisions.ts';
import { decideComments, type RequestedDecision } from '../../src/use-cases/decide-comments.ts';
import { undoDecisions } from '../../src/use-cases/undo-decisions.ts';
import { anId, aSite, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const site = aSite();
let batches = 0;
const context = () => {
  batches += 1;
  return { site, by: 'claire', now: NOW + batches, batch: anId(30_000 + batches) as string };
};

type Call = keyof typeof fixture.store;
/** The same store, whose database is out from the nth of these calls on. */
const outFrom = (call: Call, nth: number): typeof fixture => {
  let calls = 0;
  const failing = (...args: never[]) => {
    calls += 1;
    if (calls >= nth) return Promise.reject(new Refusal('storage-unavailable', 'The database is out.'));
    return (fixture.store[call] as (...all: never[]) => unknown)(...args);
  };
  return { ...fixture, store: { ...fixture.store, [call]: failing } };
};

/** An author's first comment waits; two more of theirs were published unseen. */
const fill = async (article: string, authors: readonly string[]) => {
  const ids = authors.flatMap((author, at) =>
    [0, 1, 2].map((n) => ({
      ...{ article, id: anId(at * 3 + n), authorKey: `${author}-${article}` },
      status: n === 0 ? ('pending' as const) : ('approved' as const),
    })),
  );
  for (const one of ids) await fixture.store.add(aStored(one));
  return ids.map(({ id }) => id);
};
const asSpam = (article: string, ids: readonly ReturnType<typeof anId>[]): RequestedDecision[] =>
  ids.map((comment) => ({ article, comment, decision: 'spam' }));
const statuses = async (article: string, ids: readonly ReturnType<typeof anId>[]) =>
  Promise.all(ids.map(async (id) => (await fixture.store.find({ site: 'demo', article, id }))?.status));
const outcomes = (decided: Awaited<ReturnType<typeof decideComments>>) =>
  decided.map((one) => ('refusal' in one && one.refusal ? one.refusal.code : 'done'));

test.each([
  ['listOfAuthor', 1],
  ['saveStatus', 3],
  ['saveStatus', 4],
  ['find', 3],
] as const)(
  'when the storage fails while unseen comments are held (%s, call %d), the decision says so, is undone whole, and goes on when asked again',
  async (call, nth) => {
    const article = `retenus-${call}-${nth}`;
    const ids = await fill(article, ['a', 'b']);
    const asked = asSpam(
      article,
      [ids[0], ids[3]].filter((id) => id !== undefined),
    );
    const first = await decideComments(outFrom(call, nth), asked, context());
    expect(outcomes(first)).toContain('storage-unavailable');
    const steps = undoable(first);
    expect(steps.filter(({ before }) => before === 'pending')).toHaveLength(2);

    // As a page asks again, with the version that it showed.
    const stale = asked.map((one, at) => (at === 0 ? { ...one, version: 1 } : one));
    const again = await decideComments(fixture, stale, context());
    expect(outcomes(again)).toEqual(['changed-meanwhile', 'already-decided']);
    expect(await statuses(article, ids)).toEqual(
      Array.from({ length: 2 }, () => ['spam', 'pending', 'pending']).flat(),
    );

    await undoDecisions(fixture, [...undoable(again), ...steps], context());
    expect(await statuses(article, ids)).toEqual(
      Array.from({ length: 2 }, () => ['pending', 'approved', 'approved']).flat(),
    );
  },
);

test('decisions and their undoing stand when the authors’ trust cannot be suspended', async () => {
  const ids = await fill('confiance', ['a']);
  const out = outFrom('distrust', 1);
  const decided = await decideComments(out, asSpam('confiance', ids.slice(0, 1)), context());
  expect(outcomes(decided)).toEqual(['done']);
  expect(await statuses('confiance', ids)).toEqual(['spam', 'pending', 'pending']);
  const undone = await undoDecisions(out, undoable(decided), context());
  expect(outcomes(undone)).toEqual(['done', 'done', 'done']);
});

test('a conflict whose comment cannot be read again is told without its state, beside what was decided', async () => {
  const ids = await fill('conflit', ['a']);
  const [first, second] = asSpam('conflit', ids);
  const stale = { ...second, version: 7 } as RequestedDecision;
  const decided = await decideComments(outFrom('find', 3), [first as RequestedDecision, stale], context());
  expect(decided).toMatchObject([
    { ref: {} },
    { refusal: { code: 'changed-meanwhile', current: undefined } },
  ]);
  expect(undoable(decided)).not.toHaveLength(0);
});

test('a thread of which a reply could not be removed is not done', async () => {
  const article = 'fil-coupe';
  const root = anId(900);
  await fixture.store.add(aStored({ article, id: root, status: 'approved' }));
  for (const n of [901, 902])
    await fixture.store.add(aStored({ article, id: anId(n), status: 'approved', root, parent: root }));
  const asked: RequestedDecision[] = [{ article, comment: root, decision: 'reject', thread: true }];
  const all = [root, anId(901), anId(902)];

  const none = await decideComments(outFrom('saveStatus', 1), asked, context());
  expect(outcomes(none)).toEqual(['storage-unavailable']);
  const some = await decideComments(outFrom('saveStatus', 2), asked, context());
  expect(some).toMatchObject([{ after: { status: 'approved' }, left: 1, along: [{}] }]);
  expect((await statuses(article, all))[0]).toBe('approved');
  const rest = await decideComments(fixture, asked, context());
  expect(rest).toMatchObject([{ after: { status: 'rejected' }, left: 0, along: [{}] }]);
  expect(await statuses(article, all)).toEqual(['rejected', 'rejected', 'rejected']);
});
