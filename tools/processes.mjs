// Read by any Node from 18 on, with nothing installed: see run.mjs.

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

/**
 * Acts once, when the process that started this one has ended. No system tells of that, so it looks: elsewhere the orphan gets
 * another parent, on Windows it keeps the number of the one that is gone.
 * @param parent what `process.ppid` was at the start
 */
export const whenParentEnds = (parent, act) => {
  const timer = setInterval(() => {
    if (process.ppid === parent && isThere(parent)) return;
    clearInterval(timer);
    act();
  }, LOOK_MS);
  timer.unref();
};
