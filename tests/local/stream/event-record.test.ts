import { expect, test } from '@jest/globals';
import { changeToRecord, seqOf } from '../../../local/stream/event-record.ts';

const change = {
  seq: 12,
  at: 1_700_000_000_900,
  expired: 0,
  pk: 'a',
  sk: 'b',
  old: null,
  new: '{"pk":{"S":"a"},"b":{"B":"AQL/"}}',
};

test('a change becomes a record as Lambda hands it on: whole seconds, padded numbers, images as they are stored', () => {
  const record = changeToRecord(change, 'one');
  expect(record).toMatchObject({
    eventName: 'INSERT',
    eventSource: 'aws:dynamodb',
    eventSourceARN: 'arn:aws:dynamodb:local:000000000000:table/palabre/stream/one',
    dynamodb: {
      ApproximateCreationDateTime: 1_700_000_000,
      Keys: { pk: { S: 'a' }, sk: { S: 'b' } },
      NewImage: { pk: { S: 'a' }, b: { B: 'AQL/' } },
      SequenceNumber: '000000000000000000012',
    },
  });
  expect(record.dynamodb).not.toHaveProperty('OldImage');
  expect(seqOf(record)).toBe(12);
});

test('what expired says that the service removed it', () => {
  const record = changeToRecord({ ...change, expired: 1, old: change.new, new: null as never }, 'one');
  expect(record).toMatchObject({
    eventName: 'REMOVE',
    userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
  });
  expect(changeToRecord({ ...change, old: change.new }, 'one')).toMatchObject({ eventName: 'MODIFY' });
});
