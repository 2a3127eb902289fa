import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  IdempotentParameterMismatchException,
  InternalServerError,
  ResourceNotFoundException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';

// The SDK's own classes, since the adapter asks `instanceof`.

const $metadata = {};

/** The request itself is wrong: DynamoDB would refuse it too. */
export const invalid = (message: string): Error =>
  new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', $metadata, message });

/** DynamoDB may know it; this engine does not. */
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

/** Why one part of a transaction was at fault. */
export type Fault = { readonly code: string; readonly message: string; readonly item?: Answer | undefined };

/** @param faults one for each part of the transaction, undefined for those that were not at fault. */
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

/** Carries out what reads or writes the file. @throws InternalServerError when SQLite fails, or what the work throws */
export const onFile = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw isOfFile(error) ? outage(error) : error;
  }
};

/** The file cannot be written or read now: full, locked, damaged. */
export const outage = (cause: unknown): Error =>
  Object.assign(
    new InternalServerError({ $metadata, message: cause instanceof Error ? cause.message : String(cause) }),
    { cause },
  );
