import type { Change } from './changes.ts';
import { type Database, indexTable } from './file/database.ts';
import { type Index, indexKeyOf, type Key, projectTo, type Schema } from './schema.ts';
import { type Item, isSameItem } from './values/values.ts';

/** An item's row; `doc` is the item as JSON. */
type Row = { readonly id: number; readonly doc: string };

/** A write to one item: `old` is undefined for a new item, `next` for a deleted one. */
export type Write = {
  readonly key: Key;
  readonly row: Row | undefined;
  readonly old: Item | undefined;
  readonly next: Item | undefined;
};

/** Reads and writes items. A write also updates the index entries and records the change, in the caller's transaction. */
export type Items = {
  readonly find: (key: Key) => Row | undefined;
  /** @param expired whether the engine removes the item because its TTL expired */
  readonly write: (write: Write, at: number, expired?: boolean) => void;
  /** The changes recorded since the last call; none when the transaction failed. */
  readonly takeRecorded: (isCommitted: boolean) => readonly Change[];
};

export const openItems = (database: Database, schema: Schema): Items => {
  const { find, writeRow } = openRows(database, schema);
  const record = database.prepare(
    'INSERT INTO change (at, expired, pk, sk, old, new) VALUES (?, ?, ?, ?, ?, ?)',
  );
  let recorded: Change[] = [];

  return {
    takeRecorded: (isCommitted) => {
      const taken = recorded;
      recorded = [];
      return isCommitted ? taken : [];
    },
    find,
    write: (write, at, expired = false) => {
      const { key, row, old, next } = write;
      if (!(next || old) || (next && old && isSameItem(next, old))) return;
      const doc = next ? JSON.stringify(next) : null;
      writeRow(write, doc);
      for (const index of schema.indexes) writeEntry(database, index, write);
      const change = {
        at,
        expired: Number(expired),
        pk: key.hash,
        sk: key.range,
        old: row?.doc ?? null,
        new: doc,
      };
      const { lastInsertRowid } = record.run(...Object.values(change));
      recorded.push({ seq: Number(lastInsertRowid), ...change });
    },
  };
};

/** Reads and writes item rows, without index entries. */
const openRows = (database: Database, { expiry = '' }: Schema) => {
  const select = database.prepare('SELECT id, doc FROM item WHERE pk = ? AND sk = ?');
  const insert = database.prepare('INSERT INTO item (pk, sk, expires, doc) VALUES (?, ?, ?, ?)');
  const update = database.prepare('UPDATE item SET expires = ?, doc = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM item WHERE id = ?');
  const expiryOf = ({ [expiry]: value }: Item): number | null =>
    value?.N === undefined ? null : Math.trunc(Number(value.N));
  return {
    find: ({ hash, range }: Key) => select.get(hash, range) as Row | undefined,
    writeRow: ({ key, row, next }: Write, doc: string | null) => {
      if (!next) remove.run(row?.id ?? null);
      else if (row) update.run(expiryOf(next), doc, row.id);
      else insert.run(key.hash, key.range, expiryOf(next), doc);
    },
  };
};

/** How an index entry changes with its item. */
type EntryChange = {
  readonly from: Key | undefined;
  readonly to: Key | undefined;
  readonly old: Item | undefined;
  readonly next: Item | undefined;
};

export const entryChange = (index: Index, { old, next }: Pick<Write, 'old' | 'next'>): EntryChange => {
  const from = old && indexKeyOf(old, index);
  const to = next && indexKeyOf(next, index);
  return {
    from,
    to,
    old: from && projectTo(old, index),
    next: to && projectTo(next, index),
  };
};

export const isSameKey = (one: Key | undefined, other: Key | undefined): boolean =>
  one?.hash === other?.hash && one?.range === other?.range;

const writeEntry = (database: Database, index: Index, write: Write): void => {
  const { from, to, old, next } = entryChange(index, write);
  const { hash, range } = write.key;
  const table = indexTable(index.name);
  if (from && !(to && isSameKey(from, to)))
    database
      .prepare(`DELETE FROM ${table} WHERE h = ? AND r = ? AND pk = ? AND sk = ?`)
      .run(from.hash, from.range, hash, range);
  if (!to || !next || (old && isSameKey(from, to) && isSameItem(old, next))) return;
  database
    .prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?, ?, ?)`)
    .run(to.hash, to.range, hash, range, JSON.stringify(next));
};
