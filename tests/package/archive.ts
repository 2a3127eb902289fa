import { readFileSync } from 'node:fs';

const ENTRY = Buffer.from('PK\x01\x02');
const NAME_LENGTH_AT = 28;
const NAME_AT = 46;

/** The names of the files in a zip archive, as its directory at the end tells them. */
export const filesIn = (path: string): string[] => {
  const archive = readFileSync(path);
  const names: string[] = [];
  for (let at = archive.indexOf(ENTRY); at >= 0; at = archive.indexOf(ENTRY, at + NAME_AT))
    names.push(
      archive.toString('utf8', at + NAME_AT, at + NAME_AT + archive.readUInt16LE(at + NAME_LENGTH_AT)),
    );
  return names.sort();
};
