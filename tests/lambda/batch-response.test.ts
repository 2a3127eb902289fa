import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Refusal } from '../../src/comment/refusal.ts';
import { batchResponse } from '../../src/lambda/batch-response.ts';

let lines: object[] = [];
beforeEach(() => {
  lines = [];
  for (const level of ['info', 'error'] as const)
    jest.spyOn(console, level).mockImplementation((line: object) => void lines.push(line));
});
afterEach(() => void jest.restoreAllMocks());

test('each record to bring again is named once, and every failure is logged with its consumer and its cause', () => {
  const cause = Object.assign(new Error('what somebody typed'), { name: 'TimeoutError' });
  const outage = new Refusal('storage-unavailable', 'Later.', { cause });
  const response = batchResponse(
    [{ kind: 'comment' }, { kind: 'comment' }, { kind: 'decision' }],
    [
      { consumer: 'count', record: '7', cause: outage },
      { consumer: 'learn', record: '7', cause: 'a text' },
    ],
  );
  expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
  expect(lines).toMatchObject([
    { event: 'record-failed', consumer: 'count', record: '7', error: 'TimeoutError' },
    { event: 'record-failed', consumer: 'learn', record: '7', error: 'string' },
    { event: 'changes-followed', comment: 2, decision: 1, failed: 2 },
  ]);
  expect(JSON.stringify(lines)).not.toContain('typed');
});

test('nothing failed is an empty list', () => {
  expect(batchResponse([], [])).toEqual({ batchItemFailures: [] });
  expect(lines).toEqual([{ event: 'changes-followed', failed: 0 }]);
});
