import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installMissing } from '../../tools/install.mjs';
import { compilerOptions, PROGRAM, program, TYPES } from './program.ts';

const FOLDER = import.meta.dirname;
const MODULES = join(FOLDER, 'node_modules');
/** Within the packages, so that the program finds them and nobody else finds the program. */
const WORK = join(MODULES, '.generated');

const run = (file: string, args: readonly string[], input = ''): string => {
  try {
    return execFileSync(process.execPath, [file, ...args], { encoding: 'utf8', cwd: WORK, input });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${file} failed:\n${stdout}${stderr}`, { cause: error });
  }
};

/** Installs what others generate clients with, in this folder, so that none of it is a dependency of the project. */
export const install = (): void => installMissing(FOLDER);

/** Generates a client's types from a server's own document and compiles a program over them. @throws with the compiler's word */
export const generate = (url: string): void => {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  writeFileSync(join(WORK, PROGRAM), program);
  writeFileSync(join(WORK, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(WORK, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [PROGRAM] }));
  run(join(MODULES, 'openapi-typescript/bin/cli.js'), [`${url}/openapi.json`, '--output', TYPES]);
  run(join(MODULES, 'typescript/bin/tsc'), ['--project', '.']);
};

/** What the compiler says of each of some bodies in place of the program's: nothing of one that it takes. */
export const complaintsAbout = (bodies: readonly object[]): readonly string[] => {
  const name = 'typed.ts';
  const head =
    "import type { components } from './api.js'; type Submission = components['schemas']['Submission'];";
  const lines = bodies.map((body, nth) => `export const body${nth}: Submission = ${JSON.stringify(body)};`);
  writeFileSync(join(WORK, name), [head, ...lines].join('\n'));
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext'];
  const { stdout } = spawnSync(process.execPath, [join(MODULES, 'typescript/bin/tsc'), ...flags, name], {
    encoding: 'utf8',
    cwd: WORK,
  });
  const said = stdout.split('\n');
  return bodies.map((_, nth) => said.find((line) => line.startsWith(`${name}(${nth + 2},`)) ?? '');
};

/** Sends submissions through the compiled program. @returns the status of each */
export const postAll = (url: string, submissions: readonly object[]): readonly number[] =>
  JSON.parse(run(join(WORK, PROGRAM.replace('.ts', '.js')), [url], JSON.stringify(submissions))) as number[];
