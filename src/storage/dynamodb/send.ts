import {
  type BatchGetItemCommandOutput,
  type ConsumedCapacity,
  type DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { Refusal } from '../../comment/refusal.ts';

/** Retries the errors that the SDK (`client.ts`) does not retry. */
const CONFLICT_ATTEMPTS = 6;
const CONFLICT_PAUSE_MS = 25;
const RETRY_AFTER_S = 5;

/** Sends one command. @throws {Refusal} `storage-unavailable` when the database cannot answer now. */
export type Send = DynamoDBClient['send'];

export type Pauses = {
  /** Resolves after some milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
  /** A random number from 0 up to 1. */
  readonly random: () => number;
  /** Called with the capacity each command consumed. Requests ask for it only when this is set, since it costs bytes. */
  readonly onCapacity?: (command: string, consumed: readonly ConsumedCapacity[]) => void;
};

export const createSend = (client: Pick<DynamoDBClient, 'send'>, pauses: Pauses): Send => {
  const once = async (command: Command): Promise<object> => {
    const { onCapacity } = pauses;
    if (onCapacity) command.input.ReturnConsumedCapacity = 'INDEXES';
    const answer = (await client.send(command as never)) as { ConsumedCapacity?: ConsumedCapacity };
    onCapacity?.(command.constructor.name, [answer.ConsumedCapacity ?? []].flat());
    return answer;
  };
  const send = async (command: Command) => {
    try {
      return await untilWhole(command, () => untilSettled(() => once(command), pauses), pauses);
    } catch (error) {
      if (isOutage(error)) throw unavailable(error);
      throw error;
    }
  };
  return send as Send;
};

type Command = { readonly input: Record<string, unknown> };

/** Retries a conflict of two transactions on one item after a short random pause; the SDK does not retry it. */
const untilSettled = async (attempt: () => Promise<object>, { wait, random }: Pauses): Promise<object> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === CONFLICT_ATTEMPTS || !isConflict(error)) throw error;
      await wait(CONFLICT_PAUSE_MS * 2 ** tried * random());
    }
  }
};

/** Repeats a batch for its unprocessed keys, which the SDK does not do. */
const untilWhole = async (command: Command, attempt: () => Promise<object>, { wait, random }: Pauses) => {
  let answer = (await attempt()) as Partial<BatchGetItemCommandOutput>;
  const wanted = command.input.RequestItems;
  let responses = answer.Responses;
  for (let tried = 1; Object.keys(answer.UnprocessedKeys ?? {}).length > 0; tried += 1) {
    if (tried === CONFLICT_ATTEMPTS) throw unavailable(new Error('Keys stayed unprocessed.'));
    await wait(CONFLICT_PAUSE_MS * 2 ** tried * random());
    command.input.RequestItems = answer.UnprocessedKeys;
    answer = (await attempt()) as Partial<BatchGetItemCommandOutput>;
    responses = merge(responses, answer.Responses);
  }
  if (wanted) command.input.RequestItems = wanted;
  return { ...answer, ...(responses ? { Responses: responses } : {}) };
};

type Responses = BatchGetItemCommandOutput['Responses'];
const merge = (one: Responses = {}, two: Responses = {}): Responses =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(two)])].map((table) => [
      table,
      [...(one[table] ?? []), ...(two[table] ?? [])],
    ]),
  );

const isConflict = (error: unknown): boolean =>
  nameOf(error) === 'TransactionConflictException' ||
  nameOf(error) === 'TransactionInProgressException' ||
  (error instanceof TransactionCanceledException &&
    codesOf(error).includes('TransactionConflict') &&
    !codesOf(error).includes('ConditionalCheckFailed'));

/** The cancellation reason of each part of a transaction; `None` for parts that did not fail. */
export const codesOf = ({ CancellationReasons }: TransactionCanceledException): readonly string[] =>
  CancellationReasons?.map(({ Code }) => Code ?? 'None') ?? [];

const OUTAGES = new Set([
  'InternalServerError',
  'LimitExceededException',
  'NetworkingError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
]);

/** The database or the way to it is at fault, not the request. */
export const isOutage = (error: unknown): boolean => {
  if (OUTAGES.has(nameOf(error)) || isConflict(error)) return true;
  if (error instanceof TransactionCanceledException)
    return codesOf(error).some(
      (code) => code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded',
    );
  const { code, $metadata } = error as { code?: string; $metadata?: { httpStatusCode?: number } };
  // Codes that begin with `ERR_` are Node's own and mean a bug; the others are errors of the network.
  return /^E(?!RR_)[A-Z_]+$/.test(code ?? '') || ($metadata?.httpStatusCode ?? 0) >= 500;
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const unavailable = (cause: unknown) =>
  new Refusal('storage-unavailable', 'The comments cannot be reached for a moment. Please try again.', {
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
