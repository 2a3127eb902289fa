import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';

export type Delivery = {
  /** Invokes the function on a batch. @throws when the function fails or cannot be called */
  readonly invoke: (records: readonly DynamoDBRecord[]) => Promise<unknown>;
  /** Whether a try failed because the database was out of reach. `error` is undefined when the function named failed records. */
  readonly wasOut: (error?: unknown) => Promise<boolean>;
  readonly batchSize: number;
  /** Tries of a single record before it is given up. */
  readonly triesMax: number;
  /** Called in order with the last of each run of records that were processed or given up. */
  readonly onDone: (record: DynamoDBRecord) => void | Promise<void>;
  readonly onGivenUp: (record: DynamoDBRecord, problem: string) => void;
  readonly wait: (ms: number) => Promise<unknown>;
};

/** The delivery options that a follower is given; it adds `onDone` and `wait` itself. */
export type FollowedDelivery = Omit<Delivery, 'onDone' | 'wait'> & {
  /** Whether a record passes the function's filter. */
  readonly isWanted: (record: DynamoDBRecord) => boolean;
};

const FIRST_PAUSE_MS = 200;
const PAUSE_MS_MAX = 5000;

/**
 * Delivers records to a function in order, at least once. A failed batch is retried from its first failed record and bisected
 * until the bad record is alone; when that one keeps failing, it is given up and delivery goes on. While the database is out of
 * reach, records wait without a limit.
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

/** Retries until at least the first record is processed or given up. @returns how many, and why the first was given up */
const deliverFirst = async (
  records: readonly DynamoDBRecord[],
  delivery: Delivery,
): Promise<{ readonly over: number; readonly problem?: string | undefined }> => {
  let size = delivery.batchSize;
  let tried = 0;
  for (let asked = 0; ; asked += 1) {
    const batch = records.slice(0, size);
    const { taken, problem, error } = await attempt(batch, delivery);
    if (taken > 0) return { over: taken };
    const isOut = await delivery.wasOut(error);
    // As on Lambda, bisecting a batch does not count as a try.
    if (!isOut && batch.length === 1) tried += 1;
    if (tried === delivery.triesMax) return { over: 1, problem };
    if (!isOut) size = Math.ceil(batch.length / 2);
    await delivery.wait(Math.min(FIRST_PAUSE_MS * 2 ** asked, PAUSE_MS_MAX));
  }
};

type Attempt = { readonly taken: number; readonly problem?: string; readonly error?: unknown };

/** Invokes the function once. @returns how many records from the start of the batch it processed, and why the next one failed */
const attempt = async (batch: readonly DynamoDBRecord[], { invoke }: Delivery): Promise<Attempt> => {
  try {
    const answer = (await invoke(batch)) as DynamoDBBatchResponse | null;
    const failed = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) =>
      batch.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
    );
    if (failed.length === 0) return { taken: batch.length };
    // An identifier that matches no record of the batch fails the whole batch.
    return { taken: Math.max(0, Math.min(...failed)), problem: 'The function named it as failed.' };
  } catch (error) {
    return { taken: 0, problem: error instanceof Error ? error.message : String(error), error };
  }
};
