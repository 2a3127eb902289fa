import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beginStream } from './changes.ts';
import { checkFile, fileErrorOf } from './file/check-file.ts';
import { makeOwn, wrap } from './file/database.ts';

/**
 * Copies a database as it is now, even while a server runs on it, to a path that has none, as AWS restores a table into a new one.
 * The copy has all items and indexes, and starts a new change stream.
 * @throws with a sentence for the operator when `from` is not a Palabre database or the copy cannot be written; then no copy is left
 */
export const copyDatabase = (from: string, to: string): void => {
  const draft = `${to}.draft`;
  rmSync(draft, { force: true });
  try {
    checkFile(from);
    const source = new DatabaseSync(from, { readOnly: true });
    try {
      makeOwn(draft);
      source.prepare('VACUUM INTO ?').run(draft);
    } finally {
      source.close();
    }
    const copy = new DatabaseSync(draft);
    try {
      beginStream(wrap(copy));
    } finally {
      copy.close();
    }
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { force: true });
    throw fileErrorOf(from, error);
  }
};
