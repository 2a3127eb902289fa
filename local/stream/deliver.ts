import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';

export type Delivery = {
  /** Invokes the function on a batch. @throws when the function fails, or cannot be asked. */
  readonly invoke: (records: readonly DynamoDBRecord[]) => Promise<unknown>;
  /** Whether a try that failed, by an error or by naming a record, says nothing about the records: the database was out of reach. */
  readonly wasOut: (error?: unknown) => Promise<boolean>;
  readonly batchSize: number;
  /** Tries after which a record that stands alone is given up. */
  readonly triesMax: number;
  /** Told of every record that is over, in order, whether it was taken or given up. */
  readonly onDone: (record: DynamoDBRecord) => void | Promise<void>;
  readonly onGivenUp: (record: DynamoDBRecord, problem: string) => void;
  readonly wait: (ms: number) => Promise<unknown>;
};

/** A delivery as whoever follows changes is given it: how far it got, and how it waits, are the follower's own. */
export type FollowedDelivery = Omit<Delivery, 'onDone' | 'wait'> & {
  /** Whether the function gets a record at all. */
  readonly isWanted: (record: DynamoDBRecord) => boolean;
};

const FIRST_PAUSE_MS = 100;
const PAUSE_MS_MAX = 5000;

/**
 * Brings records to a function in order, at least once. A batch that fails is tried again from its first failed record on and
 * in halves, until the bad record stands alone; when that one keeps failing it is given up and the rest flows on. While the
 * database is out of reach the records wait, however long it takes.
 */
export const deliver = async (records: readonly DynamoDBRecord[], delivery: Delivery): Promise<void> => {
  const { onDone, onGivenUp } = delivery;
  for (let rest = records; rest[0]; ) {
    const { over, problem } = await deliverFirst(rest, delivery);
    if (problem !== undefined) onGivenUp(rest[0], problem);
    const last = rest[over - 1];
    rest = rest.slice(over);
    if (last) await onDone(last);
  }
};

/** Tries until some of the first records are over. @returns how many, and why the first was given up */
const deliverFirst = async (
  records: readonly DynamoDBRecord[],
  delivery: Delivery,
): Promise<{ readonly over: number; readonly problem?: string | undefined }> => {
  let size = delivery.batchSize;
  let tried = 0;
  for (let asked = 1; ; asked += 1) {
    const batch = records.slice(0, size);
    const { taken, problem, error } = await attempt(batch, delivery);
    if (taken > 0) return { over: taken };
    const isOut = await delivery.wasOut(error);
    // As on Lambda, halving a batch is no try.
    if (!isOut && batch.length === 1) tried += 1;
    if (tried === delivery.triesMax) return { over: 1, problem };
    if (!isOut) size = Math.ceil(batch.length / 2);
    await delivery.wait(Math.min(FIRST_PAUSE_MS * 2 ** asked, PAUSE_MS_MAX));
  }
};

type Attempt = { readonly taken: number; readonly problem?: string; readonly error?: unknown };

/** How many of a batch's records were taken from its start on, and what stopped the next. */
const attempt = async (batch: readonly DynamoDBRecord[], { invoke }: Delivery): Promise<Attempt> => {
  try {
    const answer = (await invoke(batch)) as DynamoDBBatchResponse | null;
    const failed = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) =>
      batch.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
    );
    if (failed.length === 0) return { taken: batch.length };
    // A failure that names no record of the batch is one of the whole batch.
    return { taken: Math.max(0, Math.min(...failed)), problem: 'The function named it as failed.' };
  } catch (error) {
    return { taken: 0, problem: error instanceof Error ? error.message : String(error), error };
  }
};
