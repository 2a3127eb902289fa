import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '../values/values.ts';
import { FORMAT } from './format.ts';

/** How a file of an older format becomes one of today's. */
export type Upgrade = {
  /** An item as that format kept it, in today's form. One that was the same then is returned as it is. */
  readonly upgradeItem: (item: Item, format: number) => Item;
  /** Told once a file has today's format, and how many items are in it. */
  readonly onUpgraded: (file: string, items: number) => void;
};

/**
 * Locks a file for this connection alone: programs of the older format could neither read what is written now nor write it.
 * @throws when another connection has the file
 */
export const takeAlone = (db: DatabaseSync): void =>
  // A file leaves WAL only for who is alone with it.
  db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE');

export const share = (db: DatabaseSync): void =>
  // The next read gives the lock back.
  db.exec('PRAGMA locking_mode=NORMAL; SELECT 1 FROM setting');

/** Rewrites all items, and the changes that their consumer has not read yet, within the caller's transaction. @returns how many items there are */
export const upgradeDocuments = (db: DatabaseSync, { upgradeItem }: Upgrade, format: number): number => {
  db.function('upgraded', (doc) =>
    doc === null ? null : JSON.stringify(upgradeItem(JSON.parse(doc as string), format)),
  );
  db.exec(`UPDATE item SET doc = upgraded(doc);
    UPDATE change SET old = upgraded(old), new = upgraded(new);
    PRAGMA user_version=${FORMAT}`);
  return db.prepare('SELECT count(*) AS items FROM item').get()?.items as number;
};
