import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beginStream } from './changes.ts';
import { checkFile, fileErrorOf } from './file/check-file.ts';
import { makeOwn, wrap } from './file/database.ts';

/**
 * Copies a database as it is at this moment, also under a running server, to where none is: what restoring a table is in AWS. The copy
 * has all items and indexes, and a stream of its own that begins now.
 * @throws with a sentence for the operator when the file is no database of ours, or the copy cannot be written; no copy is left then
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
