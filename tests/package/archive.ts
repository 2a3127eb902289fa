import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

// Source of the places: PKWARE's APPNOTE, 4.3.7 (a file's own header), 4.3.12 (its entry in the directory) and 4.3.16 (the end).
const END = Buffer.from('PK\x05\x06');
const ENTRIES_AT = 10;
const DIRECTORY_AT = 16;
const ENTRY_LENGTH = 46;
const HEADER_LENGTH = 30;
const STORED = 0;

/** The names of the files in a zip archive, as its directory at the end tells them. */
export const filesIn = (path: string): string[] =>
  entriesIn(readFileSync(path))
    .map(({ name }) => name)
    .sort();

/** Writes the files of a zip archive into a folder. @throws when one does not match its checksum */
export const unpack = (path: string, folder: string): void => {
  const archive = readFileSync(path);
  for (const { name, method, offset, size, checksum } of entriesIn(archive)) {
    const start =
      offset + HEADER_LENGTH + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const packed = archive.subarray(start, start + size);
    const content = method === STORED ? packed : inflateRawSync(packed);
    if (crc32(content) !== checksum) throw new Error(`${name} in ${path} does not match its checksum.`);
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
};

const entriesIn = (archive: Buffer) => {
  const end = archive.lastIndexOf(END);
  const count = archive.readUInt16LE(end + ENTRIES_AT);
  let at = archive.readUInt32LE(end + DIRECTORY_AT);
  return Array.from({ length: count }, () => {
    const entry = archive.subarray(at);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => entry.readUInt16LE(place));
    const nameEnd = ENTRY_LENGTH + (nameLength ?? 0);
    at += nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
    return {
      name: entry.toString('utf8', ENTRY_LENGTH, nameEnd),
      method: entry.readUInt16LE(10),
      checksum: entry.readUInt32LE(16),
      size: entry.readUInt32LE(20),
      offset: entry.readUInt32LE(42),
    };
  });
};
