import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type ProcessStat, readPss, readStat, TICK_MS, treeOf } from './proc.ts';

const LOOK_MS = 40;
/** Looks in a row without work after which a server counts as quiet. */
const QUIET_LOOKS = 3;
/** A server that is never quiet is measured with what it always does. */
const QUIET_MS_MAX = 20_000;

/** CPU milliseconds that some processes and all their descendants have used so far; ten is the smallest step. */
export const cpuMsOf = (roots: readonly number[]): number =>
  treeOf(allProcesses(), roots).reduce((sum, { ticks }) => sum + ticks * TICK_MS, 0);

/** Megabytes that some processes and all their descendants hold, shared pages in parts (PSS). */
export const memoryMbOf = (roots: readonly number[]): number =>
  treeOf(allProcesses(), roots).reduce((sum, { pid }) => sum + pssMbOf(pid), 0);

/**
 * Waits until some processes have nothing to do, hence follow-up work is over.
 * @returns the CPU milliseconds they have used up to then
 */
export const untilQuiet = async (roots: readonly number[]): Promise<number> => {
  const end = performance.now() + QUIET_MS_MAX;
  let used = cpuMsOf(roots);
  for (let quiet = 0; quiet < QUIET_LOOKS && performance.now() < end; ) {
    await wait(LOOK_MS);
    const now = cpuMsOf(roots);
    quiet = now === used ? quiet + 1 : 0;
    used = now;
  }
  return used;
};

const allProcesses = (): readonly ProcessStat[] =>
  readdirSync('/proc').flatMap((name) => {
    const text = /^\d+$/.test(name) ? readOf(name, 'stat') : undefined;
    return text === undefined ? [] : [readStat(text)];
  });

const pssMbOf = (pid: number): number => {
  const text = readOf(pid, 'smaps_rollup');
  return text === undefined ? 0 : readPss(text) / 1024;
};

/** Nothing of a process that has just ended. */
const readOf = (pid: number | string, file: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
};
