import {
  BatchGetItemCommand,
  GetItemCommand,
  type GetItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { DamagedItem, type Item, toItem } from './attributes.ts';
import type { Key } from './keys.ts';
import type { Send } from './send.ts';

/** The table, with the few kinds of reads that we use. */
export type Table = ReturnType<typeof openTable>;

export type Reporter = (event: string, facts: Readonly<Record<string, string | number>>) => void;

/** Keys of one batch read. */
const BATCH_MAX = 100;

export const openTable = (name: string, send: Send, report: Reporter) => {
  const query = async (input: Omit<QueryCommandInput, 'TableName'>): Promise<Partial<QueryCommandOutput>> =>
    isEmptySpan(input) ? { ScannedCount: 0 } : send(new QueryCommand({ TableName: name, ...input }));
  return {
    name,
    send,
    /** Sorted items of a partition. A span, which is always from `:from` until `:until`, is empty where it would end before it begins. */
    query,
    /** A key in DynamoDB's wire format. */
    key: (key: Key) => toItem(key),
    get: async (key: Key, input: Partial<GetItemCommandInput> = {}): Promise<Item | undefined> =>
      (await send(new GetItemCommand({ TableName: name, Key: toItem(key), ...input }))).Item,
    /** Items of distinct keys, in no order; absent ones are left out. */
    getAll: async (keys: readonly Key[]): Promise<readonly Item[]> => {
      const batches = Array.from({ length: Math.ceil(keys.length / BATCH_MAX) }, (_, nth) =>
        keys.slice(nth * BATCH_MAX, (nth + 1) * BATCH_MAX),
      );
      const found = await Promise.all(
        batches.map((batch) =>
          send(
            new BatchGetItemCommand({ RequestItems: { [name]: { Keys: batch.map((key) => toItem(key)) } } }),
          ),
        ),
      );
      return found.flatMap(({ Responses }) => Responses?.[name] ?? []);
    },
    /** Decodes items. A damaged item is reported and left out, so that it does not fail a whole page. */
    readable: <T>(items: readonly Item[] | undefined, decode: (item: Item) => T): readonly T[] =>
      (items ?? []).flatMap((item) => {
        try {
          return [decode(item)];
        } catch (error) {
          if (!(error instanceof DamagedItem)) throw error;
          report('damaged-item', { pk: item.pk?.S ?? '', sk: item.sk?.S ?? '', problem: error.message });
          return [];
        }
      }),
  };
};

/** DynamoDB refuses to look between a bound and a lower one. */
const isEmptySpan = ({
  ExpressionAttributeValues: values,
}: Pick<QueryCommandInput, 'ExpressionAttributeValues'>): boolean =>
  (values?.[':from']?.S ?? '') > (values?.[':until']?.S ?? LAST);
/** Sorts behind every bound. */
const LAST = '\u{10ffff}';
