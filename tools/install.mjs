// Read by any Node from 18 on, with nothing installed: see run.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropBrokenNode } from './node-versions.mjs';

const COMMAND = 'npm ci --include=optional --ignore-scripts --no-audit --no-fund --loglevel=error';

/**
 * Brings `node_modules` of a folder in line with its lock file. Costs some milliseconds when it is.
 * Ends the process with npm's exit code when npm fails.
 * @param omitsDev what is to run does without the development dependencies: where none are, none are installed.
 */
export const installMissing = (root, { omitsDev = false } = {}) => {
  const wanted = Object.entries(packagesIn(join(root, 'package-lock.json')));
  const installed = packagesIn(join(root, 'node_modules/.package-lock.json'));
  const withDev =
    !omitsDev || wanted.some(([path, { dev }]) => dev && isInModules(path) && path in installed);
  if (wanted.every(([path, one]) => isInstalled(path, one, installed[path]) || (one.dev && !withDev))) return;
  console.error('Installing what is missing (npm ci), about a minute the first time ...');
  // A shell, since npm is a batch file on Windows. All that npm prints goes to the error stream: commands print answers.
  // The kinds of packages are named, whatever NODE_ENV or npm's configuration leaves out.
  const command = `${COMMAND} --${withDev ? 'include' : 'omit'}=dev`;
  const { status } = spawnSync(command, { cwd: root, shell: true, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  dropBrokenNode(root);
};

/** A folder of the project that is a package is recorded whether it is installed or not. */
const isInModules = (path) => path.startsWith('node_modules/');

/** Compares the lock file with npm's own record of what it installed, whichever command did. */
const isInstalled = (path, wanted, found) =>
  found === undefined
    ? path === '' || isForOthers(wanted)
    : found.version === wanted.version && found.integrity === wanted.integrity;

const packagesIn = (lockFile) =>
  existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};

/**
 * An optional package that npm left out here, because it is for another platform or belongs to one that is.
 * One that names a C library (`libc`) passes: telling which of them this machine has would take longer than it is worth.
 */
const isForOthers = ({ optional, os, cpu, libc }) =>
  optional === true &&
  (libc !== undefined ||
    (os === undefined && cpu === undefined) ||
    !names(os, process.platform) ||
    !names(cpu, process.arch));

const names = (list, one) => list === undefined || [list].flat().includes(one);
