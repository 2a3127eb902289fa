import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll } from '@jest/globals';
import { withFolder } from '../local/with-folder.ts';

export type Ended = { readonly code: number | null; readonly output: string; readonly errors: string };

const SOURCES = ['cli', 'local', 'src', 'tools', 'package.json', 'package-lock.json', 'serverless.yml'];
const RECORD = 'node_modules/.package-lock.json';
/** A Node of its own is over 100 MB, and asks for no package: a link will do. */
const NODE = /^node_modules\/node-[a-z]+-\w+$/;

/**
 * A copy of the project as `npm ci --omit=dev` leaves it, but made of the packages that are here, without the network: those
 * that the lock file does not mark as development's, with npm's record of them.
 * @returns what runs a command of package.json in it to its end
 */
export const withDeployment = () => {
  const folder = withFolder();
  beforeAll(() => copyTo(folder));

  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  return async (
    command: string,
    options: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Ended> => {
    const [, ...args] = scripts[command].split(' ');
    const child = spawn(process.execPath, [...args, ...options], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { code, output, errors };
  };
};

const copyTo = (folder: string): void => {
  const lock = JSON.parse(readFileSync(RECORD, 'utf8'));
  const packages = Object.entries<{ readonly dev?: boolean }>(lock.packages).filter(([, { dev }]) => !dev);
  for (const path of SOURCES) cpSync(path, join(folder, path), { recursive: true });
  for (const [path] of packages) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (NODE.test(path)) symlinkSync(join(process.cwd(), path), target, 'junction');
    else if (!existsSync(target)) cpSync(path, target, { recursive: true });
  }
  writeFileSync(join(folder, RECORD), JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }));
};
