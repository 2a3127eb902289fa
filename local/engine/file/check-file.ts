import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { APPLICATION_ID, FORMAT } from './format.ts';

// Source of the offsets: SQLite's "Database File Format", 1.3.
const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const FIRST_PAGE_BYTES = 4096;
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const VERSION_AT = 60;
const APPLICATION_AT = 68;
/** A table of the older engine, which the file's first page names. */
const OLDER_ENGINES_TABLE = '_stream_records';
/** How a page size of 65,536 is written in two bytes. */
const LARGEST_PAGE = 1;

/** SQLite's primary result codes: the low byte of an extended code. */
const BUSY = 5;
const LOCKED = 6;
const READ_ONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/**
 * Checks a file's header before SQLite opens it; a missing or empty file passes.
 * @throws with a sentence for the operator
 */
export const checkFile = (file: string): void => {
  const header = readHeader(file);
  // A journal is left by a start that was killed: SQLite rolls it back when it opens the file.
  if (!header || statSync(`${file}-journal`, { throwIfNoEntry: false })) return;
  const { bytes } = header;
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC.slice(0, bytes.length)) throw foreign(file);
  if (bytes.length < HEADER_BYTES) throw cut(file);
  if (bytes.readUInt32BE(APPLICATION_AT) !== APPLICATION_ID)
    throw bytes.includes(OLDER_ENGINES_TABLE) ? olderEngine(file) : foreign(file);
  if (bytes.readUInt32BE(VERSION_AT) > FORMAT) throw newer(file);
  if (isCut(file, header)) throw cut(file);
};

/** Whether the file is shorter than its header says. An interrupted checkpoint leaves it so, with the missing pages in the WAL. */
const isCut = (file: string, { bytes, size }: Header): boolean => {
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  const pageSize = bytes.readUInt16BE(PAGE_SIZE_AT);
  return size < (pageSize === LARGEST_PAGE ? 65_536 : pageSize) * bytes.readUInt32BE(PAGE_COUNT_AT);
};

type Header = { readonly bytes: Buffer; readonly size: number };

const readHeader = (file: string): Header | undefined => {
  const stats = statSync(file, { throwIfNoEntry: false });
  // Reading a pipe would block until something writes to it.
  if (stats && !stats.isFile() && !stats.isDirectory()) throw foreign(file);
  if (!stats || stats.size === 0) return undefined;
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(FIRST_PAGE_BYTES, stats.size));
    readSync(handle, bytes, 0, bytes.length, 0);
    return { bytes, size: stats.size };
  } finally {
    closeSync(handle);
  }
};

const HINT = 'Nothing was changed. Move it away, or set DATA_DIR to another folder.';

export const foreign = (file: string) => new Error(`${file} is not a database of Palabre. ${HINT}`);
const cut = (file: string) =>
  new Error(`${file} is cut short: bring it back from a copy. Nothing was changed.`);
export const newer = (file: string) =>
  new Error(`${file} was made by a newer version of Palabre: start that one. Nothing was changed.`);
export const older = (file: string) => new Error(`${file} was made by an older version of Palabre. ${HINT}`);
const olderEngine = (file: string) =>
  new Error(
    `${dirname(file)} was made by an older version of Palabre, whose database engine is no longer used. ${HINT}`,
  );

/** Turns an error of SQLite or the file system into a sentence for the operator; returns other errors unchanged. */
export const fileErrorOf = (file: string, error: unknown): unknown => {
  const { errcode, code = '', message } = error as { errcode?: number; code?: string; message?: string };
  const sentence = sentences[errcode === undefined ? (systemErrors[code] ?? 0) : errcode & 0xff];
  if (sentence === undefined && errcode === undefined) return error;
  return new Error(`${file} ${sentence ?? `cannot be used: ${message}.`}`, { cause: error });
};

/** Whether another connection has locked the file. */
export const isBusy = (error: unknown): boolean =>
  ((error as { errcode?: number }).errcode ?? 0) % 0x100 === BUSY;

/** File system errors from before SQLite opens the file, as SQLite's result codes. */
const systemErrors: Readonly<Record<string, number>> = {
  ENOENT: CANNOT_OPEN,
  EACCES: CANNOT_OPEN,
  EIO: IO_ERROR,
  EISDIR: CANNOT_OPEN,
  EROFS: READ_ONLY,
  EPERM: READ_ONLY,
  ENOSPC: FULL,
};

const sentences: Readonly<Record<number, string>> = {
  [BUSY]: 'is locked by another program: end that, or set DATA_DIR to another folder.',
  [LOCKED]: 'is locked by another program: end that, or set DATA_DIR to another folder.',
  [READ_ONLY]: 'cannot be written: look at its permissions.',
  [IO_ERROR]: 'cannot be read or written: the disk reports an error.',
  [CORRUPT]: 'is damaged: bring it back from a copy. Nothing was changed.',
  [FULL]: 'cannot grow: the disk is full.',
  [CANNOT_OPEN]: 'cannot be opened: look at the folder and its permissions.',
  [NOT_A_DATABASE]: `is not a database of Palabre. ${HINT}`,
};
