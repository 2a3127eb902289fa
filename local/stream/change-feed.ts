import type { DynamoDBRecord } from 'aws-lambda';
import type { Change, Changes } from '../engine/changes.ts';
import { changeToRecord, glimpseOf } from './event-record.ts';

/** The records that pass the function's filter, of the changes after `after` up to `upTo`. */
export type Batch = {
  readonly after: number;
  readonly upTo: number;
  /** Whether more changes may follow. */
  readonly isCut: boolean;
  readonly records: readonly DynamoDBRecord[];
};

/** The embedded database's changes for its one consumer, the stream's function. */
export type ChangeFeed = {
  /** Checks committed changes against the filter, and calls `onWanted` when one passes; most do not. */
  readonly look: (written: readonly Change[]) => void;
  /** Reads up to `limit` changes after `after`, or after the consumer's checkpoint. */
  readonly next: (after: number | undefined, limit: number) => Batch;
  readonly settle: (seq: number) => void;
};

const CONSUMER = 'stream';
/** The consumer is also woken after this many unwanted changes, so that they can be trimmed. */
export const UNWANTED_MAX = 1000;

export const openFeed = (
  changes: Changes,
  isWanted: (record: DynamoDBRecord) => boolean,
  onWanted: () => void,
): ChangeFeed => {
  let passed = 0;
  return {
    look: (written) => {
      passed += written.length;
      if (passed < UNWANTED_MAX && !written.some((change) => isWanted(glimpseOf(change)))) return;
      passed = 0;
      onWanted();
    },
    next: (after, limit) => {
      const from = after ?? changes.checkpoint(CONSUMER);
      const found = changes.after(from, limit);
      return {
        after: from,
        upTo: found.at(-1)?.seq ?? from,
        isCut: found.length === limit,
        records: found.map((change) => changeToRecord(change, changes.stream)).filter(isWanted),
      };
    },
    settle: (seq) => changes.settle(CONSUMER, seq),
  };
};
