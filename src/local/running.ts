import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, writeWhole } from './keep.ts';
import { isLocked, lock } from './lock.ts';

/** Where a running server can be reached, for the commands beside it. */
export type Running = {
  readonly url: string;
  /** Of the database, where it is not the embedded one. */
  readonly endpoint?: string | undefined;
};

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

/**
 * Takes a data folder for a server.
 * @throws when another process has it.
 */
export const takeFolder = async (dataDir: string) => {
  const unlock = await lock(dataDir);
  const forget = () => rmSync(fileIn(dataDir), { force: true });
  // What a server that was killed left behind.
  forget();
  return {
    note: (running: Running) => writeWhole(fileIn(dataDir), JSON.stringify(running)),
    release: () => {
      forget();
      unlock();
    },
  };
};

/** The server that runs on a data folder, once it is ready. */
export const findRunning = (dataDir: string): Running | undefined => {
  const text = isLocked(dataDir) ? readIfThere(fileIn(dataDir)) : undefined;
  return text === undefined ? undefined : (JSON.parse(text) as Running);
};
