import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';
import { writeWhole } from '../keep.ts';

/** The folder of the records that were given up, with one file each. */
export const failedRecordsIn = (dataDir: string): string => join(dataDir, 'failed-records');

type Failed = {
  /** The function's name. */
  readonly name: string;
  readonly tries: number;
  readonly record: DynamoDBRecord;
};

/**
 * Writes a record to a file that only its owner can read, as the invocation record that Lambda sends to an S3 bucket: what happened,
 * and the event as JSON text in `payload`. Source: Lambda's guide, "Retaining discarded batches for a DynamoDB event source".
 * @returns the file's path
 */
export const keepFailed = (dataDir: string, failed: Failed): string => {
  const now = new Date().toISOString();
  const name = `${now.slice(0, 19).replaceAll(':', '.')}-${randomUUID()}.json`;
  const path = join(failedRecordsIn(dataDir), name);
  writeWhole(path, JSON.stringify(invocationRecord(failed, now)));
  return path;
};

const invocationRecord = ({ name, tries, record }: Failed, now: string) => {
  const sequence = record.dynamodb?.SequenceNumber ?? '';
  const arrival = new Date((record.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: tries,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: now,
    DDBStreamBatchInfo: {
      shardId: 'local',
      startSequenceNumber: sequence,
      endSequenceNumber: sequence,
      approximateArrivalOfFirstRecord: arrival,
      approximateArrivalOfLastRecord: arrival,
      batchSize: 1,
      streamArn: record.eventSourceARN ?? '',
    },
    payload: JSON.stringify({ Records: [record] }),
  };
};
