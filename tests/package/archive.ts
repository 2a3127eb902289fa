import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

// Source of the places: PKWARE's APPNOTE, 4.3.7 and 4.3.12.
const ENTRY = Buffer.from('PK\x01\x02');
const METHOD_AT = 10;
const PACKED_SIZE_AT = 20;
const NAME_LENGTH_AT = 28;
const OFFSET_AT = 42;
const NAME_AT = 46;
const LOCAL_NAME_LENGTH_AT = 26;
const LOCAL_EXTRA_LENGTH_AT = 28;
const LOCAL_NAME_AT = 30;
const STORED = 0;

/** The names of the files in a zip archive, as its directory at the end tells them. */
export const filesIn = (path: string): string[] =>
  entriesIn(readFileSync(path))
    .map(({ name }) => name)
    .sort();

/** Writes the files of a zip archive into a folder. */
export const unpack = (path: string, folder: string): void => {
  const archive = readFileSync(path);
  for (const { name, method, offset, size } of entriesIn(archive)) {
    const start =
      offset +
      LOCAL_NAME_AT +
      archive.readUInt16LE(offset + LOCAL_NAME_LENGTH_AT) +
      archive.readUInt16LE(offset + LOCAL_EXTRA_LENGTH_AT);
    const packed = archive.subarray(start, start + size);
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, method === STORED ? packed : inflateRawSync(packed));
  }
};

const entriesIn = (archive: Buffer) => {
  const entries = [];
  for (let at = archive.indexOf(ENTRY); at >= 0; at = archive.indexOf(ENTRY, at + NAME_AT))
    entries.push({
      name: archive.toString('utf8', at + NAME_AT, at + NAME_AT + archive.readUInt16LE(at + NAME_LENGTH_AT)),
      method: archive.readUInt16LE(at + METHOD_AT),
      size: archive.readUInt32LE(at + PACKED_SIZE_AT),
      offset: archive.readUInt32LE(at + OFFSET_AT),
    });
  return entries;
};
