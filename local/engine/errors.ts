import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  IdempotentParameterMismatchException,
  InternalServerError,
  ResourceNotFoundException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { resultCodeOf } from './file/result-codes.ts';

// Uses the SDK's own classes, because the adapter checks errors with `instanceof`.

const $metadata = {};

/** The request itself is wrong: DynamoDB would refuse it too. */
export const invalid = (message: string): Error =>
  new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', $metadata, message });

/** A parameter that DynamoDB could not even read. */
export const wrongKind = (name: string, kind: string): Error =>
  new DynamoDBServiceException({
    name: 'SerializationException',
    $fault: 'client',
    $metadata,
    message: `${name} is of another kind than ${kind}.`,
  });

/** A key of the wrong type: of all that is wrong with a request before any item is read, it alone is a reason for which a transaction is canceled. */
export const wrongKeyType = (message: string): Error =>
  Object.assign(invalid(message), { isOfKeyType: true });

export const isInvalid = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'ValidationException';
export const isOfKeyType = (error: unknown): error is Error => isInvalid(error) && 'isOfKeyType' in error;

/** The engine does not implement this; DynamoDB may. */
export const unsupported = (what: string): Error =>
  new DynamoDBServiceException({
    name: 'UnsupportedByEmbeddedEngine',
    $fault: 'client',
    $metadata,
    message: `The embedded engine does not know ${what}.`,
  });

type Answer = Record<string, AttributeValue>;

export const conditionFailed = (old?: Answer): Error =>
  new ConditionalCheckFailedException({
    $metadata,
    message: 'The conditional request failed',
    ...(old ? { Item: old } : {}),
  });

/** Why one action of a transaction failed. */
export type Fault = { readonly code: string; readonly message: string; readonly item?: Answer | undefined };

/** @param faults one for each action of the transaction; undefined for an action that did not fail */
export const canceled = (faults: readonly (Fault | undefined)[]): Error =>
  new TransactionCanceledException({
    $metadata,
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${faults
      .map((fault) => fault?.code ?? 'None')
      .join(', ')}]`,
    CancellationReasons: faults.map((fault) =>
      fault
        ? {
            Code: fault.code,
            Message: fault.message,
            ...(fault.item ? { Item: fault.item } : {}),
          }
        : { Code: 'None' },
    ),
  });

export const otherRequest = (): Error =>
  new IdempotentParameterMismatchException({
    $metadata,
    message: 'The request uses a client token of another request.',
  });

export const noSuchTable = (): Error =>
  new ResourceNotFoundException({ $metadata, message: 'Cannot do operations on a non-existent table' });

/** Whether SQLite itself failed, rather than the request. */
export const isOfFile = (error: unknown): boolean =>
  (error as { code?: string } | undefined)?.code === 'ERR_SQLITE_ERROR';

/** The error of SQLite that led to this one, if any. */
export const fileErrorBehind = (error: unknown): Error | undefined => {
  if (isOfFile(error)) return error as Error;
  return error instanceof Error ? fileErrorBehind(error.cause) : undefined;
};

/** Runs work that reads or writes the file. @throws InternalServerError when SQLite fails, or what the work throws */
export const onFile = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw isOfFile(error) ? outage(error) : error;
  }
};

/** The file cannot be written or read now. Its cause is named by SQLite's result code (`SQLITE_FULL`), since logs hold names of errors only. */
export const outage = (error: unknown): Error => {
  const code = resultCodeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (!code) return Object.assign(new InternalServerError({ $metadata, message }), { cause: error });
  const name = `SQLITE_${code}`;
  const cause = Object.assign(new Error(message, { cause: error }), { name });
  return Object.assign(new InternalServerError({ $metadata, message: `${name}: ${message}` }), { cause });
};
