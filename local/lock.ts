import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileErrorOf, isBusy } from './engine/file/file-errors.ts';
import { makeFolder, readIfThere, removeFile, writeNote } from './keep.ts';

/** A process that was just killed takes a moment to go. */
const PATIENCE_MS = 1500;

const fileIn = (folder: string) => join(folder, 'lock.db');
const holderIn = (folder: string) => join(folder, 'lock.pid');

/**
 * Locks a data folder for this process: SQLite locks an empty file, and the system frees it when the process ends,
 * however it ends. Nothing is ever written to that file.
 * @returns a function that unlocks it.
 * @throws when another running process has it, or the folder cannot be used.
 */
export const lock = (folder: string): (() => void) => {
  makeFolder(folder);
  const file = fileIn(folder);
  const held = withSentence(file, () => new DatabaseSync(file, { timeout: PATIENCE_MS }));
  try {
    held.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    held.close();
    throw isBusy(error) ? inUse(folder) : fileErrorOf(file, error);
  }
  const taken = identityOf(file);
  const unlock = () => {
    process.off('exit', unlock);
    // Of another process, where the file was removed.
    if (identityOf(file) === taken) removeFile(holderIn(folder));
    held.close();
  };
  // The reference also keeps the connection, and with it the lock, from being garbage collected.
  process.once('exit', unlock);
  // Of a process that was killed, perhaps another user's.
  removeFile(holderIn(folder));
  writeNote(holderIn(folder), String(process.pid));
  return unlock;
};

/** How soon it is noticed that a file was removed. */
const LOOK_MS = 1000;

/**
 * Acts once, when a folder's lock, or its database, is no longer the file that it is now: then another process may take the folder, or what
 * is written is in no file that anybody can find.
 * @param database may be missing, where the folder holds none
 */
export const whenTakenAway = (folder: string, database: string, act: (problem: Error) => void): void => {
  const watched = [fileIn(folder), database].map((file) => ({ file, identity: identityOf(file) }));
  const timer = setInterval(() => {
    const gone = watched.find(({ file, identity }) => identityOf(file) !== identity);
    if (!gone) return;
    clearInterval(timer);
    act(
      new Error(
        `${gone.file} was removed or replaced while this server ran on it. It stops: start it again.`,
      ),
    );
  }, LOOK_MS).unref();
};

/** Tells a file from another one of the same path; undefined when there is none that can be looked at. */
const identityOf = (file: string): string | undefined => {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
};

/** The id of the process that holds a data folder; undefined when none does. @throws when the folder cannot be read */
export const holderOf = (folder: string): string | undefined =>
  isLocked(folder) ? readIfThere(holderIn(folder)) : undefined;

/** Whether a running process holds a data folder. @throws when the folder cannot be read */
export const isLocked = (folder: string): boolean => {
  const file = fileIn(folder);
  if (!existsSync(file)) return false;
  const looked = withSentence(file, () => new DatabaseSync(file, { readOnly: true }));
  try {
    looked.exec('SELECT count(*) FROM sqlite_schema');
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw fileErrorOf(file, error);
  } finally {
    looked.close();
  }
};

const inUse = (folder: string) => {
  const pid = readIfThere(holderIn(folder));
  const who = pid === undefined ? 'another process' : `process ${pid}`;
  return new Error(`${folder} is in use by ${who}: stop it, or set DATA_DIR to another folder.`);
};

const withSentence = <T>(file: string, open: () => T): T => {
  try {
    return open();
  } catch (error) {
    throw fileErrorOf(file, error);
  }
};
