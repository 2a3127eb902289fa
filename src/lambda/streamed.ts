import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { CommentChange } from '../moderation/tally.ts';
import { log } from './log.ts';

/** A batch of the table's stream. */
export type StreamEvent = { readonly Records: readonly DynamoDBRecord[] };

/** Tells the stream which records to bring again, and the log how many were followed. */
export const streamed = (
  changes: readonly CommentChange[],
  failed: readonly CommentChange[],
): DynamoDBBatchResponse => {
  log('changes-followed', { changes: changes.length, failed: failed.length });
  return { batchItemFailures: failed.map(({ record }) => ({ itemIdentifier: record })) };
};
