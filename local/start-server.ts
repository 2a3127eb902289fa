import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { fillDemo } from './demo/seed/fill-demo.ts';
import { HANDLERS, runFunctions } from './functions/run-functions.ts';
import { createGateway } from './gateway/gateway.ts';
import { close, listen } from './gateway/listen.ts';
import { get } from './gateway/node-http.ts';
import type { Gateway } from './gateway/respond.ts';
import { openJournal } from './journal.ts';
import { takeFolder } from './running.ts';
import type { Settings } from './settings.ts';

/** Time that requests and batches in progress get to finish when the server stops. */
const PATIENCE_MS = 10_000;

export type LocalServer = {
  readonly url: string;
  /** Writes the demo's comments that this folder is still missing. */
  readonly fillDemo: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Outer = Readonly<Record<string, string | undefined>>;

/**
 * Starts everything; resolves when it answers. The functions' thread loads its code while this one loads its own.
 * @param outer the environment around, of which functions see what AWS's own engine needs.
 * @throws with a sentence for the operator when the port, the data folder or the database is not available; nothing is cleaned up
 * before the process ends.
 */
export const startServer = async (settings: Settings, outer: Outer): Promise<LocalServer> => {
  const { dataDir, dynamodbEndpoint: endpoint } = settings;
  const folder = takeFolder(dataDir);
  const gateway = Promise.withResolvers<Gateway>();
  const server = createGateway(gateway.promise);
  const port = await listen(server, settings.port);
  // As browsers write it: without the port of HTTP.
  const url = new URL(`http://127.0.0.1:${port}`).origin;

  const { parts, stack, place, preparation } = loadParts({ settings, port, url, outer });
  let wake = () => {};
  const journal = terminalJournal();
  const compileCache = compileCacheOf(getCompileCacheDir());
  const functions = runFunctions({
    ...{ folder: HANDLERS, extension: '.ts', compileCache, stack, preparation },
    report: (name, problem) => console.error(`${name} failed: ${problem}`),
    onWanted: () => wake(),
    onLogged: journal.hear,
  });
  const { assemble } = await parts;
  const { gateway: assembled, startBackground } = await assemble(await place, functions, () => wake());
  await functions.ready();
  gateway.resolve({ ...assembled, onAnswered: journal.answered });
  const background = await startBackground();
  wake = background.wake;
  await checkHealth(url);
  folder.note({ url, endpoint });

  const isLong = settings.demo === 'long';
  const world = { dataDir, url, stack, preparation, compileCache };
  const demo = demoOf({ ...world, isLong, server: functions, wake: background.wake, log: journal.hear });
  return {
    url,
    fillDemo: demo.fill,
    stop: onlyOnce(async () => {
      await Promise.all([close(server, PATIENCE_MS), patiently(demo.stop())]);
      await patiently(background.stop());
      await functions.stop();
      folder.release();
    }),
  };
};

/** Waits for what is under way, but no longer than the server's patience. */
const patiently = (work: Promise<void>): Promise<void> =>
  Promise.race([work, wait(PATIENCE_MS, undefined, { ref: false })]);

/** A call that is made once; whoever asks again waits for the same. */
const onlyOnce = (call: () => Promise<void>) => {
  let made: Promise<void> | undefined;
  return () => {
    made ??= call();
    return made;
  };
};

type Where = {
  readonly settings: Settings;
  readonly port: number;
  readonly url: string;
  readonly outer: Outer;
};

/** Begins to load the server's own code, and what the functions' thread waits for. */
const loadParts = (where: Where) => {
  const parts = import('./parts.ts');
  const stack = import('./stack.ts').then(({ readStack }) => readStack());
  const place = stack.then((read) => ({ stack: read, ...where }));
  const preparation = Promise.all([parts, place]).then(([{ prepare }, at]) => prepare(at));
  return { parts, stack, place, preparation };
};

const terminalJournal = () =>
  openJournal({ print: console.log, isForPeople: process.stdout.isTTY === true, now: Date.now });

/** Loads the code that writes the demo's comments only for a folder that gets them. */
const demoOf = (setup: Parameters<typeof fillDemo>[0]) => {
  let isStopped = false;
  let stop = async () => {};
  return {
    fill: async () => {
      const { fillDemo } = await import('./demo/seed/fill-demo.ts');
      if (!isStopped) stop = fillDemo(setup);
    },
    stop: () => {
      isStopped = true;
      return stop();
    },
  };
};

/** The directory given to `enableCompileCache`, in which each version of Node has its own folder. */
const compileCacheOf = (folder: string | undefined) => folder && dirname(folder);

/** The server is ready when `GET /health` on its own address succeeds. */
const checkHealth = async (url: string): Promise<void> => {
  const status = await new Promise((resolve, reject) => {
    get(`${url}/health`, { agent: false, headers: { 'cache-control': 'no-store' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).once('error', reject);
  });
  if (status !== 200) throw new Error(`The server started, yet ${url}/health answers ${status}.`);
};
