import { DatabaseSync } from 'node:sqlite';
import { checkFile } from './check-file.ts';
import { fileErrorOf } from './file-errors.ts';
import { sizeOf } from './read-piece.ts';

/** Whether a database file holds any item; a missing or empty one holds none. @throws with a sentence for the operator when it cannot be read */
export const holdsItems = (file: string): boolean => {
  try {
    checkFile(file);
    if (sizeOf(file) === 0) return false;
    // Not read-only: such a connection would leave the files that SQLite makes beside it.
    const db = new DatabaseSync(file);
    try {
      return db.prepare('SELECT 1 FROM item LIMIT 1').get() !== undefined;
    } finally {
      db.close();
    }
  } catch (error) {
    throw fileErrorOf(file, error);
  }
};
