import {
  type BatchGetItemCommandOutput,
  type ConsumedCapacity,
  type DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { Refusal } from '../../comment/refusal.ts';

/** One layer retries what the SDK knows (`client.ts`), this one what it does not. */
const CONFLICT_ATTEMPTS = 6;
const CONFLICT_PAUSE_MS = 25;
const RETRY_AFTER_S = 5;

/** Sends one command. @throws {Refusal} `storage-unavailable` when the database cannot answer now. */
export type Send = DynamoDBClient['send'];

export type Pauses = {
  /** Resolves after some milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
  /** A random number from 0 up to 1. */
  readonly chance: () => number;
  /** Told what each command consumed; asking for it costs bytes, so only who listens pays. */
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

/** Two transactions on one item at once: the SDK gives up, a short random pause does not. */
const untilSettled = async (attempt: () => Promise<object>, { wait, chance }: Pauses): Promise<object> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === CONFLICT_ATTEMPTS || !isConflict(error)) throw error;
      await wait(CONFLICT_PAUSE_MS * 2 ** tried * chance());
    }
  }
};

/** A batch answered in part says which keys are left, and the SDK leaves it at that. */
const untilWhole = async (command: Command, attempt: () => Promise<object>, { wait, chance }: Pauses) => {
  let answer = (await attempt()) as Partial<BatchGetItemCommandOutput>;
  const wanted = command.input.RequestItems;
  let responses = answer.Responses;
  for (let tried = 1; Object.keys(answer.UnprocessedKeys ?? {}).length > 0; tried += 1) {
    if (tried === CONFLICT_ATTEMPTS) throw unavailable(new Error('Keys stayed unprocessed.'));
    await wait(CONFLICT_PAUSE_MS * 2 ** tried * chance());
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

/** Why each part of a transaction was cancelled; `None` for those that were not at fault. */
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
  // Node's own errors begin with `ERR_` and are mistakes in the program; the system's are the way to the database.
  return /^E(?!RR_)[A-Z_]+$/.test(code ?? '') || ($metadata?.httpStatusCode ?? 0) >= 500;
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const unavailable = (cause: unknown) =>
  new Refusal('storage-unavailable', 'The comments cannot be reached for a moment. Please try again.', {
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
