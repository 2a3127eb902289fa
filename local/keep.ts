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

/** Makes a folder that is its owner's only, where there is none. @throws with a sentence for the operator */
export const makeFolder = (path: string): void =>
  withSentence(path, () => void mkdirSync(path, { recursive: true, mode: OWNER_FOLDER }));

/** What a file holds; undefined when there is none. @throws with a sentence for the operator */
export const readIfThere = (path: string): string | undefined =>
  withSentence(path, () => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  });

/** Removes a file, if it is there. @throws with a sentence for the operator */
export const removeFile = (path: string): void => withSentence(path, () => rmSync(path, { force: true }));

/**
 * Replaces a file whole, readable by its owner only: whoever reads it meanwhile finds the old text or the new.
 * @throws with a sentence for the operator
 */
export const writeWhole = (path: string, text: string): void => {
  makeFolder(dirname(path));
  const draft = draftOf(path);
  withSentence(path, () => {
    writeFileSync(draft, text, { mode: OWNER_ONLY });
    renameSync(draft, path);
  });
};

/**
 * The text of a file, made the first time. Of several makers at once the first wins, and all get its text.
 * @throws with a sentence for the operator
 */
export const keepOnce = async (path: string, make: () => string | Promise<string>): Promise<string> => {
  const kept = readIfThere(path);
  if (kept !== undefined) return kept;
  makeFolder(dirname(path));
  const text = await make();
  return withSentence(path, () => {
    const draft = draftOf(path);
    writeFileSync(draft, text, { mode: OWNER_ONLY });
    try {
      putIfAbsent(draft, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
    return readFileSync(path, 'utf8');
  });
};

/** A link appears with its whole text. Where files have no second name (FAT, some network drives) a copy must do. @throws `EEXIST` */
const putIfAbsent = (draft: string, path: string): void => {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  }
};

const draftOf = (path: string) => `${path}.${process.pid}`;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What the system refuses is thrown as a sentence for the operator. */
const withSentence = <T>(path: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    const reason = REASONS[codeOf(error)];
    if (reason === undefined) throw error;
    throw new Error(
      `${path} cannot be used: ${reason}. Set DATA_DIR to another folder, or put this one right.`,
      {
        cause: error,
      },
    );
  }
};

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EEXIST: 'there is a file of that name, or a link that leads nowhere',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ERR_FS_EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'a part of the path leads nowhere',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  EPERM: 'this user may not',
  EROFS: 'the disk is read-only',
};
