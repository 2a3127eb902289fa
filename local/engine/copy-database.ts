import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beginStream } from './changes.ts';
import { checkFile } from './file/check-file.ts';
import { makeOwn, wrap } from './file/database.ts';
import { fileErrorOf, isDamage } from './file/file-errors.ts';

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
    return new DatabaseSync(file, { readOnly: true });
  } catch (error) {
    throw fileErrorOf(file, error);
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
