import { expect, test } from '@jest/globals';
import type { DynamoDBRecord } from 'aws-lambda';
import { readStack } from '../../../local/stack.ts';
import { readFilter } from '../../../local/stream/filter.ts';
import { decisions } from '../../../src/moderation/status-change.ts';

const record = (sk: string, action?: string, eventName: 'INSERT' | 'MODIFY' = 'INSERT'): DynamoDBRecord => ({
  eventName,
  dynamodb: {
    Keys: { pk: { S: 'a' }, sk: { S: sk } },
    NewImage: { pk: { S: 'a' }, ...(action ? { action: { S: action } } : {}) },
  },
});
const ownFilter = () => {
  const streams = Object.values(readStack().functions).flatMap(({ events = [] }) =>
    events.flatMap(({ stream }) => stream ?? []),
  );
  return readFilter(streams[0]?.filterPatterns);
};

test('the stack’s own filter lets comments and new audit events through, and nothing else that the consumer writes', () => {
  const isWanted = ownFilter();
  const kinds = ['C#01', 'E#01', 'A', 'V', 'T', 'U', 'Q', 'L#x', 'Z#1', 'c#1'];
  expect(kinds.filter((sk) => isWanted(record(sk, 'approve')))).toEqual(['C#01', 'E#01']);
});

test('it lets every new event through once, but what follows from a comment and what was counted afterwards', () => {
  const isWanted = ownFilter();
  for (const action of [...decisions, 'undo', 'hold', 'remove']) {
    expect([action, isWanted(record('E#1', action))]).toEqual([action, true]);
    expect([action, isWanted(record('E#1', action, 'MODIFY'))]).toEqual([action, false]);
  }
  for (const action of ['screen', 'reply', undefined]) expect(isWanted(record('E#1', action))).toBe(false);
});

test('without a pattern every record is wanted', () => {
  expect(readFilter()(record('A'))).toBe(true);
});

test('rules of one value are alternatives, those of several values hold together', () => {
  const isWanted = readFilter([
    { eventName: ['INSERT', 'REMOVE'], dynamodb: { Keys: { sk: { S: [{ prefix: 'C#' }] } } } },
  ]);
  expect(isWanted(record('C#1'))).toBe(true);
  expect(isWanted({ ...record('C#1'), eventName: 'MODIFY' })).toBe(false);
  expect(readFilter([{ dynamodb: { OldImage: [{ exists: false }] } }])(record('C#1'))).toBe(true);
});

test('a rule that is not known here is refused by name', () => {
  expect(() => readFilter([{ a: [{ numeric: ['=', 1] }] }])).toThrow(/numeric/);
  for (const rule of [{ 'anything-but': { prefix: 'x' } }, { prefix: 5 }, { exists: 'yes' }, {}])
    expect(() => readFilter([{ a: [rule] }])).toThrow(JSON.stringify(rule));
});
