import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installApart } from '../install-apart.ts';
import { Missing } from './baseline.ts';

const FOLDER = import.meta.dirname;

/**
 * Installs this folder's packages unless they are installed: about ten seconds, once.
 * @throws {Missing} with npm's own message when that fails.
 */
export const install = (tell: (step: string) => void): void => {
  try {
    installApart(FOLDER, tell);
  } catch (error) {
    throw new Missing(error instanceof Error ? error.message : String(error));
  }
};

/** Imports a package of this folder, by its name or a file in it. Its type is not checked. */
export const load = async <T>(name: string): Promise<T> => {
  const { default: exported } = await import(name);
  return exported;
};

/** A package's name and installed version. */
export const nameOf = (name: string): string => {
  const { version } = JSON.parse(readFileSync(join(FOLDER, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${version}`;
};
