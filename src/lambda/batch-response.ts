import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { Failed } from '../stream/deliver-to-consumers.ts';
import { log, logFailure } from './logs/log.ts';

/** A batch of the table's stream. */
export type StreamEvent = { readonly Records: readonly DynamoDBRecord[] };

/** Tells the stream which records to bring again, and the log how many there were of each kind and why which failed. */
export const batchResponse = (
  records: readonly { readonly kind: string }[],
  failed: readonly Failed[],
): DynamoDBBatchResponse => {
  const kinds = Map.groupBy(records, ({ kind }) => kind);
  const found = Object.fromEntries([...kinds].map(([kind, { length }]) => [kind, length]));
  for (const { consumer, record, cause } of failed) logFailure('record-failed', cause, { consumer, record });
  log('changes-followed', { ...found, failed: failed.length });
  return {
    batchItemFailures: [...new Set(failed.map(({ record }) => record))].map((itemIdentifier) => ({
      itemIdentifier,
    })),
  };
};
