import { expect, test } from '@jest/globals';
import { toEventRecord } from '../../../local/stream/stream-record.ts';

const ARN = 'arn:aws:dynamodb:local:000000000000:table/palabre/stream/1';

test('a change becomes a record as Lambda hands it on: seconds, padded numbers, bytes in base64 at any depth', () => {
  const bytes = new Uint8Array([1, 2, 255]);
  const image = {
    b: { B: bytes },
    l: { L: [{ M: { s: { BS: [bytes, bytes] } } }, { NULL: true as const }] },
    n: { N: '1' },
  };
  const record = toEventRecord(
    {
      eventID: '7',
      eventName: 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'local',
      dynamodb: {
        ApproximateCreationDateTime: new Date(1_700_000_000_500),
        Keys: { pk: { S: 'a' }, sk: { S: 'b' } },
        OldImage: { pk: { S: 'a' } },
        NewImage: image,
        SequenceNumber: '12',
        SizeBytes: 26,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    },
    ARN,
  );
  expect(record).toEqual({
    eventID: '7',
    eventName: 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'local',
    dynamodb: {
      ApproximateCreationDateTime: 1_700_000_000.5,
      Keys: { pk: { S: 'a' }, sk: { S: 'b' } },
      OldImage: { pk: { S: 'a' } },
      NewImage: {
        b: { B: 'AQL/' },
        l: { L: [{ M: { s: { BS: ['AQL/', 'AQL/'] } } }, { NULL: true }] },
        n: { N: '1' },
      },
      SequenceNumber: '000000000000000000012',
      SizeBytes: 26,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: ARN,
  });
});

test('a removed item has its old image only, and AWS’s own long numbers stay as they are', () => {
  const sequence = '4421584500000000017450439091';
  const record = toEventRecord(
    { eventName: 'REMOVE', dynamodb: { OldImage: { pk: { S: 'a' } }, SequenceNumber: sequence } },
    ARN,
  );
  expect(record.dynamodb).not.toHaveProperty('NewImage');
  expect(record.dynamodb?.SequenceNumber).toBe(sequence);
});
