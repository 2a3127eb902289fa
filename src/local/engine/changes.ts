import type { Database } from './database.ts';

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
  /** Up to `limit` changes that come after one. */
  readonly after: (seq: number, limit: number) => readonly Change[];
  /** The last change a consumer is done with; 0 at first. */
  readonly checkpoint: (consumer: string) => number;
  /** Changes whenever another connection, of another process, wrote. */
  readonly version: () => number;
  /** Notes that a consumer is done up to a change, and forgets changes that every consumer is done with. */
  readonly settle: (consumer: string, seq: number) => void;
};

export const openChanges = (database: Database): Changes => {
  const after = database.prepare('SELECT * FROM change WHERE seq > ? ORDER BY seq LIMIT ?');
  const checkpoint = database.prepare('SELECT seq FROM checkpoint WHERE consumer = ?');
  const note = database.prepare('INSERT OR REPLACE INTO checkpoint VALUES (?, ?)');
  const trim = database.prepare('DELETE FROM change WHERE seq <= (SELECT min(seq) FROM checkpoint)');
  const version = database.prepare('PRAGMA data_version');
  return {
    version: () => version.get()?.data_version as number,
    after: (seq, limit) => after.all(seq, limit) as unknown as Change[],
    checkpoint: (consumer) => (checkpoint.get(consumer)?.seq as number | undefined) ?? 0,
    settle: (consumer, seq) =>
      database.atomically(() => {
        note.run(consumer, seq);
        trim.run();
      }),
  };
};
