import { expect, test } from '@jest/globals';
import { checkedRows, move, moveOn } from '../../../browser/moderation/list/moves.ts';
import type { Row } from '../../../browser/moderation/list/row.ts';
import { tickAll } from '../../../browser/moderation/list/tick-all.ts';
import { listed } from './listed.ts';

test('a list that begins again leaves out the page that was under way', async () => {
  const { listing, asked, ids } = listed();
  const first = listing.load();
  asked[0]?.answer('ab', 'two');
  await first;
  const more = listing.more();
  const again = listing.load();
  expect(listing.next.value).toBeNull();
  asked[2]?.answer('cd', 'three');
  await again;
  const rest = listing.more();
  asked[1]?.answer('xy', 'old');
  await more;
  expect(ids()).toBe('cd');
  expect(listing.next.value).toBe('three');
  expect(listing.more()).toBe(rest);
  asked[3]?.answer('ef');
  await rest;
  expect([ids(), asked[3]?.cursor, asked.length]).toEqual(['cdef', 'three', 4]);
});

test('who decided all that was loaded before the next page came goes on with it, and who did not stays where they are', async () => {
  const { listing, asked } = listed();
  const first = listing.load();
  asked[0]?.answer('ab', 'two');
  await first;
  const more = listing.more();
  for (const row of listing.rows.value) row.phase.value = { kind: 'decided', decision: 'approve' };
  moveOn(listing, listing.rows.value);
  expect(listing.selected.value).toBe('a');
  asked[1]?.answer('cd', 'three');
  await more;
  expect(listing.selected.value).toBe('c');
  const rest = listing.more();
  move(listing, 1);
  asked[2]?.answer('ef');
  await rest;
  expect(listing.selected.value).toBe('d');
});

test('all of a list is ticked page by page: what is unticked meanwhile stays so, and nothing more is ticked once all of it is', async () => {
  const { listing, asked } = listed();
  const ticked = () => checkedRows(listing).map(({ id }) => id);
  const first = listing.load();
  asked[0]?.answer('ab', 'two');
  await first;
  const told: number[] = [];
  const all = tickAll(listing, (count) => told.push(count) > 0);
  const [a] = listing.rows.value as [Row];
  a.isChecked.value = false;
  asked[1]?.answer('cd', 'three');
  while (asked.length < 3) await Promise.resolve();
  expect(ticked()).toEqual(['b', 'c', 'd']);
  for (const row of listing.rows.value) row.isChecked.value = false;
  asked[2]?.answer('ef', 'four');
  await all;
  expect([told, ticked(), asked.length]).toEqual([[2, 3], [], 3]);
});

test('and a comparison with the list as it was before', async () => {
  const { listing, asked, ids } = listed();
  const checked = listing.check('gone');
  const loaded = listing.load();
  asked[1]?.answer('ab');
  await loaded;
  asked[0]?.answer('z');
  await checked;
  expect(ids()).toBe('ab');
  expect(listing.rows.value.map(({ phase }) => phase.value.kind)).toEqual(['waiting', 'waiting']);
  expect(listing.fresh.value).toEqual([]);
});

test.each([
  ['oldest', 'gone'],
  ['urgent', 'waiting'],
] as const)(
  'a row that is missing on the first of several pages, ordered by %s, is %s',
  async (order, kind) => {
    const { listing, asked } = listed(order);
    const loaded = listing.load();
    asked[0]?.answer('abc', 'two');
    await loaded;
    const checked = listing.check('Decided elsewhere.');
    asked[1]?.answer('bc', 'two');
    await checked;
    expect(listing.rows.value.map(({ phase }) => phase.value.kind)).toEqual([kind, 'waiting', 'waiting']);
  },
);
