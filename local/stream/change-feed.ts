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
  /** Checks committed changes against the filter, and calls `onWanted` when one passes; most do not, and are told of a second later. */
  readonly look: (written: readonly Change[]) => void;
  /** Reads up to `limit` changes after `after`, or after the consumer's checkpoint. */
  readonly next: (after: number | undefined, limit: number) => Batch;
  readonly settle: (seq: number) => void;
};

const CONSUMER = 'stream';
/** The consumer is woken this long after an unwanted change, to settle it: its images may be of what somebody had erased. */
const UNWANTED_MS = 1000;

export const openFeed = (
  changes: Changes,
  isWanted: (record: DynamoDBRecord) => boolean,
  onWanted: () => void,
  unwantedMs = UNWANTED_MS,
): ChangeFeed => {
  let timer: NodeJS.Timeout | undefined;
  const wake = () => {
    clearTimeout(timer);
    timer = undefined;
    onWanted();
  };
  return {
    look: (written) => {
      if (written.some((change) => isWanted(glimpseOf(change)))) wake();
      else timer ??= setTimeout(wake, unwantedMs).unref();
    },
    next: (after, limit) => {
      const from = after ?? changes.checkpoint(CONSUMER);
      const found = changes.after(from, limit);
      return {
        after: from,
        upTo: found.at(-1)?.seq ?? from,
        isCut: found.length === limit,
        // A site's memory has thousands of attributes: images of what nobody wants are never parsed.
        records: found
          .filter((change) => isWanted(glimpseOf(change)))
          .map((change) => changeToRecord(change, changes.stream)),
      };
    },
    settle: (seq) => changes.settle(CONSUMER, seq),
  };
};
