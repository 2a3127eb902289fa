import { randomUUID } from 'node:crypto';
import { type Database, readSetting } from './file/database.ts';

/** One change to one item, in commit order. Images are items in DynamoDB JSON; null where there is none. */
export type Change = {
  /** Increases with every change and is never reused. */
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** 1 when the engine removed the item because its TTL expired. */
  readonly expired: number;
  readonly pk: string;
  readonly sk: string;
  readonly old: string | null;
  readonly new: string | null;
};

export type Changes = {
  /** Id of this change stream. A copied database starts a new stream with a new id. */
  readonly stream: string;
  /** Up to `limit` changes after `seq`, in order. */
  readonly after: (seq: number, limit: number) => readonly Change[];
  /** The last change that a consumer has processed; 0 at first. */
  readonly checkpoint: (consumer: string) => number;
  /** SQLite's `data_version`: it changes when another connection, such as another process, commits. */
  readonly version: () => number;
  /**
   * Records that a consumer has processed changes up to `seq`, and deletes changes that every consumer has processed. It is written
   * with the next commit, or after a second; if the process is killed before that, the last batch is delivered again.
   */
  readonly settle: (consumer: string, seq: number) => void;
  /** Writes settled checkpoints now. */
  readonly flush: () => void;
};

/** Writes settled checkpoints as part of the engine's own commits. */
type Settling = {
  /** Writes the checkpoints in the caller's transaction. */
  readonly write: () => void;
  /** Clears them from memory, once that transaction has committed. */
  readonly forget: () => void;
};

const SETTLE_MS = 1000;

/** @returns `changes` for consumers, and `settling` for the engine only */
export const openChanges = (
  database: Database,
): { readonly changes: Changes; readonly settling: Settling } => {
  const after = database.prepare('SELECT * FROM change WHERE seq > ? ORDER BY seq LIMIT ?');
  const checkpoint = database.prepare('SELECT seq FROM checkpoint WHERE consumer = ?');
  const version = database.prepare('PRAGMA data_version');
  const { of, settle, flush, ...settling } = openSettled(database);
  const changes: Changes = {
    stream: streamOf(database),
    version: () => version.get()?.data_version as number,
    after: (seq, limit) => after.all(seq, limit) as unknown as Change[],
    checkpoint: (consumer) => of(consumer) ?? (checkpoint.get(consumer)?.seq as number | undefined) ?? 0,
    settle,
    flush,
  };
  return { changes, settling };
};

/** Checkpoints that consumers settled and no commit has written yet. */
const openSettled = (database: Database) => {
  const note = database.prepare('INSERT OR REPLACE INTO checkpoint VALUES (?, ?)');
  const trim = database.prepare('DELETE FROM change WHERE seq <= (SELECT min(seq) FROM checkpoint)');
  const settled = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  const write = () => {
    if (settled.size === 0) return;
    for (const [consumer, seq] of settled) note.run(consumer, seq);
    trim.run();
  };
  const forget = () => {
    settled.clear();
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = () => {
    if (settled.size > 0) database.atomically(write);
    forget();
  };
  const flushLater = () => {
    try {
      flush();
    } catch {
      // The disk may be full. The checkpoints stay in memory, and the next commit writes them.
      timer = undefined;
    }
  };
  const settle = (consumer: string, seq: number) => {
    settled.set(consumer, seq);
    timer ??= setTimeout(flushLater, SETTLE_MS).unref();
  };
  return { of: (consumer: string) => settled.get(consumer), settle, flush, write, forget };
};

const SETTING = 'stream';

/** The file's stream id; the first process to open the file creates it. */
const streamOf = (database: Database): string => {
  const known = readSetting(database, SETTING);
  if (known !== undefined) return known;
  database.atomically(() =>
    database.prepare('INSERT OR IGNORE INTO setting VALUES (?, ?)').run(SETTING, randomUUID()),
  );
  return readSetting(database, SETTING) ?? '';
};

/** Starts a new stream in a copied file: deletes its changes, checkpoints and tokens, and gives it a new id. */
export const beginStream = (database: Database): void =>
  database.atomically(() => {
    for (const table of ['change', 'checkpoint', 'token']) database.prepare(`DELETE FROM ${table}`).run();
    database.prepare("DELETE FROM sqlite_sequence WHERE name = 'change'").run();
    database.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(SETTING, randomUUID());
  });
