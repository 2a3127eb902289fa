import { expect, test } from '@jest/globals';
import { signal } from '@preact/signals';
import type { Desk } from '../../../browser/moderation/desk.ts';
import { freshOf } from '../../../browser/moderation/list/fresh.ts';
import type { Listing } from '../../../browser/moderation/list/listing.ts';
import { putBack, select } from '../../../browser/moderation/list/moves.ts';
import type { Row } from '../../../browser/moderation/list/row.ts';
import { decide } from '../../../browser/moderation/queue/decide.ts';
import { takeBack } from '../../../browser/moderation/queue/take-back.ts';
import { createUndos } from '../../../browser/moderation/queue/undo.ts';
import { createToasts } from '../../../browser/moderation/shell/toasts.ts';
import type { Answer, Decided, DecisionRequest } from '../../../browser/moderation/wire.ts';
import { wordsIn } from '../../../browser/moderation/words/vocabulary.ts';
import { commentOf, listed } from './listed.ts';

const FAILED = { isOk: false, status: 503 } as const;
const made = (ids: string): Answer<Decided> => {
  const results = [...ids].map((comment) => ({ comment, article: 'gare', version: 2, status: 'approved' }));
  return { isOk: true, reply: { undo: `undo ${ids}`, results } } as never;
};

/** A desk whose calls are answered when the test says so. */
const deskOf = (listing: Listing) => {
  const answers: ((answer: unknown) => void)[] = [];
  const call = () => new Promise((resolve) => answers.push(resolve));
  const shown = { current: { queue: 'pending', listing } };
  const desk = {
    ...{ shown, toasts: createToasts(), undos: createUndos(), reloads: signal(0) },
    words: { value: wordsIn('en') },
    calls: { decide: (_: readonly DecisionRequest[]) => call(), undo: call },
    passed: { note: () => undefined },
    countOwn: () => undefined,
    atWork: (work: unknown) => work,
  } as unknown as Desk;
  const act = (rows: readonly Row[]) => decide({ desk, listing, queue: 'pending' }, rows, 'approve');
  return { desk, act, answers, shown };
};

const loaded = async (ids: string) => {
  const { listing, asked } = listed();
  const first = listing.load();
  asked[0]?.answer(ids);
  await first;
  const row = (id: string) => listing.rows.value.find((one) => one.id === id) as Row;
  const phases = () => listing.rows.value.map(({ id, phase }) => `${id} ${phase.value.kind}`).join(', ');
  return { listing, asked, row, phases };
};

test('a decision that failed comes back, and the next key is meant for the comment that is read by now', async () => {
  const { listing, row, phases } = await loaded('abc');
  const { act, answers } = deskOf(listing);
  const first = act([row('a')]);
  expect(listing.selected.value).toBe('b');
  answers[0]?.(FAILED);
  await first;
  expect([listing.selected.value, phases()]).toEqual(['b', 'a waiting, b waiting, c waiting']);
  const all = act(['a', 'b', 'c'].map(row));
  answers[1]?.(FAILED);
  await all;
  expect(listing.selected.value).toBe('a');
});

test('what is taken back is selected, unless somebody went on meanwhile', async () => {
  const { listing, row } = await loaded('abcd');
  const { desk, act, answers } = deskOf(listing);
  for (const id of 'ab') {
    const done = act([row(id)]);
    answers.at(-1)?.(made(id));
    await done;
  }
  const backs = takeBack(desk);
  await Promise.resolve();
  select(listing, 'd');
  answers.at(-1)?.(made('b'));
  await backs;
  expect(listing.selected.value).toBe('d');
  const again = takeBack(desk);
  await Promise.resolve();
  answers.at(-1)?.(made('a'));
  await again;
  expect(listing.selected.value).toBe('a');
});

test('the way back that is offered is of what it stands beside', async () => {
  const { listing, row } = await loaded('abcd');
  const { desk, act, answers } = deskOf(listing);
  const many = act(['a', 'b'].map(row));
  const one = act([row('c')]);
  answers[1]?.(made('c'));
  await one;
  answers[0]?.(made('ab'));
  await many;
  expect(desk.toasts.shown.value).toMatchObject({ text: '2 comments published.', isUndoable: false });
  const more = act([row('d')]);
  answers[2]?.(made('d'));
  await more;
  expect(desk.toasts.shown.value?.isUndoable).toBe(true);
});

test('a way back that is pressed twice takes back once', async () => {
  const { listing, row } = await loaded('ab');
  const { desk, act, answers } = deskOf(listing);
  const done = act([row('a')]);
  answers[0]?.(made('a'));
  await done;
  const back = takeBack(desk);
  expect(desk.toasts.shown.value).toBeUndefined();
  await Promise.resolve();
  answers[1]?.(made('a'));
  await back;
  expect(desk.toasts.shown.value?.text).toBe('1 decision taken back.');
});

test('a list that was opened while a decision was under way shows what became of it', async () => {
  const before = await loaded('ab');
  const { act, answers, shown } = deskOf(before.listing);
  const done = act([before.row('a')]);
  const now = await loaded('ab');
  shown.current = { queue: 'pending', listing: now.listing };
  answers[0]?.(made('a'));
  await done;
  expect(now.phases()).toBe('a decided, b waiting');
  expect(now.row('a').comment.value.version).toBe(2);
});

test('a list is compared by the last look at it, with what stood in it then', async () => {
  const { listing, asked, row, phases } = await loaded('ab');
  const [first, second] = [listing.check('gone'), listing.check('gone')];
  asked[2]?.answer('abc');
  await second;
  listing.showFresh();
  asked[1]?.answer('ab');
  await first;
  expect(phases()).toBe('a waiting, b waiting, c waiting');

  const third = listing.check('gone');
  row('a').phase.value = { kind: 'decided', decision: 'approve' };
  row('a').comment.value = commentOf('a', 3);
  putBack(listing, [row('a')]);
  asked[3]?.answer('c');
  expect(await third).toBe(true);
  expect(phases()).toBe('a waiting, b gone, c waiting');
});

test('what is new is counted and shown once, whatever brings it', async () => {
  const { listing, asked } = listed();
  const ids = () => listing.rows.value.map(({ id }) => id).join('');
  const first = listing.load();
  asked[0]?.answer('ab', 'two');
  await first;
  const checked = listing.check('gone');
  asked[1]?.answer('abcd');
  await checked;
  expect(freshOf(listing)).toHaveLength(2);
  const more = listing.more();
  asked[2]?.answer('c');
  await more;
  expect(freshOf(listing).map(({ id }) => id)).toEqual(['d']);
  listing.showFresh();
  expect(ids()).toBe('abcd');
});
