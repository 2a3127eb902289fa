import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const OWNER_ONLY = 0o600;
const OWNER_FOLDER = 0o700;
const PERMISSIONS = 0o7777;
/** How the name of a text ends that is not in its place yet, after its writer's process id. */
const DRAFT = '.draft';
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
 * Replaces a file atomically: a concurrent reader gets the old text or the new. Owner and mode stay as they are, and a link goes on leading to it;
 * a new file is readable by its owner only.
 * @throws with a sentence for the operator, and leaves the file as it is; also when this user may not give it to its owner, and for root
 * when a link leads to a file of another owner than its own: whoever owns the folder would have root write anywhere
 */
export const writeWhole = (path: string, text: string): void => {
  makeFolder(dirname(path));
  withSentence(path, () => {
    const file = targetOf(path);
    withDraft(file, text, (draft) => renameSync(draft, file));
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

/** Uses a draft of a file, with that one's owner and mode if it is there, and leaves none behind. */
const withDraft = (path: string, text: string, use: (draft: string) => void): void => {
  const draft = `${path}.${process.pid}${DRAFT}`;
  removeDrafts(path);
  try {
    writeDraft(draft, text, statSync(path, { throwIfNoEntry: false }));
    use(draft);
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Nothing may be there yet, not even a link. */
const writeDraft = (draft: string, text: string, kept: Stats | undefined): void => {
  const file = openSync(draft, 'wx', OWNER_ONLY);
  try {
    if (kept) makeAlike(file, kept);
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
};

/** Asks only for what differs: some network drives refuse the question. */
const makeAlike = (file: number, kept: Stats): void => {
  const { uid, gid, mode } = fstatSync(file);
  if (kept.uid !== uid || kept.gid !== gid) fchownSync(file, kept.uid, kept.gid);
  if (kept.mode !== mode) fchmodSync(file, kept.mode & PERMISSIONS);
};

/** Removes the drafts that processes left behind which were killed. */
const removeDrafts = (path: string): void => {
  const start = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(start) || !name.endsWith(DRAFT)) continue;
    const pid = name.slice(start.length, -DRAFT.length);
    if (pid === String(process.pid) || (/^\d+$/.test(pid) && hasEnded(Number(pid))))
      rmSync(join(dirname(path), name), { force: true });
  }
};

const hasEnded = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
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
      withDraft(path, text, (draft) => putIfAbsent(draft, path));
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
  }
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

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
