import type { DynamoDBRecord } from 'aws-lambda';
import type { Change } from '../engine/changes.ts';

/** Length of AWS's sequence numbers. Ours are padded with zeros, so that they sort as text. */
export const SEQUENCE_DIGITS = 21;

const TABLE_ARN = 'arn:aws:dynamodb:local:000000000000:table/palabre';

/** Converts a change of the embedded database to a Lambda stream record. Its images are DynamoDB JSON already. */
export const changeToRecord = (change: Change, stream: string): DynamoDBRecord => ({
  eventID: String(change.seq),
  eventName: nameOf(change),
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'local',
  dynamodb: {
    ApproximateCreationDateTime: Math.floor(change.at / 1000),
    Keys: { pk: { S: change.pk }, sk: { S: change.sk } },
    ...(change.new === null ? {} : { NewImage: JSON.parse(change.new) }),
    ...(change.old === null ? {} : { OldImage: JSON.parse(change.old) }),
    SequenceNumber: String(change.seq).padStart(SEQUENCE_DIGITS, '0'),
    SizeBytes: (change.old?.length ?? 0) + (change.new?.length ?? 0),
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
  eventSourceARN: `${TABLE_ARN}/stream/${stream}`,
  // DynamoDB marks its TTL deletions like this.
  ...(change.expired ? { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } } : {}),
});

/** The part of a record that filters read. Its images are parsed only on access; most filters do not need them. */
export const glimpseOf = (change: Change): DynamoDBRecord => ({
  eventName: nameOf(change),
  dynamodb: {
    Keys: { pk: { S: change.pk }, sk: { S: change.sk } },
    get NewImage() {
      return change.new === null ? undefined : JSON.parse(change.new);
    },
    get OldImage() {
      return change.old === null ? undefined : JSON.parse(change.old);
    },
  },
});

/** The `seq` of a record's change. */
export const seqOf = ({ dynamodb }: DynamoDBRecord): number => Number(dynamodb?.SequenceNumber);

const nameOf = (change: Change) => {
  if (change.old === null) return 'INSERT';
  return change.new === null ? 'REMOVE' : 'MODIFY';
};
