import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepOnce, readIfThere } from './keep.ts';

/** A process, told from a later one that got its number. */
type Holder = { readonly pid: number; readonly startedAt: string };

/**
 * Makes a data folder this process's own. The lock of a process that is gone does not count.
 * @returns what gives it back.
 * @throws when another running process has it.
 */
export const lock = async (folder: string): Promise<() => void> => {
  const path = join(folder, 'lock');
  const before = holderOf(path);
  if (before && !isRunning(before)) rmSync(path, { force: true });
  const me: Holder = { pid: process.pid, startedAt: startOf(process.pid) };
  const { pid } = JSON.parse(await keepOnce(path, () => JSON.stringify(me))) as Holder;
  if (pid !== me.pid)
    throw new Error(`${folder} is in use by process ${pid}: stop it, or set DATA_DIR to another folder.`);
  return () => rmSync(path, { force: true });
};

/** Whether a running process has a data folder. */
export const isLocked = (folder: string): boolean => {
  const holder = holderOf(join(folder, 'lock'));
  return holder !== undefined && isRunning(holder);
};

const holderOf = (path: string): Holder | undefined => {
  const text = readIfThere(path);
  return text === undefined ? undefined : (JSON.parse(text) as Holder);
};

const isRunning = ({ pid, startedAt }: Holder): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startOf(pid) === startedAt;
};

/** When a process began, where the system tells: Linux counts clock ticks since boot in field 22 of its `stat`. */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};
