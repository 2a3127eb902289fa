import { parseArgs } from 'node:util';
import { environment } from '../config.ts';
import { functionEnvironment } from './functions/environment.ts';
import { HANDLERS, runFunctions } from './functions/run-functions.ts';
import { localDatabase } from './local-database.ts';
import { lock } from './lock.ts';
import { findRunning } from './running.ts';
import { schedulesOf } from './schedules/run-schedules.ts';
import { readSettings } from './settings.ts';
import { readSecret } from './signing-key.ts';
import { readStack } from './stack.ts';

// npm run job -- purge-expired [--dry-run] [--since yyyy-mm-dd]: runs a scheduled function now, beside a running server or without one.

const NOWHERE = 'http://127.0.0.1';

const run = async () => {
  const stack = readStack();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, since: { type: 'string' } },
  });
  const jobs = schedulesOf(stack);
  const job = jobs.find(({ functionName }) => functionName === positionals[0]);
  const names = jobs.map(({ functionName }) => functionName).join('|');
  if (!job || positionals.length > 1) throw new Error(`Usage: job ${names} [--dry-run] [--since yyyy-mm-dd]`);

  const settings = readSettings(environment());
  const { dataDir, trustedProxies } = settings;
  const running = findRunning(dataDir);
  const endpoint = settings.dynamodbEndpoint ?? running?.endpoint;
  // Beside a running server the folder is its own, and the database is open to both.
  const unlock = running ? () => {} : lock(dataDir);
  const preparation = {
    env: functionEnvironment({
      endpoint,
      baseUrl: running?.url ?? NOWHERE,
      secret: await readSecret(dataDir),
      trustedProxies,
      outer: environment(),
    }),
    database: endpoint === undefined ? localDatabase(dataDir, stack) : undefined,
  };
  const functions = runFunctions({
    folder: HANDLERS,
    extension: '.ts',
    stack: Promise.resolve(stack),
    preparation: Promise.resolve(preparation),
    report: (name, problem) => console.error(`${name} failed: ${problem}`),
  });
  try {
    await functions.ready();
    const { 'dry-run': dryRun, since } = values;
    const input = { ...(job.input as object), dryRun, ...(since === undefined ? {} : { since }) };
    return await functions.invoke(job.functionName, input);
  } finally {
    await functions.stop();
    unlock();
  }
};

run().then(
  (tally) => console.log(JSON.stringify(tally, null, 2)),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
