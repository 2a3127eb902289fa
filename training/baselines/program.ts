import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MINUTE_MS } from '../../src/comment/time.ts';
import { Missing } from './baseline.ts';

/** Time limit of a program. */
const TIMEOUT_MS = 20 * MINUTE_MS;
/** Most bytes of output: all comments come back, with headers. */
const ANSWER_MAX = 200_000_000;

/**
 * The version that a program reports.
 * @throws {Missing} with the Debian package to install when it is not installed.
 */
export const versionOf = (program: string, debian: string): string => {
  const { error, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (error !== undefined) throw new Missing(`not installed; Debian: apt-get install ${debian}`);
  return versionIn(`${stdout}\n${stderr}`);
};

/** The first number after the word “version”. */
export const versionIn = (said: string): string => /version (\d[\w.]*)/i.exec(said)?.[1] ?? '';

/** Creates a folder that is removed when this process exits. */
export const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-baseline-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/**
 * Runs a program on some input and returns its output.
 * @param fine exit codes that count as success
 * @throws {Error} with the program's own message when it fails or takes too long.
 */
export const answerOf = async (
  program: string,
  args: readonly string[],
  input = '',
  fine: readonly unknown[] = [],
): Promise<string> => {
  const running = promisify(execFile)(program, args, { timeout: TIMEOUT_MS, maxBuffer: ANSWER_MAX });
  // A program that exits before it has read all its input explains that by its exit code.
  running.child.stdin?.on('error', () => {}).end(input);
  return (await running.catch(answerAmong(fine))).stdout;
};

/** Treats an accepted exit code as success. */
const answerAmong = (fine: readonly unknown[]) => (failure: Error & { code?: unknown; stdout?: string }) => {
  if (!fine.includes(failure.code)) throw failure;
  return { stdout: failure.stdout ?? '' };
};
