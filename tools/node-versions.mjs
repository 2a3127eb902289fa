// Which Node runs the project. Read by any Node from 18 on, with nothing installed: see run.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The package in which npm brings Node to a platform; there is none for macOS and Windows. */
const PACKAGE = `node-${process.platform}-${process.arch}`;

/** Whether npm brings a Node of the project's own to this platform. */
export const promisesNode = (root) =>
  PACKAGE in (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies ?? {});

/** The path of the Node that npm brought; undefined where it brought none. */
export const ownNode = (root) => {
  const path = join(root, 'node_modules', PACKAGE, 'bin/node');
  return existsSync(path) ? realpathSync(path) : undefined;
};

/**
 * Removes the Node that npm brought when it cannot run: it is made for glibc, and npm takes it to Alpine Linux all the same,
 * where `npm run` would find it before the one that works.
 */
export const dropBrokenNode = (root) => {
  const path = ownNode(root);
  if (path === undefined || spawnSync(path, ['--version']).status === 0) return;
  rmSync(join(root, 'node_modules', PACKAGE), { recursive: true });
  rmSync(join(root, 'node_modules/.bin/node'), { force: true });
};

/** Whether a version reads TypeScript without a flag and is maintained: 22.18 and later ones of 22, or 24 and later. */
export const isNewEnough = (version) => {
  const [major, minor] = version.split('.').map(Number);
  return major === 22 ? minor >= 18 : major >= 24;
};

/** One sentence for whoever has another version. */
export const whatIsNeeded = (version) =>
  `Palabre needs Node 24 or later (or 22 from 22.18 on), and this is Node ${version}: get one at https://nodejs.org/en/download`;
