import { readPiece, withFile } from './read-piece.ts';

// Source of the offsets and the checksum: SQLite's "Database File Format", 4.
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The last bit of the magic number says in which order the words of the checksums are read. */
const MAGIC = 0x37_7f_06_82;
const VERSION = 3_007_000;
const VERSION_AT = 4;
const PAGE_SIZE_AT = 8;
const SALTS_AT = { header: 16, frame: 8 };
const SALTS_BYTES = 8;
const SUMS_AT = { header: 24, frame: 16 };
const COMMIT_AT = 4;

/** What a WAL holds up to its last commit: SQLite ignores the rest. */
export type Logged = {
  /** Of the whole database after that commit; 0 without one. */
  readonly pageCount: number;
  readonly pages: ReadonlySet<number>;
};

type Sums = readonly [number, number];

/** Reads which pages are in a WAL, one frame at a time; none when there is no such file or SQLite would not use it. */
export const readWal = (file: string): Logged => withFile(file, readFrames) ?? NONE;

const NONE: Logged = { pageCount: 0, pages: new Set() };

const readFrames = (handle: number): Logged => {
  const pages = new Set<number>();
  let pageCount = 0;
  let uncommitted: number[] = [];
  for (const frame of framesIn(handle)) {
    uncommitted.push(frame.readUInt32BE(0));
    const committed = frame.readUInt32BE(COMMIT_AT);
    if (committed === 0) continue;
    pageCount = committed;
    for (const page of uncommitted) pages.add(page);
    uncommitted = [];
  }
  return { pageCount, pages };
};

/** The frames since the WAL was last begun anew: each has the header's salts and goes on with the checksum of the one before. */
function* framesIn(handle: number): Generator<Buffer> {
  const header = readPiece(handle, 0, HEADER_BYTES);
  const start = header && startOf(header);
  if (!start) return;
  const frameBytes = FRAME_HEADER_BYTES + start.pageSize;
  const salts = header.subarray(SALTS_AT.header, SALTS_AT.header + SALTS_BYTES);
  let { sums } = start;
  for (let at = HEADER_BYTES; ; at += frameBytes) {
    const frame = readPiece(handle, at, frameBytes);
    if (!frame?.subarray(SALTS_AT.frame, SALTS_AT.frame + SALTS_BYTES).equals(salts)) return;
    sums = start.addTo(sums, frame.subarray(0, SALTS_AT.frame));
    sums = start.addTo(sums, frame.subarray(FRAME_HEADER_BYTES));
    if (!areAt(sums, frame, SUMS_AT.frame)) return;
    yield frame;
  }
}

/** What a header says of the frames; undefined when it is none. */
const startOf = (header: Buffer) => {
  const magic = header.readUInt32BE(0);
  const addTo = (magic & 1) === 1 ? bigEndian : littleEndian;
  const sums = addTo([0, 0], header.subarray(0, SUMS_AT.header));
  const isOne =
    (magic & ~1) === MAGIC &&
    header.readUInt32BE(VERSION_AT) === VERSION &&
    areAt(sums, header, SUMS_AT.header);
  return isOne ? { pageSize: header.readUInt32BE(PAGE_SIZE_AT), addTo, sums } : undefined;
};

const areAt = ([one, other]: Sums, bytes: Buffer, at: number): boolean =>
  bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === other;

/** Makes a checksum that goes on from another one. */
const summing =
  (isLittle: boolean) =>
  ([first, second]: Sums, bytes: Buffer): Sums => {
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let [one, other] = [first, second];
    for (let at = 0; at < bytes.length; at += 8) {
      one = (one + words.getUint32(at, isLittle) + other) >>> 0;
      other = (other + words.getUint32(at + 4, isLittle) + one) >>> 0;
    }
    return [one, other];
  };
const littleEndian = summing(true);
const bigEndian = summing(false);
