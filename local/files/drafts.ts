import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const OWNER_ONLY = 0o600;
const PERMISSIONS = 0o7777;
/** How the name of a text ends that is not in its place yet, after its writer's process id. */
const DRAFT = '.draft';

export type Written = {
  readonly text: string;
  /** Whether it is on the disk when the call returns. A database beside it is, whatever comes: without its secret nobody could use it. */
  readonly isToLast: boolean;
};

/** Uses a draft of a file, with that one's owner and mode if it is there, and leaves none behind. */
export const withDraft = (path: string, written: Written, use: (draft: string) => void): void => {
  const draft = `${path}.${process.pid}${DRAFT}`;
  removeDrafts(path);
  try {
    writeDraft(draft, written, statSync(path, { throwIfNoEntry: false }));
    use(draft);
  } finally {
    rmSync(draft, { force: true });
  }
  if (written.isToLast) syncFolder(dirname(path));
};

/** Nothing may be there yet, not even a link. */
const writeDraft = (draft: string, { text, isToLast }: Written, kept: Stats | undefined): void => {
  const file = openSync(draft, 'wx', OWNER_ONLY);
  try {
    if (kept) makeAlike(file, kept);
    writeFileSync(file, text);
    if (isToLast) fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Puts a folder's names on the disk, where the system can: Windows and some network drives refuse. */
const syncFolder = (path: string): void => {
  try {
    sync(path, 'r');
  } catch {
    // The names follow by themselves.
  }
};

/** Waits until a file's contents, or a folder's names, are on the disk. */
export const sync = (path: string, flags: 'r' | 'r+'): void => {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
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

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
