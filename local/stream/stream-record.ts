import type { AttributeValue, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, AttributeValue as EventValue } from 'aws-lambda';
import { SEQUENCE_DIGITS } from './event-record.ts';

/** Converts a record of the DynamoDB Streams API to a Lambda stream record. */
export const toEventRecord = (
  { eventID, eventName, awsRegion, dynamodb = {} }: StreamRecord,
  arn: string,
): DynamoDBRecord => {
  const { ApproximateCreationDateTime: at, Keys, NewImage, OldImage, SizeBytes, StreamViewType } = dynamodb;
  return {
    eventID: eventID ?? '',
    eventName: eventName ?? 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: awsRegion ?? '',
    dynamodb: {
      ApproximateCreationDateTime: (at?.getTime() ?? 0) / 1000,
      Keys: imageOf(Keys),
      ...(NewImage ? { NewImage: imageOf(NewImage) } : {}),
      ...(OldImage ? { OldImage: imageOf(OldImage) } : {}),
      SequenceNumber: eventSequence(dynamodb.SequenceNumber),
      SizeBytes: SizeBytes ?? 0,
      StreamViewType: StreamViewType ?? 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: arn,
  };
};

const eventSequence = (sequence = '') => sequence.padStart(SEQUENCE_DIGITS, '0');

type Image = Readonly<Record<string, AttributeValue>>;

const imageOf = (image: Image = {}): Record<string, EventValue> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, eventValue(value)]));

/** Lambda's events carry binaries as base64. */
const eventValue = (value: AttributeValue): EventValue => {
  if (value.B) return { B: base64(value.B) };
  if (value.BS) return { BS: value.BS.map(base64) };
  if (value.L) return { L: value.L.map(eventValue) };
  if (value.M) return { M: imageOf(value.M) };
  return value as EventValue;
};

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
