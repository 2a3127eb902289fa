import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { indexKeyOf, projectTo, type Schema } from '../schema.ts';
import type { Item } from '../values/values.ts';
import { checkFile } from './check-file.ts';
import { fileErrorOf, foreign, newer, older } from './file-errors.ts';
import { APPLICATION_ID, FORMAT } from './format.ts';
import { share, takeAlone, type Upgrade, upgradeDocuments } from './upgrade.ts';

/** Milliseconds to wait while another connection writes. */
const BUSY_MS = 5000;
const CACHE_KB = 8000;
const OWNER_ONLY = 0o600;
/** Pages in the WAL after which SQLite checkpoints it: 4 MB. */
const CHECKPOINT_PAGES = 1000;

/** An open database; each distinct SQL text is prepared once. */
export type Database = {
  readonly prepare: (sql: string) => StatementSync;
  /** Runs `write` in a transaction: BEGIN IMMEDIATE, then COMMIT, or ROLLBACK when it throws. */
  readonly atomically: <T>(write: () => T) => T;
  readonly close: () => void;
};

export type DatabaseOptions = {
  /** The file's maximum size, in pages of 4 KB. */
  readonly pagesMax?: number;
  /** Without it, files of older formats are refused. */
  readonly upgrade?: Upgrade;
};

/**
 * Opens a database file, or creates it; without a file the database is in memory.
 * Acknowledged writes are on disk: WAL with `synchronous=FULL`. Deleted content is overwritten, on free pages too; closing deletes the WAL.
 * @param prepare makes something of the open database, which is closed when that fails
 * @throws with a sentence for the operator when the file is damaged, locked, not Palabre's or of another version; it stays unchanged
 */
export const openDatabase = <T>(
  file: string | undefined,
  schema: Schema,
  options: DatabaseOptions,
  prepare: (database: Database) => T,
): T => {
  try {
    if (file !== undefined) {
      checkFile(file);
      makeOwn(file);
    }
    return prepareDatabase(file, schema, options, prepare);
  } catch (error) {
    throw file === undefined ? error : fileErrorOf(file, error);
  }
};

/** Creates a missing file with access for its owner only; SQLite gives the WAL and its index the same mode. */
export const makeOwn = (file: string): void => closeSync(openSync(file, 'a', OWNER_ONLY));

const prepareDatabase = <T>(
  file: string | undefined,
  schema: Schema,
  { pagesMax, upgrade }: DatabaseOptions,
  prepare: (database: Database) => T,
): T => {
  const db = new DatabaseSync(file ?? ':memory:', { timeout: BUSY_MS });
  try {
    if (pagesMax !== undefined) db.exec(`PRAGMA max_page_count=${pagesMax}`);
    const format = formatOf(db, file ?? '');
    if (format === undefined) create(db);
    else if (format < FORMAT) upgradeFile(db, schema, { file: file ?? '', format, upgrade });
    db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-${CACHE_KB};
      PRAGMA wal_autocheckpoint=${CHECKPOINT_PAGES}; PRAGMA journal_size_limit=16777216; PRAGMA secure_delete=ON`);
    const database = wrap(db);
    if (indexesAsKnown(database) !== indexesAsWanted(schema))
      database.atomically(() => buildIndexes(database, schema));
    lookInto(database, schema);
    return prepare(database);
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Reads from every table, so that one that is missing or damaged at its beginning is noticed before anything is written. */
const lookInto = (database: Database, { indexes }: Schema): void => {
  const own = ['item', 'change', 'checkpoint', 'token', 'setting'];
  for (const name of own.concat(indexes.map((index) => indexTable(index.name))))
    database.prepare(`SELECT * FROM ${name} LIMIT 1`).get();
};

/** The file's format; undefined when it is empty. Checked again after opening, since SQLite's recovery may have changed the header. */
const formatOf = (db: DatabaseSync, file: string): number | undefined => {
  const ask = (sql: string) => Object.values(db.prepare(sql).get() ?? {})[0] as number;
  if (ask('SELECT count(*) FROM sqlite_schema') === 0) return undefined;
  if (ask('PRAGMA application_id') !== APPLICATION_ID) throw foreign(file);
  const format = ask('PRAGMA user_version');
  if (format > FORMAT) throw newer(file);
  return format;
};

type OlderFile = { readonly file: string; readonly format: number; readonly upgrade: Upgrade | undefined };

/** Upgrades items and indexes in one transaction, so that a file is never half upgraded. */
const upgradeFile = (db: DatabaseSync, schema: Schema, { file, format, upgrade }: OlderFile): void => {
  if (!upgrade) throw older(file);
  takeAlone(db);
  const database = wrap(db);
  const items = database.atomically(() => {
    const upgraded = upgradeDocuments(db, upgrade, format);
    buildIndexes(database, schema, 'all');
    return upgraded;
  });
  share(db);
  upgrade.onUpgraded(file, items);
};

/** Creates the tables in one transaction, before WAL is on, so that a file is never half created. */
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

/** Adds cached statements and transactions to an open connection. */
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

/** The indexes that the file has and those that the schema defines, as strings that can be compared. */
const indexesAsKnown = (database: Database): string =>
  (database.prepare("SELECT value FROM setting WHERE name = 'indexes'").get()?.value as string) ?? '{}';
const indexesAsWanted = ({ indexes }: Schema): string =>
  JSON.stringify(Object.fromEntries(indexes.map((index) => [index.name, described(index)])));
const described = ({ projection, ...index }: Schema['indexes'][number]): string =>
  JSON.stringify({ ...index, projection: projection === 'all' ? projection : [...projection] });

/** Rebuilds the indexes whose definition changed, or all, from the items; drops those that the schema no longer has. */
const buildIndexes = (database: Database, schema: Schema, which: 'changed' | 'all' = 'changed'): void => {
  const known = JSON.parse(indexesAsKnown(database)) as Record<string, string>;
  const kept = schema.indexes.filter(
    (index) => which === 'changed' && known[index.name] === described(index),
  );
  for (const name of Object.keys(known))
    if (!kept.some((index) => index.name === name)) database.prepare(`DROP TABLE ${indexTable(name)}`).run();
  for (const index of schema.indexes) if (!kept.includes(index)) build(database, index);
  database.prepare("INSERT OR REPLACE INTO setting VALUES ('indexes', ?)").run(indexesAsWanted(schema));
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
