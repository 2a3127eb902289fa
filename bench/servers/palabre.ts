import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { askingAt } from '../load/ask.ts';
import type { Subject } from '../load/measure.ts';
import { queuesAs, readQueued } from './calls.ts';
import { type Launched, launch } from './launch.ts';

const run = promisify(execFile);
/** What npm's commands are started by. */
const RUN = 'tools/run.mjs';

export type PalabreOptions = {
  /** Where it keeps its data. */
  readonly dataDir: string;
  /** Whether the cache in front of the functions answers reads, as a CDN does in production. */
  readonly edge?: boolean;
  /** Where Node keeps what it compiled; without it, where `npm start` does. */
  readonly compiled?: string;
  /** Whether a new folder gets the demo's comments. */
  readonly demo?: boolean;
};

export type Palabre = {
  readonly subject: Subject;
  readonly url: string;
  /** A moderator's. */
  readonly token: string;
  /** Comments in all queues, as its moderators are told. */
  readonly queued: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** Starts the local server as `npm start` does, on a free port. */
export const startPalabre = async (options: PalabreOptions): Promise<Palabre> => {
  const server = await launchPalabre(options);
  const token = await moderatorsToken(environmentOf(options));
  const { ask, close } = askingAt(server.url);
  return {
    subject: { name: 'palabre', ask, pids: [server.pid] },
    url: server.url,
    token,
    queued: async () => readQueued(await ask(queuesAs(token))),
    stop: async () => {
      close();
      await server.stop();
    },
  };
};

/** The server's process alone, as `npm start` leaves it. */
export const launchPalabre = (options: PalabreOptions): Promise<Launched> =>
  launch({ command: startCommand(), env: environmentOf(options) });

/** What `npm start` gives to Node: its flags, its program. */
const startCommand = (): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1);
};

/** Every request of a measurement comes from a visitor of its own, named by a header. */
const environmentOf = ({ dataDir, edge = false, compiled, demo = false }: PalabreOptions) => ({
  DATA_DIR: dataDir,
  PORT: '0',
  TRUSTED_PROXIES: '127.0.0.1',
  ...(edge ? {} : { EDGE: 'off' }),
  ...(demo ? {} : { DEMO: 'off' }),
  ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled }),
});

const moderatorsToken = async (env: Readonly<Record<string, string>>): Promise<string> => {
  const command = [RUN, 'cli/token.ts', '--site', 'demo', '--scope', 'comments:moderate'];
  const { stdout } = await run(process.execPath, command, { env: { PATH: process.env.PATH, ...env } });
  return stdout.trim();
};
