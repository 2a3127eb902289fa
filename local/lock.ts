import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileErrorOf, isBusy } from './engine/file/file-errors.ts';
import { makeFolder, readIfThere, removeFile, writeWhole } from './keep.ts';

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
  const unlock = () => {
    process.off('exit', unlock);
    removeFile(holderIn(folder));
    held.close();
  };
  // The reference also keeps the connection, and with it the lock, from being garbage collected.
  process.once('exit', unlock);
  writeWhole(holderIn(folder), String(process.pid));
  return unlock;
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
