import { checkTable } from '../local/create-table.ts';
import { functionEnvironment, LOCAL_TABLE } from '../local/functions/environment.ts';
import { HANDLERS, runFunctions } from '../local/functions/run-functions.ts';
import { checkIsThere, localDatabase } from '../local/local-database.ts';
import { lock } from '../local/lock.ts';
import { findRunning, type Running } from '../local/running.ts';
import { schedulesOf } from '../local/schedules/run-schedules.ts';
import { readSecret, secretFileIn } from '../local/secret.ts';
import { readSettings, type Settings } from '../local/settings.ts';
import { readStack } from '../local/stack.ts';
import { isDay } from '../src/comment/time.ts';
import { environment } from '../src/config.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';

/** The job that can be told a day to begin with. */
const LOOKS_BACK = 'reconcile-counts';
const NOWHERE = 'http://127.0.0.1';

const stack = readStack();
const jobs = schedulesOf(stack);
const names = jobs.map(({ functionName }) => functionName);
const USAGE = `job ${names.join('|')} [--dry-run] [--force] [--since yyyy-mm-dd]`;

const HELP = `npm run ${USAGE.replace('job', 'job --')}

Runs a scheduled function of the local server now, beside a running server or without one, and prints its tally.

  --dry-run           counts what it would do, and changes nothing
  --force             believes the clock, and removes however much is due: for a job that refused to run, once you have looked
  --since yyyy-mm-dd  looks at all days from this one on; for ${LOOKS_BACK}
  --help              this`;

/** @throws {WrongArguments} when no function of that name has a schedule */
const jobOf = (name: string | undefined) => {
  const job = jobs.find(({ functionName }) => functionName === name);
  if (job) return job;
  const problem = name === undefined ? 'No job is named' : `There is no job ${name}`;
  throw new WrongArguments(`${problem}. Usage: ${USAGE}`);
};

/** @throws {WrongArguments} when it is no day that has begun, or the job does not go by days */
const checkSince = (since: string | undefined, job: string): void => {
  if (since === undefined) return;
  if (job !== LOOKS_BACK) throw new WrongArguments(`--since goes with ${LOOKS_BACK}`);
  if (!isDay(since) || Date.parse(since) > Date.now())
    throw new WrongArguments('--since is a day that has begun, as 2026-01-31');
};

/** What the functions' thread is told, as the server tells it. */
const preparationFor = async (settings: Settings, running: Running | undefined) => {
  const { dataDir, trustedProxies } = settings;
  const endpoint = settings.dynamodbEndpoint ?? running?.endpoint;
  await readSecret(dataDir);
  return {
    secretFile: secretFileIn(dataDir),
    env: functionEnvironment({
      endpoint,
      baseUrl: running?.url ?? NOWHERE,
      trustedProxies,
      outer: environment(),
    }),
    database: endpoint === undefined ? localDatabase(dataDir, stack) : undefined,
  };
};

await runCommand({
  help: HELP,
  options: {
    'dry-run': { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    since: { type: 'string' },
  },
  positionalsMax: 1,
  run: async (values, [name]) => {
    const job = jobOf(name);
    checkSince(values.since, job.functionName);
    const settings = readSettings(environment());
    const running = findRunning(settings.dataDir);
    const endpoint = settings.dynamodbEndpoint ?? running?.endpoint;
    if (endpoint === undefined) checkIsThere(settings.dataDir);
    else await checkTable(endpoint, LOCAL_TABLE);
    // Beside a running server the folder is its own, and the database is open to both.
    const unlock = running ? () => {} : lock(settings.dataDir);
    const functions = runFunctions({
      folder: HANDLERS,
      extension: '.ts',
      stack: Promise.resolve(stack),
      preparation: preparationFor(settings, running),
      // Its one call fails with the same.
      report: () => {},
    });
    try {
      await functions.ready();
      const { 'dry-run': dryRun, force, since } = values;
      const input = { ...(job.input as object), dryRun, force, ...(since === undefined ? {} : { since }) };
      return JSON.stringify(await functions.invoke(job.functionName, input), null, 2);
    } finally {
      await functions.stop();
      unlock();
    }
  },
});
