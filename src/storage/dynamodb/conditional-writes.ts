import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Item } from './attributes.ts';
import { codesOf } from './send.ts';
import type { Table } from './table.ts';

/** Why nothing was written: the parts whose condition failed, by position, each with the item it met. */
export type Unmet = { readonly parts: ReadonlyMap<number, Item | undefined>; readonly cause: Error };

/**
 * Writes all parts or none.
 * @param token an idempotency token: DynamoDB carries out the same token once in ten minutes; at most 36 characters
 * @returns undefined when all was written
 */
export const transact = async (
  table: Table,
  parts: readonly TransactWriteItem[],
  token?: string,
): Promise<Unmet | undefined> => {
  try {
    await table.send(new TransactWriteItemsCommand({ TransactItems: [...parts], ClientRequestToken: token }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const failed = codesOf(error).flatMap((code, at) => (code === 'ConditionalCheckFailed' ? [at] : []));
    if (failed.length === 0) throw error;
    const reasons = error.CancellationReasons;
    return { parts: new Map(failed.map((at) => [at, reasons?.[at]?.Item])), cause: error };
  }
};

/** Writes one item. @returns undefined when it was written */
export const writeIf = async (write: () => Promise<unknown>): Promise<Unmet | undefined> => {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { parts: new Map([[0, error.Item]]), cause: error };
  }
};
