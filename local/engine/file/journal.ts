import { readPiece, sizeOf, withFile } from './read-piece.ts';

// Source: SQLite's "Database File Format", 3.
const MAGIC = Buffer.from('d9d505f920a163d7', 'hex');
const PAGE_COUNT_AT = 16;
const HEADER_BYTES = 28;

/** A transaction that has a rollback journal and did not come to its end. */
export type Begun = {
  /** Of the database before it; undefined when the file is no journal. */
  readonly pageCount: number | undefined;
};

/** Reads a rollback journal; undefined when there is none, or SQLite had not yet written to the database. */
export const readJournal = (file: string): Begun | undefined =>
  withFile(file, (handle) => {
    const header = readPiece(handle, 0, Math.min(HEADER_BYTES, sizeOf(file)));
    // SQLite writes the first bytes only when all others are on disk.
    if (!header || header[0] === 0) return undefined;
    const isOne = header.length === HEADER_BYTES && header.subarray(0, MAGIC.length).equals(MAGIC);
    return { pageCount: isOne ? header.readUInt32BE(PAGE_COUNT_AT) : undefined };
  });
