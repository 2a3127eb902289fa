import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export type Launched = {
  readonly pid: number;
  readonly url: string;
  /** Ends it, by SIGTERM and its own process id. */
  readonly stop: () => Promise<void>;
};

type Launch = {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

const READY = 'ready on ';
const STOP_MS = 30_000;

/** Starts one of our programs and waits for the line that says where it is ready. @throws when it ends before. */
export const launch = async ({ command, env }: Launch): Promise<Launched> => {
  const child = tied(
    spawn(process.execPath, [...command], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const ready = Promise.withResolvers<string>();
  createInterface(child.stdout as Readable)
    .on('line', (line) => line.startsWith(READY) && ready.resolve(line.slice(READY.length)))
    .on('close', () => ready.reject(new Error(`${command.join(' ')} ended before it was ready.`)));
  const url = await ready.promise;
  return { pid: pidOf(child), url, stop: () => stop(child) };
};

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill();
});

/** A child that is told to end when this process does, whatever the reason. */
export const tied = (child: ChildProcess): ChildProcess => {
  running.add(child);
  return child.once('exit', () => running.delete(child));
};

/** Ends every tied child. */
export const stopAll = async (): Promise<void> => {
  await Promise.all([...running].map((child) => stop(child)));
};

/** @throws when the program could not be started. */
export const pidOf = ({ pid }: ChildProcess): number => {
  if (pid === undefined) throw new Error('A program could not be started.');
  return pid;
};

/** Asks a process to end, and insists after half a minute. */
export const stop = async (child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended.finally(() => clearTimeout(timer));
};
