import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderBeside, MODULES } from '../installed-apart.ts';
import { compilerOptions, PROGRAM, program, TYPES } from './program.ts';

let work = '';

const run = (file: string, args: readonly string[], input = ''): string => {
  try {
    return execFileSync(process.execPath, [file, ...args], { encoding: 'utf8', cwd: work, input });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${file} failed:\n${stdout}${stderr}`, { cause: error });
  }
};

/** Generates a client's types from a server's own document and compiles a program over them. @throws with the compiler's word */
export const generate = (url: string): void => {
  work = folderBeside();
  writeFileSync(join(work, PROGRAM), program);
  writeFileSync(join(work, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(work, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [PROGRAM] }));
  run(join(MODULES, 'openapi-typescript/bin/cli.js'), [`${url}/openapi.json`, '--output', TYPES]);
  run(join(MODULES, 'typescript/bin/tsc'), ['--project', '.']);
};

/** What the compiler says of each of some bodies in place of the program's: nothing of one that it takes. */
export const complaintsAbout = (bodies: readonly object[]): readonly string[] => {
  const name = 'typed.ts';
  const head =
    "import type { components } from './api.js'; type Submission = components['schemas']['Submission'];";
  const lines = bodies.map((body, nth) => `export const body${nth}: Submission = ${JSON.stringify(body)};`);
  writeFileSync(join(work, name), [head, ...lines].join('\n'));
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext'];
  const { stdout } = spawnSync(process.execPath, [join(MODULES, 'typescript/bin/tsc'), ...flags, name], {
    encoding: 'utf8',
    cwd: work,
  });
  const said = stdout.split('\n');
  return bodies.map((_, nth) => said.find((line) => line.startsWith(`${name}(${nth + 2},`)) ?? '');
};

/** Sends submissions through the compiled program. @returns the status of each */
export const postAll = (url: string, submissions: readonly object[]): readonly number[] =>
  JSON.parse(run(join(work, PROGRAM.replace('.ts', '.js')), [url], JSON.stringify(submissions))) as number[];

/** Takes away what was generated. */
export const sweep = (): void => rmSync(work, { recursive: true, force: true });
