import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { entryChange, isSameKey, type Write } from './items.ts';
import type { Schema } from './schema.ts';
import { itemBytes } from './values/size.ts';
import { type Item, isSameItem } from './values/values.ts';

/** Source: DynamoDB's guide, "Read and write capacity": 4 KB a read unit, 1 KB a write unit. */
const READ_BYTES = 4096;
const WRITE_BYTES = 1024;
const EVENTUAL = 0.5;
/** A transaction charges a table write twice, for prepare and commit. Index updates are charged once. */
const TRANSACTION = 2;

/** Capacity units of the table and of each index; an index that used none is absent. */
export type Units = { readonly table: number; readonly indexes: Readonly<Record<string, number>> };

export const readUnits = (bytes: number, consistent: boolean | undefined): number =>
  Math.max(1, Math.ceil(bytes / READ_BYTES)) * (consistent ? 1 : EVENTUAL);

const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_BYTES));

const bytesOf = (item: Item | undefined): number => (item ? itemBytes(item) : 0);

/** Write units: the larger of the old and the new item, and each index entry that changes. */
export const unitsOf = (schema: Schema, write: Write): Units => {
  const indexes: Record<string, number> = {};
  for (const index of schema.indexes) {
    const units = entryUnits(entryChange(index, write));
    if (units > 0) indexes[index.name] = units;
  }
  return { table: writeUnits(Math.max(bytesOf(write.old), bytesOf(write.next))), indexes };
};

/** Units of one action in a transaction. */
export const doubled = ({ table, indexes }: Units): Units => ({ table: table * TRANSACTION, indexes });

const entryUnits = ({ from, to, old, next }: ReturnType<typeof entryChange>): number => {
  if (from && to && isSameKey(from, to))
    return old && next && isSameItem(old, next) ? 0 : writeUnits(Math.max(bytesOf(old), bytesOf(next)));
  return (from ? writeUnits(bytesOf(old)) : 0) + (to ? writeUnits(bytesOf(next)) : 0);
};

/** Adds up the units of several writes. */
export const sumOfUnits = (parts: readonly Units[]): Units => {
  const indexes: Record<string, number> = {};
  for (const part of parts)
    for (const name in part.indexes) indexes[name] = (indexes[name] ?? 0) + (part.indexes[name] as number);
  return { table: parts.reduce((sum, { table }) => sum + table, 0), indexes };
};

/** Builds a response's `ConsumedCapacity`; undefined unless `wanted` is `TOTAL` or `INDEXES`. */
export const consumed = (
  tableName: string,
  wanted: string | undefined,
  units: () => Units,
): ConsumedCapacity | undefined => {
  if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return undefined;
  const { table, indexes } = units();
  const sum = Object.values(indexes).reduce((one, other) => one + other, table);
  const all = { TableName: tableName, CapacityUnits: sum };
  if (wanted === 'TOTAL') return all;
  const named = Object.entries(indexes).map(([name, CapacityUnits]) => [name, { CapacityUnits }]);
  return {
    ...all,
    Table: { CapacityUnits: table },
    ...(named.length > 0 ? { GlobalSecondaryIndexes: Object.fromEntries(named) } : {}),
  };
};
