import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MINUTE_MS } from '../../src/comment/time.ts';
import { Missing } from './baseline.ts';

/** The longest that a program may run. */
const PATIENCE_MS = 20 * MINUTE_MS;
/** Bytes of an answer: all comments come back, with headers. */
const ANSWER_MAX = 200_000_000;

/**
 * The version a program tells of itself.
 * @throws {Missing} with the Debian package to install when it is not there.
 */
export const versionOf = (program: string, debian: string): string => {
  const { error, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (error !== undefined) throw new Missing(`not installed; Debian: apt-get install ${debian}`);
  return versionIn(`${stdout}\n${stderr}`);
};

/** The first number after the word “version”. */
export const versionIn = (said: string): string => /version (\d[\w.]*)/i.exec(said)?.[1] ?? '';

/** The path of a new folder, gone at the end of this process. */
export const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-baseline-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/**
 * What a program answers to a text at its standard input.
 * @param fine exit codes that are answers too.
 * @throws {Error} with its own words when it fails or takes too long.
 */
export const answerOf = async (
  program: string,
  args: readonly string[],
  input = '',
  fine: readonly unknown[] = [],
): Promise<string> => {
  const running = promisify(execFile)(program, args, { timeout: PATIENCE_MS, maxBuffer: ANSWER_MAX });
  // A program that ends before it has read everything says why by its exit code.
  running.child.stdin?.on('error', () => {}).end(input);
  return (await running.catch(answerAmong(fine))).stdout;
};

/** A failure whose exit code is an answer is one. */
const answerAmong = (fine: readonly unknown[]) => (failure: Error & { code?: unknown; stdout?: string }) => {
  if (!fine.includes(failure.code)) throw failure;
  return { stdout: failure.stdout ?? '' };
};
