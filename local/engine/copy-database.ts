import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { beginStream } from './changes.ts';
import { checkFile } from './file/check-file.ts';
import { makeOwn, wrap } from './file/database.ts';
import { fileErrorOf, isDamage, unreadableLog } from './file/file-errors.ts';
import { sizeOf } from './file/read-piece.ts';
import { resultCodeOf } from './file/result-codes.ts';

/**
 * Copies a database as it is now, even while a server runs on it, to a path that has none, as AWS restores a table into a new one.
 * The copy has all items and indexes, and starts a new change stream.
 * @param beforeReady what must be there before the copy is; when it fails, no copy is left
 * @throws with a sentence for the operator when `from` is not a Palabre database or the copy cannot be written; then no copy is left
 */
export const copyDatabase = async (
  from: string,
  to: string,
  beforeReady: () => Promise<unknown>,
): Promise<void> => {
  const draft = `${to}.draft`;
  try {
    checkFile(to);
    removeDraft(draft);
    writeDraft(from, draft);
    await beforeReady();
    renameSync(draft, to);
  } catch (error) {
    removeDraft(draft);
    throw fileErrorOf(to, error);
  }
};

/** @throws with a sentence that names the file */
const openSource = (file: string): DatabaseSync => {
  try {
    checkFile(file);
    return openToRead(file);
  } catch (error) {
    throw fileErrorOf(file, error);
  }
};

/**
 * SQLite makes an index of the log beside a database before it reads, which a read-only disk refuses. A database that was closed cleanly has no
 * log, and is read without.
 */
const openToRead = (file: string): DatabaseSync => {
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    return source;
  } catch (error) {
    source.close();
    if (!['CANTOPEN', 'READONLY'].includes(resultCodeOf(error) ?? '') || sizeOf(file) === 0) throw error;
    if (sizeOf(`${file}-wal`) > 0) throw unreadableLog(file);
    const unchanging = pathToFileURL(file);
    unchanging.searchParams.set('immutable', '1');
    return new DatabaseSync(unchanging, { readOnly: true });
  }
};

const removeDraft = (draft: string): void => {
  for (const end of ['', '-journal']) rmSync(`${draft}${end}`, { force: true });
};

const writeDraft = (from: string, draft: string): void => {
  makeOwn(draft);
  const source = openSource(from);
  try {
    source.prepare('VACUUM INTO ?').run(draft);
  } catch (error) {
    throw isDamage(error) ? fileErrorOf(from, error) : error;
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(draft);
  try {
    beginStream(wrap(copy));
  } finally {
    copy.close();
  }
};
