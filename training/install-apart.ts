import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Runs in the system's shell, since npm is a batch file on Windows. */
const COMMAND = 'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=0';

/**
 * Installs a folder's own packages unless they are installed, so that none is a dependency of the project.
 * @throws {Error} with npm's own message when that fails
 */
export const installApart = (folder: string, tell: (step: string) => void): void => {
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return;
  tell(`npm ci in training/${basename(folder)}`);
  const { status, stderr } = spawnSync(COMMAND, { cwd: folder, encoding: 'utf8', shell: true });
  if (status !== 0) throw new Error(`npm ci failed: ${stderr?.trim().split('\n')[0] ?? 'no npm'}`);
};
