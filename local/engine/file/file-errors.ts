import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ResultCode, resultCodeOf } from './result-codes.ts';

/** What SQLite may keep beside a file. */
const ENDS = ['-wal', '-shm', '-journal'];

const besides = (file: string): readonly string[] =>
  ENDS.map((end) => `${file}${end}`).filter((path) => existsSync(path));

/** `one, another and a third` */
const listed = (paths: readonly string[]): string =>
  [paths.slice(0, -1).join(', '), ...paths.slice(-1)].filter((part) => part !== '').join(' and ');

/** Files that belong together are moved together: SQLite would write what is left of one database into the next. */
const hintFor = (file: string) =>
  `Nothing was changed. Move ${listed(['it', ...besides(file)])} away, or set DATA_DIR to another folder.`;

const fromCopy = (file: string) => {
  const others = besides(file);
  return `${others.length > 0 ? `move it away with ${listed(others)}, and ` : ''}bring it back from a copy.`;
};

export const foreign = (file: string) => new Error(`${file} is not a database of Palabre. ${hintFor(file)}`);
export const cut = (file: string) =>
  new Error(`${file} is cut short: ${fromCopy(file)} Nothing was changed.`);
export const newer = (file: string) =>
  new Error(`${file} was made by a newer version of Palabre: start that one. Nothing was changed.`);
export const older = (file: string) =>
  new Error(`${file} was made by an older version of Palabre. ${hintFor(file)}`);
export const olderEngine = (file: string) =>
  new Error(
    `${dirname(file)} was made by an older version of Palabre, whose database engine is no longer used. ${hintFor(file)}`,
  );
/** @param file a database that is missing or empty */
export const withoutDatabase = (file: string) => {
  const others = listed(besides(file));
  return new Error(
    `${file} is missing or empty, but what belongs to it is there and may hold comments: put it back beside ${others}. Nothing was changed. To begin anew, move ${others} away, or set DATA_DIR to another folder.`,
  );
};
/** @param file a database that was copied while a server ran */
export const withoutWal = (file: string) =>
  new Error(
    `${file}-shm is there without ${file}-wal, which held what was written last: put it back. Nothing was changed. To do without it, remove ${file}-shm.`,
  );
export const unreadableLog = (file: string) =>
  new Error(
    `${file} cannot be read where nothing can be written, since its last changes are still in ${file}-wal: copy both to another disk first.`,
  );
export const journalOfAnother = (file: string) =>
  new Error(
    `${file}-journal belongs to another database than ${file}, which it would empty: move ${file}-journal away. Nothing was changed.`,
  );

/** Turns an error of SQLite or the file system into a sentence for the operator; returns other errors unchanged. */
export const fileErrorOf = (file: string, error: unknown): unknown => {
  const { code = '', message } = error as { code?: string; message?: string };
  const result = resultCodeOf(error);
  const sentence = sentences[result ?? systemErrors[code] ?? '']?.(file);
  if (sentence === undefined && result === undefined) return error;
  return new Error(`${file} ${sentence ?? `cannot be used: ${message}.`}`, { cause: error });
};

/** Whether another connection has locked the file. */
export const isBusy = (error: unknown): boolean => resultCodeOf(error) === 'BUSY';

/** Whether what is read is at fault, and not what is written. */
export const isDamage = (error: unknown): boolean =>
  ['CORRUPT', 'NOTADB', 'ERROR'].includes(resultCodeOf(error) ?? '');

/** File system errors from before SQLite opens the file, as SQLite's result codes. */
const systemErrors: Readonly<Record<string, ResultCode>> = {
  ENOENT: 'CANTOPEN',
  EACCES: 'CANTOPEN',
  EIO: 'IOERR',
  EISDIR: 'CANTOPEN',
  EROFS: 'READONLY',
  EPERM: 'READONLY',
  ENOSPC: 'FULL',
};

const IS_LOCKED = 'is locked by another program: end that, or set DATA_DIR to another folder.';

const sentences: Readonly<Record<string, (file: string) => string>> = {
  ERROR: (file) => `lacks what a database of Palabre has: ${fromCopy(file)}`,
  BUSY: () => IS_LOCKED,
  LOCKED: () => IS_LOCKED,
  READONLY: () => 'cannot be written: look at its permissions.',
  IOERR: () => 'cannot be read or written: the disk reports an error.',
  CORRUPT: (file) => `is damaged: ${fromCopy(file)}`,
  FULL: () => 'cannot grow: the disk is full.',
  CANTOPEN: () => 'cannot be opened: look at the folder and its permissions.',
  NOTADB: (file) => `is not a database of Palabre. ${hintFor(file)}`,
};
