import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Missing } from './baseline.ts';

/** The packages are installed in this folder, so that none is a dependency of the project. */
const FOLDER = import.meta.dirname;
/** Runs in the system's shell, since npm is a batch file on Windows. */
const COMMAND = 'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=0';

/**
 * Installs this folder's packages unless they are installed: about ten seconds, once.
 * @throws {Missing} with npm's own message when that fails.
 */
export const install = (tell: (step: string) => void): void => {
  if (existsSync(join(FOLDER, 'node_modules/.package-lock.json'))) return;
  tell('baselines: npm ci in training/baselines');
  const { status, stderr } = spawnSync(COMMAND, { cwd: FOLDER, encoding: 'utf8', shell: true });
  if (status !== 0) throw new Missing(`npm ci failed: ${stderr?.trim().split('\n')[0] ?? 'no npm'}`);
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
