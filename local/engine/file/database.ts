import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { indexKeyOf, projectTo, type Schema } from '../schema.ts';
import type { Item } from '../values/values.ts';
import { checkFile, fileErrorOf, foreign, newer } from './check-file.ts';
import { APPLICATION_ID, FORMAT } from './format.ts';

/** Milliseconds to wait while another connection writes. */
const BUSY_MS = 5000;
const CACHE_KB = 8000;
const OWNER_ONLY = 0o600;
/** Pages of the log after which it is written back into the file: 4 MB. */
const CHECKPOINT_PAGES = 1000;

/** An open file with its statements, prepared once for each distinct text. */
export type Database = {
  readonly prepare: (sql: string) => StatementSync;
  /** All or nothing: runs between BEGIN IMMEDIATE and COMMIT. */
  readonly atomically: <T>(write: () => T) => T;
  readonly close: () => void;
};

/**
 * Opens a database file, or makes it; without a file it is kept in memory.
 * What is acknowledged is on the disk: WAL with `synchronous=FULL`.
 * @param pagesMax a limit to the file's size in pages of 4 KB, for who wants one.
 * @throws with a sentence for the operator when the file is damaged, locked, of something else or of a newer version; nothing is changed then.
 */
export const openDatabase = (file: string | undefined, schema: Schema, pagesMax?: number): Database => {
  try {
    if (file !== undefined) {
      checkFile(file);
      makeOwn(file);
    }
    return prepareDatabase(file, schema, pagesMax);
  } catch (error) {
    throw file === undefined ? error : fileErrorOf(file, error);
  }
};

/** SQLite gives its log and index the rights of the file: its owner's only. */
const makeOwn = (file: string) => closeSync(openSync(file, 'a', OWNER_ONLY));

const prepareDatabase = (file: string | undefined, schema: Schema, pagesMax: number | undefined) => {
  const db = new DatabaseSync(file ?? ':memory:', { timeout: BUSY_MS });
  try {
    if (pagesMax !== undefined) db.exec(`PRAGMA max_page_count=${pagesMax}`);
    if (isNew(db, file ?? '')) create(db);
    db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-${CACHE_KB};
      PRAGMA wal_autocheckpoint=${CHECKPOINT_PAGES}; PRAGMA journal_size_limit=16777216`);
    const database = wrap(db);
    bringIndexesUpToDate(database, schema);
    return database;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Asked again after opening: SQLite may have put right what a killed process left in the header. */
const isNew = (db: DatabaseSync, file: string): boolean => {
  const ask = (sql: string) => Object.values(db.prepare(sql).get() ?? {})[0] as number;
  if (ask('SELECT count(*) FROM sqlite_schema') === 0) return true;
  if (ask('PRAGMA application_id') !== APPLICATION_ID) throw foreign(file);
  if (ask('PRAGMA user_version') > FORMAT) throw newer(file);
  return false;
};

/** In one transaction before WAL is on, so that a file never is half made. */
const create = (db: DatabaseSync): void =>
  db.exec(`BEGIN EXCLUSIVE;
    CREATE TABLE item (id INTEGER PRIMARY KEY, pk TEXT NOT NULL, sk TEXT NOT NULL, expires INTEGER, doc TEXT NOT NULL);
    CREATE UNIQUE INDEX item_key ON item (pk, sk);
    CREATE INDEX item_expires ON item (expires) WHERE expires IS NOT NULL;
    CREATE TABLE change (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, expired INTEGER NOT NULL,
      pk TEXT NOT NULL, sk TEXT NOT NULL, old TEXT, new TEXT);
    CREATE TABLE checkpoint (consumer TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE token (token TEXT PRIMARY KEY, request TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX token_at ON token (at);
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    PRAGMA application_id=${APPLICATION_ID};
    PRAGMA user_version=${FORMAT};
    COMMIT`);

/** An open file as the rest of the engine takes it. */
export const wrap = (db: DatabaseSync): Database => {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => db.prepare(sql));
  return {
    prepare,
    atomically: (write) => {
      begin?.run();
      try {
        const result = write();
        commit?.run();
        return result;
      } catch (error) {
        if (db.isTransaction) rollback?.run();
        throw error;
      }
    },
    close: () => db.close(),
  };
};

export const indexTable = (name: string) => `"index ${name.replaceAll('"', '')}"`;

/** A definition with other indexes than the file has is followed: what changed is made anew from the items. */
const bringIndexesUpToDate = (database: Database, { indexes }: Schema): void => {
  const wanted = new Map(
    indexes.map(({ projection, ...index }) => [
      index.name,
      JSON.stringify({ ...index, projection: projection === 'all' ? projection : [...projection] }),
    ]),
  );
  const known = readSetting(database, 'indexes');
  const text = JSON.stringify(Object.fromEntries(wanted));
  if (known === text) return;
  const had = JSON.parse(known ?? '{}') as Record<string, string>;
  database.atomically(() => {
    for (const name of Object.keys(had))
      if (had[name] !== wanted.get(name)) database.prepare(`DROP TABLE ${indexTable(name)}`).run();
    for (const index of indexes) if (had[index.name] !== wanted.get(index.name)) build(database, index);
    database.prepare("INSERT OR REPLACE INTO setting VALUES ('indexes', ?)").run(text);
  });
};

const build = (database: Database, index: Schema['indexes'][number]): void => {
  const table = indexTable(index.name);
  database
    .prepare(
      `CREATE TABLE ${table} (h TEXT NOT NULL, r TEXT NOT NULL, pk TEXT NOT NULL, sk TEXT NOT NULL, doc TEXT NOT NULL,
        PRIMARY KEY (h, r, pk, sk)) WITHOUT ROWID`,
    )
    .run();
  const insert = database.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?, ?)`);
  for (const { pk, sk, doc } of database.prepare('SELECT pk, sk, doc FROM item').iterate()) {
    const item = JSON.parse(doc as string) as Item;
    const key = indexKeyOf(item, index);
    if (key)
      insert.run(key.hash, key.range, pk as string, sk as string, JSON.stringify(projectTo(item, index)));
  }
};

export const readSetting = (database: Database, name: string): string | undefined =>
  database.prepare('SELECT value FROM setting WHERE name = ?').get(name)?.value as string | undefined;
