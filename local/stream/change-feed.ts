import type { DynamoDBRecord } from 'aws-lambda';
import type { Change, Changes } from '../engine/changes.ts';
import { changeToRecord, glimpseOf } from './event-record.ts';

/** Records that the stream's function wants, of the changes after one and up to another. */
export type Batch = {
  readonly after: number;
  readonly upTo: number;
  /** Whether more changes than the limit may wait. */
  readonly isCut: boolean;
  readonly records: readonly DynamoDBRecord[];
};

/** The embedded database's changes, as its one consumer gets them. */
export type ChangeFeed = {
  /** Looks at what was just written, and tells when some of it is wanted: most of it is not. */
  readonly look: (written: readonly Change[]) => void;
  /** What comes after a change, or after the last one that the consumer is done with. */
  readonly next: (after: number | undefined, limit: number) => Batch;
  readonly settle: (seq: number) => void;
};

const CONSUMER = 'stream';
/** After so many changes that nobody wants the consumer is woken all the same, so that they can be trimmed. */
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
