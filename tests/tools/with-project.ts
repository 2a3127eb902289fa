import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll } from '@jest/globals';

const TOOLS = join(import.meta.dirname, '../../tools');

export type Ended = { readonly code: number | null; readonly output: string; readonly errors: string };
export type Project = {
  readonly path: (file: string) => string;
  readonly write: (file: string, content: string | object) => void;
  /** Writes the one package in a version, and the lock file that asks for it. */
  readonly lock: (version: string) => void;
  /** Adds a package to the lock file that only development needs. */
  readonly addDevelopment: (name: string) => void;
  /** Starts `node tools/run.mjs` with arguments, by the Node that runs the tests. */
  readonly start: (
    args: readonly string[],
    options?: SpawnOptions,
    flags?: readonly string[],
  ) => ChildProcess;
  /** The same to its end. */
  readonly run: (...args: Parameters<Project['start']>) => Promise<Ended>;
};

/**
 * A small project of its own with our `tools/run.mjs`. It wants one package, which npm installs from a folder of the project,
 * without the network. The package has a program `node` that is none.
 */
export const withProject = (name = 'one'): Project => {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-run-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  const path = (file: string) => join(folder, file);
  const write: Project['write'] = (file, content) => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const root = { name: 'project', optionalDependencies: { [name]: 'file:one' } };
  const lock = (version: string) => {
    const one = { name, version, bin: { node: 'node' } };
    const packages = { '': root, [`node_modules/${name}`]: { resolved: 'one', link: true }, one };
    write('one/package.json', one);
    write('package-lock.json', { name: 'project', lockfileVersion: 3, requires: true, packages });
  };
  const addDevelopment = (name: string) => {
    const added = { name, version: '1.0.0' };
    const lockFile = JSON.parse(readFileSync(path('package-lock.json'), 'utf8'));
    const all = { ...root, devDependencies: { [name]: `file:${name}` } };
    const packages = {
      ...{ ...lockFile.packages, '': all },
      [`node_modules/${name}`]: { resolved: name, link: true, dev: true },
      [name]: { ...added, dev: true },
    };
    write(`${name}/package.json`, added);
    write('package.json', all);
    write('package-lock.json', { ...lockFile, packages });
  };
  cpSync(TOOLS, path('tools'), { recursive: true });
  write('package.json', root);
  write('one/node', 'This is no program.');
  lock('1.0.0');

  const env = {
    ...process.env,
    npm_config_offline: 'true',
    npm_lifecycle_event: undefined,
    NODE_COMPILE_CACHE: undefined,
  };
  const start: Project['start'] = (args, options, flags = []) =>
    spawn(process.execPath, [...flags, path('tools/run.mjs'), ...args], { env, ...options });
  return { path, write, lock, addDevelopment, start, run: async (...args) => ended(start(...args)) };
};

/** What a process printed, and how it ended. */
const ended = async (child: ChildProcess): Promise<Ended> => {
  const [[code], output, errors] = await Promise.all([
    once(child, 'close'),
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  return { code, output, errors };
};
