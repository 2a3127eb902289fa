import { isOfFile, outage } from '../errors.ts';
import type { Database } from './database.ts';

type Job = {
  readonly run: () => object;
  readonly resolve: (answer: object) => void;
  readonly reject: (error: unknown) => void;
};

/** Writes to add to each commit, and a callback with its outcome. */
type Beside = { readonly write: () => void; readonly onEnd: (isCommitted: boolean) => void };

/**
 * Group commit: runs all jobs of one event loop turn in one transaction, so that they share one disk sync, and answers after it.
 * A job that throws has written nothing, so the others are still committed; when SQLite fails, all jobs fail and nothing is written.
 */
export const createGroup = (database: Database, beside: Beside) => {
  let waiting: Job[] = [];

  const flush = (): void => {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    try {
      const answers = database.atomically(() => {
        beside.write();
        return jobs.map(attempt);
      });
      for (const one of answers) one();
    } catch (error) {
      beside.onEnd(false);
      for (const { reject } of jobs) reject(outage(error));
      return;
    }
    beside.onEnd(true);
  };

  return {
    flush,
    /** @throws what the job throws, or InternalServerError when the file cannot be written */
    commit: (run: () => object): Promise<object> =>
      new Promise((resolve, reject) => {
        waiting.push({ run, resolve, reject });
        if (waiting.length === 1) setImmediate(flush);
      }),
  };
};

/** Runs a job. @returns a function that settles its promise, to be called after the commit @throws when SQLite fails */
const attempt = ({ run, resolve, reject }: Job): (() => void) => {
  try {
    const answer = run();
    return () => resolve(answer);
  } catch (error) {
    if (isOfFile(error)) throw error;
    return () => reject(error);
  }
};
