import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readIfThere, writeWhole } from '../keep.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SOURCES = ['handlers/*.ts', 'src/**/*.ts', 'src/**/*.bin', 'tools/bundle.mjs', 'package-lock.json'];

/**
 * Bundles the functions as for deployment into `<dataDir>/functions`, unless they are there and nothing changed since.
 * @returns that folder
 */
export const bundleFunctions = async (dataDir: string): Promise<string> => {
  const folder = join(dataDir, 'functions');
  const mark = join(folder, 'made-from');
  const sources = fingerprint();
  if (readIfThere(mark) === sources) return folder;
  const { bundle } = (await import(pathToFileURL(join(ROOT, 'tools/bundle.mjs')).href)) as {
    bundle: (folder: string) => Promise<unknown>;
  };
  await bundle(folder);
  writeWhole(mark, sources);
  return folder;
};

/** Tells one state of the sources from another by their sizes and times of change. */
const fingerprint = (): string => {
  const hash = createHash('sha256');
  for (const path of globSync(SOURCES, { cwd: ROOT }).sort()) {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    hash.update(JSON.stringify([path, size, mtimeMs]));
  }
  return hash.digest('hex');
};
