// Read by any Node from 18 on, with nothing installed: see run.mjs.
import { readFileSync } from 'node:fs';

/** How soon the end of a process is noticed. */
const LOOK_MS = 250;

/** Whether there is a process of this number. */
export const isThere = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** What Linux tells of a process, from its state on (proc(5), `stat`: the third field and the rest); undefined elsewhere. */
export const statOf = (pid) => {
  const stat = readProc(pid, 'stat');
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/**
 * Acts once, when the process that started this one has ended, or npm behind it. No system tells of that, so it looks: an orphan
 * gets another parent, but on Windows it keeps the number of the one that is gone.
 * @param parent what `process.ppid` was at the start
 */
export const whenParentEnds = (parent, act) => {
  const npm = npmBehind(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && isThere(parent) && npmBehind(parent) === npm) return;
    clearInterval(timer);
    act();
  }, LOOK_MS);
  timer.unref();
};

/**
 * The parent of a shell that runs one command (`sh -c ...`), which is how npm starts everything. Such a shell outlives npm where it
 * does not become the command: Debian's `dash` on Linux. Undefined when the process is no such shell, and on other systems.
 */
const npmBehind = (pid) => {
  const [, flag] = readProc(pid, 'cmdline')?.split('\0') ?? [];
  return flag === '-c' ? statOf(pid)?.[1] : undefined;
};

const readProc = (pid, file) => {
  if (process.platform !== 'linux') return undefined;
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
};
