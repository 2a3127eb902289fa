import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isThere, statOf } from '../../tools/processes.mjs';
import { keepOnce, readIfThere } from './keep.ts';

/** A process that was just killed takes a moment to go. */
const PATIENCE_MS = 1500;
const LOOK_MS = 25;

/** A process, told from a later one that got its number. */
type Holder = { readonly pid: number; readonly startedAt: string };

/**
 * Makes a data folder this process's own. The lock of a process that is gone does not count.
 * @returns what gives it back.
 * @throws when another running process has it.
 */
export const lock = async (folder: string): Promise<() => void> => {
  const path = join(folder, 'lock');
  for (let waited = 0; isLocked(folder) && waited < PATIENCE_MS; waited += LOOK_MS) await wait(LOOK_MS);
  if (!isLocked(folder)) rmSync(path, { force: true });
  const me: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  const { pid } = JSON.parse(await keepOnce(path, () => JSON.stringify(me))) as Holder;
  if (pid !== me.pid)
    throw new Error(`${folder} is in use by process ${pid}: stop it, or set DATA_DIR to another folder.`);
  return () => rmSync(path, { force: true });
};

/** Whether a running process has a data folder. */
export const isLocked = (folder: string): boolean => {
  const text = readIfThere(join(folder, 'lock'));
  const holder = text === undefined ? undefined : holderIn(text);
  return holder !== undefined && startOf(holder.pid) === holder.startedAt;
};

/** Nobody, where the file was torn or written over: such a lock does not count. */
const holderIn = (text: string): Holder | undefined => {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    return typeof holder?.pid === 'number' ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * When a process began, in ticks since boot, where the system tells (Linux, proc(5), `stat`: field 3 is the state and field
 * 22 the start); elsewhere empty. Undefined when there is no such process, or only its number is left (`Z`, `X`).
 */
const startOf = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return isThere(pid) ? '' : undefined;
  const { 0: state = 'X', 19: start } = statOf(pid) ?? [];
  return 'ZX'.includes(state) ? undefined : start;
};
