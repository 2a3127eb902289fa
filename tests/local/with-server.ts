import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

export type Started = {
  readonly process: ChildProcess;
  readonly url: string;
  readonly lines: readonly string[];
};
export type Finished = { readonly code: number | null; readonly output: string; readonly errors: string };

const environment = (dataDir: string, more: Readonly<Record<string, string>>) => ({
  PATH: process.env.PATH ?? '',
  // Where this process keeps what it compiled: with it a server starts in half the time.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  DATA_DIR: dataDir,
  PORT: '0',
  DEMO: 'off',
  ...more,
});

/** Runs one of the local commands to its end. */
export const run = async (
  dataDir: string,
  [command, ...options]: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Finished> => {
  const child = spawn(
    process.execPath,
    [`${command === 'start' ? 'local' : 'cli'}/${command}.ts`, ...options],
    {
      env: environment(dataDir, more),
    },
  );
  const said = { output: '', errors: '' };
  child.stdout.on('data', (text) => {
    said.output += text;
  });
  child.stderr.on('data', (text) => {
    said.errors += text;
  });
  const [code] = await once(child, 'close');
  return { code, ...said };
};

/** Starts the server and waits for its ready line. */
export const start = async (
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Started> => {
  const child = spawn(process.execPath, ['local/start.ts'], {
    env: environment(dataDir, more),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const ready = Promise.withResolvers<string>();
  createInterface(child.stdout)
    .on('line', (line) => {
      lines.push(line);
      if (line.startsWith('ready on ')) ready.resolve(line.slice('ready on '.length));
    })
    .on('close', () => ready.reject(new Error(`The server ended:\n${lines.join('\n')}`)));
  return { process: child, url: await ready.promise, lines };
};

/** Ends a server by a signal. @returns its exit code */
export const end = async ({ process: child }: Started, signal: NodeJS.Signals): Promise<number | null> => {
  const ended = once(child, 'exit');
  child.kill(signal);
  return (await ended)[0];
};

/** Asks again and again until an answer will do, and takes no more time than it leaves to what it waits for. */
export const until = async <T>(ask: () => Promise<T>, will: (answer: T) => boolean): Promise<T> => {
  for (;;) {
    const start = performance.now();
    const answer = await ask();
    if (will(answer)) return answer;
    await wait(Math.max(20, performance.now() - start));
  }
};
