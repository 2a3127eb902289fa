import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, readIfThere, removeFile, writeWhole } from '../../local/keep.ts';

/** Records that the stream's function gave up on, each under a name, oldest names first. */
export type KeptRecords = {
  readonly list: () => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<string>;
  readonly replace: (name: string, text: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
};

/** The records of a folder, one `.json` file each. @throws with a sentence for the operator */
export const recordsInFolder = (folder: string): KeptRecords => ({
  list: async () => {
    makeFolder(folder);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  },
  read: async (name) => readIfThere(join(folder, name)) ?? '',
  replace: async (name, text) => writeWhole(join(folder, name), text),
  remove: async (name) => removeFile(join(folder, name)),
});
