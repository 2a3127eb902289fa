import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '../values/values.ts';
import { FORMAT } from './format.ts';

/** Upgrades a file of an older format to the current one. */
export type Upgrade = {
  /** Converts an item from an older format; returns the same item when nothing changes. */
  readonly upgradeItem: (item: Item, format: number) => Item;
  /** Called once a file has the current format, with the number of its items. */
  readonly onUpgraded: (file: string, items: number) => void;
};

/**
 * Locks a file for this connection: a program of an older version can neither read nor write the current format.
 * @throws when another connection has the file
 */
export const takeAlone = (db: DatabaseSync): void =>
  // SQLite leaves WAL mode only when no other connection has the file open.
  db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE');

export const share = (db: DatabaseSync): void =>
  // The next read releases the exclusive lock.
  db.exec('PRAGMA locking_mode=NORMAL; SELECT 1 FROM setting');

/** Rewrites all items and all pending changes, in the caller's transaction. @returns the number of items */
export const upgradeDocuments = (db: DatabaseSync, { upgradeItem }: Upgrade, format: number): number => {
  db.function('upgraded', (doc) =>
    doc === null ? null : JSON.stringify(upgradeItem(JSON.parse(doc as string), format)),
  );
  db.exec(`UPDATE item SET doc = upgraded(doc);
    UPDATE change SET old = upgraded(old), new = upgraded(new);
    PRAGMA user_version=${FORMAT}`);
  return db.prepare('SELECT count(*) AS items FROM item').get()?.items as number;
};
