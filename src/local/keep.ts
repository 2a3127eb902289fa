import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

const OWNER_ONLY = 0o600;
const OWNER_FOLDER = 0o700;

/** What a file holds; undefined when there is none. */
export const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Replaces a file whole, readable by its owner only: whoever reads it meanwhile finds the old text or the new. */
export const writeWhole = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: OWNER_FOLDER });
  const draft = draftOf(path);
  writeFileSync(draft, text, { mode: OWNER_ONLY });
  renameSync(draft, path);
};

/** The text of a file, made the first time. Of several makers at once the first wins, and all get its text. */
export const keepOnce = async (path: string, make: () => string | Promise<string>): Promise<string> => {
  const kept = readIfThere(path);
  if (kept !== undefined) return kept;
  mkdirSync(dirname(path), { recursive: true, mode: OWNER_FOLDER });
  const draft = draftOf(path);
  writeFileSync(draft, await make(), { mode: OWNER_ONLY });
  try {
    putIfAbsent(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
};

/** A link appears with its whole text. Where files have no second name (FAT, some network drives) a copy must do. @throws `EEXIST` */
const putIfAbsent = (draft: string, path: string): void => {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  }
};

const draftOf = (path: string) => `${path}.${process.pid}`;
