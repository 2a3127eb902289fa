import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';

export type Delivery = {
  /** Invokes the function on a batch. @throws when the function fails. */
  readonly invoke: (records: readonly DynamoDBRecord[]) => Promise<unknown>;
  readonly batchSize: number;
  /** Tries after which a record that stands alone is given up. */
  readonly triesMax: number;
  /** Told of every record that is over, in order, whether it was taken or given up. */
  readonly onDone: (record: DynamoDBRecord) => void | Promise<void>;
  readonly onGivenUp: (record: DynamoDBRecord, problem: string) => void;
  readonly wait: (ms: number) => Promise<unknown>;
};

const FIRST_PAUSE_MS = 100;
const PAUSE_MS_MAX = 5000;

/**
 * Brings records to a function in order, at least once. A batch that fails is tried again from its first failed record on and
 * in halves, until the bad record stands alone; when that one keeps failing it is given up and the rest flows on.
 */
export const deliver = async (records: readonly DynamoDBRecord[], delivery: Delivery): Promise<void> => {
  const { batchSize, triesMax, onDone, onGivenUp, wait } = delivery;
  let rest = records;
  let size = batchSize;
  let tried = 0;
  const settle = async (count: number) => {
    const last = rest[count - 1];
    rest = rest.slice(count);
    size = batchSize;
    tried = 0;
    if (last) await onDone(last);
  };
  while (rest[0]) {
    const batch = rest.slice(0, size);
    const { taken, problem } = await attempt(batch, delivery);
    if (taken > 0) await settle(taken);
    if (problem === undefined) continue;
    tried += 1;
    if (tried >= triesMax && batch.length === 1) {
      onGivenUp(rest[0], problem);
      await settle(1);
    } else {
      size = Math.ceil((batch.length - taken) / 2);
      await wait(Math.min(FIRST_PAUSE_MS * 2 ** tried, PAUSE_MS_MAX));
    }
  }
};

/** How many of a batch's records were taken from its start on, and what stopped the next. */
const attempt = async (
  batch: readonly DynamoDBRecord[],
  { invoke }: Delivery,
): Promise<{ readonly taken: number; readonly problem?: string }> => {
  try {
    const answer = (await invoke(batch)) as DynamoDBBatchResponse | null;
    const failed = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) =>
      batch.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
    );
    if (failed.length === 0) return { taken: batch.length };
    // A failure that names no record of the batch is one of the whole batch.
    return { taken: Math.max(0, Math.min(...failed)), problem: 'The function named it as failed.' };
  } catch (error) {
    return { taken: 0, problem: error instanceof Error ? error.message : String(error) };
  }
};
