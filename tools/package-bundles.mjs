import { spawnSync } from 'node:child_process';
import { cpSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CLI = resolve('node_modules/serverless/bin/serverless.js');

/**
 * Packages what `dist` of a directory holds: the rest of `packageService`.
 * @returns the path of its `.serverless`
 * @throws with what the deployment tool said, when it refuses
 */
export const packageBundles = (directory, args = []) => {
  if (directory !== '.')
    for (const path of ['serverless.yml', ...globSync('tools/**/*.cjs')]) cpSync(path, join(directory, path));
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'package', ...args], {
    cwd: directory,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`serverless package failed:\n${stdout}${stderr}`);
  return join(directory, '.serverless');
};
