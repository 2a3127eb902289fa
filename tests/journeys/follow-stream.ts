import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { readFilter } from '../../local/stream/filter.ts';
import type { CommentId } from '../../src/comment/comment.ts';
import { timeOf } from '../../src/comment/comment-id.ts';
import { streamSetup } from '../storage/test-database.ts';
import { invoke } from './functions.ts';
import type { Backend } from './with-backend.ts';

/** Records Lambda would bring at once. */
const BATCH = 100;

/** Every change of the table, oldest first, as Lambda would hand it over. */
export const streamOf = async ({ records }: Backend): Promise<readonly DynamoDBRecord[]> => {
  const isWanted = readFilter(streamSetup?.filterPatterns);
  return (await records()).map(onTestTime).filter(isWanted);
};

/** The database has the machine's clock; what changed a comment's status says when that was by the test's. */
const onTestTime = ({ dynamodb = {}, ...record }: DynamoDBRecord): DynamoDBRecord => {
  const image = dynamodb.NewImage ?? dynamodb.OldImage;
  const since = Number(image?.since?.N ?? timeOf((image?.vs?.S ?? '') as CommentId));
  return {
    ...record,
    dynamodb: { ...dynamodb, ...(since > 0 ? { ApproximateCreationDateTime: since / 1000 } : {}) },
  };
};

/**
 * Brings the whole stream to follow-changes, from its beginning every time: what was counted before must not count
 * again. Returns the records it wants once more.
 */
export const follow = async (backend: Backend): Promise<readonly string[]> => {
  const records = await streamOf(backend);
  const failures: string[] = [];
  for (let at = 0; at < records.length; at += BATCH)
    failures.push(...(await deliver(records.slice(at, at + BATCH))));
  return failures;
};

export const deliver = async (records: readonly DynamoDBRecord[]): Promise<readonly string[]> => {
  const { batchItemFailures }: DynamoDBBatchResponse = await invoke('follow-changes', { Records: records });
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
};
