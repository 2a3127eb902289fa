import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Reads in a file by a function that gets its handle; undefined when there is none, or it is empty. */
export const withFile = <T>(file: string, read: (handle: number) => T): T | undefined => {
  if (sizeOf(file) === 0) return undefined;
  const handle = openSync(file, 'r');
  try {
    return read(handle);
  } finally {
    closeSync(handle);
  }
};

/** A file's size in bytes; 0 when there is none. */
export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Some bytes of an open file; undefined when it ends before them. */
export const readPiece = (handle: number, at: number, length: number): Buffer | undefined => {
  const bytes = Buffer.alloc(length);
  return readSync(handle, bytes, 0, length, at) < length ? undefined : bytes;
};
