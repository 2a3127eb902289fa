import { randomUUID } from 'node:crypto';
import { type Database, readSetting } from './file/database.ts';

/** One change of one item, in the order in which they were committed. Images are items in DynamoDB's JSON. */
export type Change = {
  /** Rises with every change and is never used twice. */
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** 1 when the engine removed the item because its time was over. */
  readonly expired: number;
  readonly pk: string;
  readonly sk: string;
  readonly old: string | null;
  readonly new: string | null;
};

export type Changes = {
  /** Names this series of changes: a copy of the file that begins a series of its own has another. */
  readonly stream: string;
  /** Up to `limit` changes that come after one. */
  readonly after: (seq: number, limit: number) => readonly Change[];
  /** The last change a consumer is done with; 0 at first. */
  readonly checkpoint: (consumer: string) => number;
  /** Changes whenever another connection, of another process, wrote. */
  readonly version: () => number;
  /**
   * Notes that a consumer is done up to a change, and forgets changes that every consumer is done with. It is written along with
   * the next commit, or after a second: until then a process that is killed brings the last batch again.
   */
  readonly settle: (consumer: string, seq: number) => void;
  /** Writes what was settled, at once. */
  readonly flush: () => void;
};

/** How what was settled goes along with the engine's own commits. */
type Settling = {
  /** Writes it, in the caller's transaction. */
  readonly write: () => void;
  /** Forgets it, once that transaction was committed. */
  readonly forget: () => void;
};

const SETTLE_MS = 1000;

/** @returns what consumers see, and what the engine alone may do */
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

/** What consumers settled and no commit has written yet. */
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
      // The disk may be full: it stays settled in memory, and the next commit takes it along.
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

/** Made once for each file; whoever opens it first names it. */
const streamOf = (database: Database): string => {
  const known = readSetting(database, SETTING);
  if (known !== undefined) return known;
  database.atomically(() =>
    database.prepare('INSERT OR IGNORE INTO setting VALUES (?, ?)').run(SETTING, randomUUID()),
  );
  return readSetting(database, SETTING) ?? '';
};

/** Makes a copied file's changes a series of its own: it begins anew, under another name. */
export const beginStream = (database: Database): void =>
  database.atomically(() => {
    for (const table of ['change', 'checkpoint', 'token']) database.prepare(`DELETE FROM ${table}`).run();
    database.prepare("DELETE FROM sqlite_sequence WHERE name = 'change'").run();
    database.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(SETTING, randomUUID());
  });
