import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, sync, type Written, withDraft } from './files/drafts.ts';

const OWNER_FOLDER = 0o700;
const REMEDY = 'Set DATA_DIR to another folder, or put this one right.';

/** Makes a folder that only its owner can read, unless it exists. @throws with a sentence for the operator */
export const makeFolder = (path: string): void => withSentence(path, () => makeFolders(path));

/** Node's `recursive` never returns for a folder in which none can be made (`/proc`). */
const makeFolders = (path: string): void => {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path && !existsSync(above)) makeFolders(above);
  try {
    mkdirSync(path, { mode: OWNER_FOLDER });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A file's text; undefined when the file does not exist. @throws with a sentence for the operator */
export const readIfThere = (path: string): string | undefined =>
  withSentence(path, () => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && !stats.isFile() && !stats.isDirectory()) throw noFile(path);
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  });

/** Reading a pipe would wait for a writer. */
const noFile = (path: string) => new Error(`${path} is no file. ${REMEDY}`);

/** Removes a file, if it is there. @throws with a sentence for the operator */
export const removeFile = (path: string): void => withSentence(path, () => rmSync(path, { force: true }));

/**
 * Replaces a file atomically: a concurrent reader gets the old text or the new, and so does who comes after a power cut. Owner and mode stay as they are, and a link goes on leading to it;
 * a new file is readable by its owner only.
 * @throws with a sentence for the operator, and leaves the file as it is; also when this user may not give it to its owner, and for root
 * when a link leads to a file of another owner than its own: whoever owns the folder would have root write anywhere
 */
export const writeWhole = (path: string, text: string): void => replace(path, { text, isToLast: true });

/** As `writeWhole`, but it may be lost with the power: for what means nothing once this process has ended. */
export const writeNote = (path: string, text: string): void => replace(path, { text, isToLast: false });

const replace = (path: string, written: Written): void => {
  makeFolder(dirname(path));
  withSentence(path, () => {
    const file = targetOf(path);
    withDraft(file, written, (draft) => renameSync(draft, file));
  });
};

/** The file that a path leads to, which need not be there. */
const targetOf = (path: string): string => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isSymbolicLink()) return path;
  const file = realpathSync(path);
  if (process.getuid?.() === 0 && lstatSync(file).uid !== found.uid)
    throw new Error(`${path} is a link to a file of another owner. Give both one owner, or run as that one.`);
  return file;
};

/**
 * The text of a file, which is made the first time. Of concurrent makers the first wins, and all get its text.
 * @throws with a sentence for the operator
 */
export const keepOnce = async (path: string, make: () => string | Promise<string>): Promise<string> => {
  const kept = readIfThere(path);
  if (kept !== undefined) return kept;
  makeFolder(dirname(path));
  const text = await make();
  return withSentence(path, () => {
    try {
      withDraft(path, { text, isToLast: true }, (draft) => putIfAbsent(draft, path));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    return readFileSync(path, 'utf8');
  });
};

/** A hard link appears with its whole text. Where there are none (FAT, some network drives) it copies. @throws `EEXIST` */
const putIfAbsent = (draft: string, path: string): void => {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
    sync(path, 'r+');
  }
};

/** Turns the system's errors into a sentence for the operator. */
const withSentence = <T>(path: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    const reason = REASONS[codeOf(error)];
    if (reason === undefined) throw error;
    throw new Error(`${path} cannot be used: ${reason}. ${REMEDY}`, { cause: error });
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
  ENOENT: 'a link or a part of the path leads nowhere, or takes no folders',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  EPERM: 'this user may not',
  EROFS: 'the disk is read-only',
};
