import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from '@jest/globals';

const run = promisify(execFile);
const READY = /ready on (http:\/\/127\.0\.0\.1:\d+)/;

export type Server = {
  url: string;
  readonly dataDir: string;
  /** A moderator's token. */
  readonly token: (...options: string[]) => Promise<string>;
  readonly makeSite: (id: string) => Promise<string>;
  readonly start: () => Promise<void>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
};

/** The server that `npm start` runs, in a process and a data folder of its own; without an edge, so that what is written is read at once. */
export const withServer = (more: Readonly<Record<string, string>> = {}): Server => {
  const dataDir = mkdtempSync(join(tmpdir(), 'palabre-server-'));
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: dataDir,
    DYNAMODB_ENDPOINT: undefined,
    EDGE: 'off',
    DEMO: 'off',
    ...more,
  };
  const command = async (file: string, options: readonly string[]) =>
    (await run(process.execPath, [file, ...options], { env })).stdout.trim();
  const tokens = new Map<string, Promise<string>>();
  let child: ChildProcess | undefined;
  const server: Server = {
    url: '',
    dataDir,
    token: (...options) => {
      const key = options.join(' ');
      const token = tokens.get(key) ?? command('cli/token.ts', options);
      tokens.set(key, token);
      return token;
    },
    makeSite: (id) =>
      command('cli/site.ts', [
        '--site',
        id,
        '--name',
        id,
        '--language',
        'fr',
        '--origin',
        `https://${id}.example`,
      ]),
    start: async () => {
      child = spawn(process.execPath, ['local/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      server.url = await readyUrl(child);
    },
    stop: (signal = 'SIGTERM') =>
      new Promise((resolve) => {
        if (!child || child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill(signal);
      }),
  };
  beforeAll(server.start, 120_000);
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  });
  return server;
};

const readyUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
      const [, url] = said.match(READY) ?? [];
      if (url) resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server stopped with ${code}: ${said}`)));
  });

/** Tells what is still wrong where it never gets right, on however slow a machine. */
const HANGS_MS = 300_000;

/** Asks again until the answer is as wished: what follows the stream takes a moment. */
export const eventually = async <T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> => {
  const until = performance.now() + HANGS_MS;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (performance.now() > until) throw new Error(`Still: ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
