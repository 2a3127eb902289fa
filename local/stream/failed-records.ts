import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';
import { removeFile, writeWhole } from '../keep.ts';

/** The folder of the records that were given up, with one file each. */
export const failedRecordsIn = (dataDir: string): string => join(dataDir, 'failed-records');

/** As long as rejected comments, since comments and networks are in them, and as the bucket of a deployed stack keeps them. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Whether a record failed too long ago to be kept, however often it was redriven since.
 * @param name of its file or object: the last part begins with the time of the failure; one that does not is kept
 */
export const isTooOld = (name: string, now: number): boolean => {
  const [, day, time = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d[.]\d\d[.]\d\d)/.exec(basename(name)) ?? [];
  return now - Date.parse(`${day}T${time.replaceAll('.', ':')}Z`) > KEPT_MS;
};

/** Removes the records that failed too long ago, and drafts of them. @throws with a sentence for the operator */
export const removeOldFailed = (dataDir: string, now: number): void => {
  const folder = failedRecordsIn(dataDir);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (isTooOld(name, now)) removeFile(join(folder, name));
};

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
