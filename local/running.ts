import { join } from 'node:path';
import { readIfThere, removeFile, writeNote } from './keep.ts';
import { holderOf, lock } from './lock.ts';

/** Where a running server can be reached, for the commands beside it. */
export type Running = {
  readonly url: string;
  /** The database's endpoint, when it is not the embedded one. */
  readonly endpoint?: string | undefined;
};

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

/**
 * Locks a data folder for a server.
 * @throws with a sentence for the operator when another process has it, or it cannot be used.
 */
export const takeFolder = (dataDir: string) => {
  const unlock = lock(dataDir);
  const forget = () => removeFile(fileIn(dataDir));
  // Left behind by a server that was killed.
  forget();
  return {
    note: (running: Running) =>
      writeNote(fileIn(dataDir), JSON.stringify({ ...running, pid: String(process.pid) })),
    release: () => {
      try {
        // Another server's, where this one's lock was taken away.
        if (readNote(readIfThere(fileIn(dataDir)) ?? '')?.pid === String(process.pid)) forget();
      } finally {
        unlock();
      }
    },
  };
};

/**
 * The server that runs on a data folder, once it is ready; undefined when only a command holds the folder.
 * @throws with a sentence for the operator when the folder cannot be read
 */
export const findRunning = (dataDir: string): Running | undefined => {
  const holder = holderOf(dataDir);
  const note = holder === undefined ? undefined : readNote(readIfThere(fileIn(dataDir)) ?? '');
  return note?.pid === holder ? note : undefined;
};

/** Undefined for a damaged file. */
const readNote = (text: string): (Running & { readonly pid?: string }) | undefined => {
  try {
    return JSON.parse(text) as Running;
  } catch {
    return undefined;
  }
};
