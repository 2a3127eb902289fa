import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { pidOf, stop, tied } from '../../servers/launch.ts';
import type { Place } from './configurations.ts';
import type { Programs } from './packages.ts';

const run = promisify(execFile);
const READY_MS_MAX = 60_000;
const LOOK_MS = 50;

export type Processes = {
  readonly pids: readonly number[];
  /** One value of the database. */
  readonly query: (sql: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** Starts the database alone: WordPress is installed into it before anything else is there. */
export const startDatabase = async (programs: Programs, { folder }: Place): Promise<Processes> => {
  const data = `${folder}/mariadb`;
  const socket = `${folder}/mariadb.sock`;
  await run(programs.mariadbInstall, [
    '--no-defaults',
    ...['--user=mysql', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
  ]);
  const child = start(programs.mariadb, [
    '--no-defaults',
    ...['--user=mysql', `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${folder}/mariadb.pid`],
    ...['--skip-networking', '--character-set-server=utf8mb4', `--log-error=${folder}/mariadb.log`],
  ]);
  const query = async (sql: string): Promise<string> => {
    const options = ['--no-defaults', '--user=root', `--socket=${socket}`, '-N', '-B', '-e', sql];
    return (await run(programs.mariadbClient, options)).stdout.trim();
  };
  await until(async () => existsSync(socket) && (await query('SELECT 1')) === '1', child);
  await query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
  return { pids: [pidOf(child)], query, stop: () => stop(child) };
};

/** Starts PHP's workers and the web server in front of them. */
export const startWeb = async (
  programs: Programs,
  { folder, port }: Place,
): Promise<Omit<Processes, 'query'>> => {
  const fpm = start(programs.fpm, ['-F', '-y', `${folder}/php.conf`]);
  await until(async () => existsSync(`${folder}/php.sock`), fpm);
  const nginx = start(programs.nginx, ['-c', `${folder}/nginx.conf`, '-e', `${folder}/nginx.log`]);
  await until(() => isListening(port), nginx);
  return {
    pids: [pidOf(fpm), pidOf(nginx)],
    stop: async () => {
      await stop(nginx);
      await stop(fpm);
    },
  };
};

const start = (program: string, options: readonly string[]): ChildProcess =>
  tied(spawn(program, [...options], { stdio: 'ignore' }));

/** @throws when the program ends before it is ready, or takes too long. */
const until = async (isReady: () => Promise<boolean>, child: ChildProcess): Promise<void> => {
  const end = performance.now() + READY_MS_MAX;
  while (!(await isReady().catch(() => false))) {
    if (child.exitCode !== null || performance.now() > end)
      throw new Error(`${child.spawnfile} did not start: its log is beside its data.`);
    await wait(LOOK_MS);
  }
};

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });
