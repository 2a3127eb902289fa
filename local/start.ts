import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { environment } from '../src/config.ts';
import { endWith, runCommand } from '../tools/command.ts';
import { whenParentEnds } from '../tools/processes.mjs';
import { databaseIn } from './local-database.ts';
import { whenTakenAway } from './lock.ts';
import { readSettings } from './settings.ts';
import { startServer } from './start-server.ts';

const HELP = `npm start

Runs everything on this machine, at an address that only this machine reaches, until it is stopped (Ctrl-C).

  --help  this

It is set up by variables of the environment:
  PORT               where it listens, on 127.0.0.1 only; 4000 when absent, 0 picks a free one
  DATA_DIR           folder of database, keys and secret; .data when absent
  DYNAMODB_ENDPOINT  DynamoDB Local or another engine instead of the embedded database
  TRUSTED_PROXIES    addresses or prefixes whose X-Forwarded-For is believed, separated by commas
  EDGE               on or off: a shared cache in front of the functions; on when absent
  DEMO               on, off or long: comments for the demo's pages, in a new DATA_DIR; on when absent; long adds a page of 5,000`;

/** Requests that waited for the ready line are answered before the demo's comments are written. */
const FIRST_ANSWERS_MS = 250;

// Read first: npm may be gone before the server is ready.
const parent = process.ppid;

await runCommand({
  help: HELP,
  options: {},
  outlivesReader: true,
  run: async () => {
    const settings = readSettings(environment());
    const { url, fillDemo, stop } = await startServer(settings, environment());
    stopOnSignals(stop);
    whenTakenAway(settings.dataDir, databaseIn(settings.dataDir), (problem) => {
      const end = () => endWith(problem);
      void stop().then(end, end);
    });
    console.log(`
  Article pages   ${url}/fr/  ${url}/en/
  The API         ${url}/openapi.json
  To moderate     ${url}/moderation/?site=demo
                  npm run --silent token -- --site demo --scope comments:moderate${folderOption(settings.dataDir)}
  Kept in         ${settings.dataDir}
`);
    console.log(`ready on ${url}`);
    // So that the next start is quick even if this process is killed.
    flushCompileCache();
    if (settings.demo !== 'off') setTimeout(() => void fillDemo().catch(endWith), FIRST_ANSWERS_MS);
  },
});

/** Adds DATA_DIR to the printed command, in the syntax of the user's shell, unless it is the default folder. */
function folderOption(dataDir: string): string {
  if (dataDir === join(import.meta.dirname, '..', '.data')) return '';
  const isPlain = /^[\w./:\\~-]+$/.test(dataDir);
  const quoted = process.platform === 'win32' ? `"${dataDir}"` : `'${dataDir.replaceAll("'", "'\\''")}'`;
  return ` --data-dir ${isPlain ? dataDir : quoted}`;
}

function stopOnSignals(stop: () => Promise<void>): void {
  let isLeaving = false;
  const leave = () => {
    if (isLeaving) return;
    isLeaving = true;
    void stop().then(() => process.exit(0), endWith);
  };
  // SIGHUP: the terminal was closed; Windows then leaves a process some seconds.
  process.on('SIGTERM', leave).on('SIGINT', leave).on('SIGHUP', leave);
  // npm sends a signal to its shell, which does not always pass it on. If the shell ends without us, stop as well.
  if (environment().npm_lifecycle_event !== undefined) whenParentEnds(parent, leave);
}
