import { expect, test } from '@jest/globals';
import { csv } from '../../src/lambda/records/csv.ts';

const rowOf = (...cells: (string | number | null)[]) =>
  csv('a', ['head'], [cells]).body?.split('\r\n').slice(1).join('\r\n');

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
  'a text that a spreadsheet would run is none any more: %j',
  (text) => expect(rowOf(text)).toMatch(/^"?'/),
);

test('quotes, commas and line ends stay inside their cell; numbers and nothing are as they are', () => {
  expect(rowOf('a "b", c', 'd\ne', -3, null)).toBe('"a ""b"", c","d\ne",-3,\r\n');
});
