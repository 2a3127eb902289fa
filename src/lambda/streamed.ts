import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { log } from './log.ts';

/** A batch of the table's stream. */
export type StreamEvent = { readonly Records: readonly DynamoDBRecord[] };

/** Tells the stream which records to bring again, and the log how many there were to follow. */
export const streamed = (
  found: Readonly<Record<string, number>>,
  failed: readonly { readonly record: string }[],
): DynamoDBBatchResponse => {
  log('changes-followed', { ...found, failed: failed.length });
  return { batchItemFailures: failed.map(({ record }) => ({ itemIdentifier: record })) };
};
