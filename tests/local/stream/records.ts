import type { DynamoDBRecord } from 'aws-lambda';

/** A change with a sequence number. */
export const aRecord = (sequence: number): DynamoDBRecord => ({
  eventID: String(sequence),
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: String(sequence).padStart(21, '0'),
    Keys: { pk: { S: 'a' }, sk: { S: String(sequence) } },
  },
});
export const sequenceOf = ({ dynamodb }: DynamoDBRecord) => Number(dynamodb?.SequenceNumber);
