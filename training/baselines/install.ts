import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Missing } from './baseline.ts';

/** The packages live here, so that none is a dependency of the project. */
const FOLDER = import.meta.dirname;
/** For the system's own shell, since npm is a batch file on Windows. */
const COMMAND = 'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=0';

/**
 * Brings the packages of this folder here when they are not: about ten seconds, once.
 * @throws {Missing} with npm's own words when they cannot be had.
 */
export const install = (tell: (step: string) => void): void => {
  if (existsSync(join(FOLDER, 'node_modules/.package-lock.json'))) return;
  tell('baselines: npm ci in training/baselines');
  const { status, stderr } = spawnSync(COMMAND, { cwd: FOLDER, encoding: 'utf8', shell: true });
  if (status !== 0) throw new Missing(`npm ci failed: ${stderr?.trim().split('\n')[0] ?? 'no npm'}`);
};

/** A package of this folder, by its name or a file in it; what it exports is taken on trust. */
export const load = async <T>(name: string): Promise<T> => {
  const { default: exported } = await import(name);
  return exported;
};

/** Name and version, as installed. */
export const nameOf = (name: string): string => {
  const { version } = JSON.parse(readFileSync(join(FOLDER, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${version}`;
};
