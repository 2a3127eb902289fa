import { expect, test } from '@jest/globals';
import { wholeTable } from '../../browser/moderation/records/audit-csv.ts';

const pages = ['at,by\r\n1,Léa\r\n', 'at,by\r\n2,Léa\r\n', 'at,by\r\n'];
const answering = (last: object) => async (query: Readonly<Record<string, string>>) => {
  const at = Number(query.cursor ?? 0);
  const next = at + 1 < pages.length ? { next: new URLSearchParams({ cursor: String(at + 1) }) } : {};
  return at === 1 ? (last as never) : { isOk: true as const, reply: pages[at] ?? '', ...next };
};

test('a table of several pages has one line of titles, and tells how far it is', async () => {
  const told: number[] = [];
  const second = { isOk: true, reply: pages[1], next: new URLSearchParams({ cursor: '2' }) };
  const answer = await wholeTable(answering(second), {}, (count) => told.push(count));
  expect(answer).toEqual({ isOk: true, reply: 'at,by\r\n1,Léa\r\n2,Léa\r\n' });
  expect(told).toEqual([1, 2, 3]);
});

test('a page that fails fails the table: no part of one is saved as the whole', async () => {
  const failure = { isOk: false, status: 503 };
  expect(await wholeTable(answering(failure), {}, () => undefined)).toBe(failure);
});
