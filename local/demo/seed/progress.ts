import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepOnce, readIfThere, writeWhole } from '../../keep.ts';
import { databaseIn } from '../../local-database.ts';

/** How far the seeding of a data folder got. It is kept after every step, so that one that was killed goes on where it was. */
export type Progress = {
  /** Milliseconds since 1970. All times of the plan count from here, so that a step done twice is the same step. */
  readonly startedAt: number;
  /** The step that comes next. */
  readonly next: number;
  /** The comments that were sent, by their ids in the data files. */
  readonly sent: Readonly<Record<string, Sent>>;
  /** The latest proof of each person, by name. */
  readonly visitors: Readonly<Record<string, string>>;
};
export type Sent = { readonly comment: string; readonly isPublished: boolean };

const DONE = 'done';
const fileIn = (dataDir: string) => join(dataDir, 'demo.json');

/** Notes that a data folder without a database gets the demo's comments. To be called before the database is made. */
export const noteNewFolder = async (dataDir: string, now: number): Promise<void> => {
  if (existsSync(databaseIn(dataDir))) return;
  const progress: Progress = { startedAt: now, next: 0, sent: {}, visitors: {} };
  await keepOnce(fileIn(dataDir), () => JSON.stringify(progress));
};

/** How far the seeding of a folder got; undefined when it is over, or was never to be. @throws with a sentence for the operator */
export const readProgress = (dataDir: string): Progress | undefined => {
  const text = readIfThere(fileIn(dataDir));
  if (text === undefined || text === DONE) return undefined;
  try {
    return JSON.parse(text) as Progress;
  } catch {
    // It is unknown which comments exist already. Stop, since missing comments are better than doubled ones.
    return undefined;
  }
};

export const saveProgress = (dataDir: string, progress: Progress): void =>
  writeWhole(fileIn(dataDir), JSON.stringify(progress));

export const saveDone = (dataDir: string): void => writeWhole(fileIn(dataDir), DONE);
