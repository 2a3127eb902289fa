import { existsSync, statSync } from 'node:fs';
import {
  cut,
  foreign,
  journalOfAnother,
  newer,
  olderEngine,
  withoutDatabase,
  withoutWal,
} from './file-errors.ts';
import { APPLICATION_ID, FORMAT } from './format.ts';
import { type Begun, readJournal } from './journal.ts';
import { readPiece, sizeOf, withFile } from './read-piece.ts';
import { readWal } from './wal.ts';

// Source of the offsets: SQLite's "Database File Format", 1.3.
const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const FIRST_PAGE_BYTES = 4096;
const PAGE_SIZE_AT = 16;
const COMMITS_AT = 24;
const PAGE_COUNT_AT = 28;
const VERSION_AT = 60;
const APPLICATION_AT = 68;
/** A table of the older engine, which the file's first page names. */
const OLDER_ENGINES_TABLE = '_stream_records';
/** How a page size of 65,536 is written in two bytes. */
const LARGEST_PAGE = 1;
/** The page with this byte is never written: SQLite locks it. */
const LOCKED_BYTE = 2 ** 30;

/**
 * Checks a file and what SQLite keeps beside it (`-wal`, `-journal`) before SQLite opens them, since it would write them together, or remove
 * what belongs to no file. A missing or empty file passes when nothing beside it holds anything.
 * @throws with a sentence for the operator
 */
export const checkFile = (file: string): void => {
  const header = readHeader(file);
  const begun = readJournal(`${file}-journal`);
  if (!header) checkAlone(file, begun);
  else if (begun?.pageCount !== 0 || !isBlank(header)) checkTogether(file, header, begun);
};

const checkTogether = (file: string, header: Buffer, begun: Begun | undefined): void => {
  checkHeader(file, header);
  // Looks twice: a server may just be taking both away.
  if (lacksWal(file) && lacksWal(file)) throw withoutWal(file);
  if (begun?.pageCount === 0 && header.readUInt32BE(COMMITS_AT) > 1) throw journalOfAnother(file);
  // Looks twice: a server may be at its checkpoint.
  if (lacksPages(file, begun) && lacksPages(file, begun)) throw cut(file);
};

/** SQLite removes the index of a WAL before the WAL itself, so that only a copy has the one without the other. */
const lacksWal = (file: string): boolean => existsSync(`${file}-shm`) && !existsSync(`${file}-wal`);

/** A start that was killed while it made the file leaves the journal of an empty one. */
const checkAlone = (file: string, begun: Begun | undefined): void => {
  const isLeft = sizeOf(`${file}-wal`) > 0 || (begun !== undefined && begun.pageCount !== 0);
  if (isLeft) throw withoutDatabase(file);
};

/** Of a new file whose first page the disk had no time to write. */
const isBlank = (header: Buffer): boolean => header.subarray(0, HEADER_BYTES).every((byte) => byte === 0);

const checkHeader = (file: string, bytes: Buffer): void => {
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC.slice(0, bytes.length)) throw foreign(file);
  if (bytes.length < HEADER_BYTES) throw cut(file);
  if (bytes.readUInt32BE(APPLICATION_AT) !== APPLICATION_ID)
    throw bytes.includes(OLDER_ENGINES_TABLE) ? olderEngine(file) : foreign(file);
  if (bytes.readUInt32BE(VERSION_AT) > FORMAT) throw newer(file);
};

/**
 * Whether pages are neither in the file nor in its WAL, as a checkpoint that was killed leaves them. Where a transaction was begun in a journal,
 * the file has at least the pages that it had before.
 */
const lacksPages = (file: string, begun: Begun | undefined): boolean => {
  // The WAL first: once a checkpoint has put it into the file, it is written anew.
  const { pageCount, pages } = readWal(`${file}-wal`);
  const header = readHeader(file);
  if (!header) return true;
  const stated = header.readUInt16BE(PAGE_SIZE_AT);
  const pageSize = stated === LARGEST_PAGE ? 65_536 : stated;
  const needed = begun?.pageCount ?? Math.max(pageCount, header.readUInt32BE(PAGE_COUNT_AT));
  const locked = Math.floor(LOCKED_BYTE / pageSize) + 1;
  for (let page = Math.floor(sizeOf(file) / pageSize) + 1; page <= needed; page += 1)
    if (!pages.has(page) && page !== locked) return true;
  return false;
};

/** The first bytes of a file; undefined when it is missing or empty. */
const readHeader = (file: string): Buffer | undefined => {
  const stats = statSync(file, { throwIfNoEntry: false });
  // Reading a pipe would block until something writes to it.
  if (stats && !stats.isFile() && !stats.isDirectory()) throw foreign(file);
  return withFile(file, (handle) => readPiece(handle, 0, Math.min(FIRST_PAGE_BYTES, sizeOf(file))));
};
