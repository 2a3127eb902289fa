// Runs one of the project's files, as the commands in package.json ask: node tools/run.mjs [--omit=dev] [file [argument ...]]
// With --omit=dev the file does without the development dependencies, so they are not installed for it.
// It starts on whatever Node the machine has, before anything is installed, so this file and the ones it imports use only what Node 18 knows.
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installMissing } from './install.mjs';
import { isNewEnough, ownNode, promisesNode, whatIsNeeded } from './node-versions.mjs';
import { whenParentEnds } from './processes.mjs';

const SELF = fileURLToPath(import.meta.url);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMPILED = join(ROOT, 'node_modules/.cache/compiled');
/** Tells this file that it runs again on another Node, and which process started it. */
const STARTED_BY = 'PALABRE_STARTED_BY';

// Read first: whoever started this may be gone before the installation ends.
const parent = process.ppid;
const given = process.argv.slice(2);
const omitsDev = given[0] === '--omit=dev';
const [file, ...args] = omitsDev ? given.slice(1) : given;

const needNewNode = () => {
  if (isNewEnough(process.versions.node)) return;
  console.error(whatIsNeeded(process.versions.node));
  process.exit(1);
};

const runHere = async () => {
  // Of a parent that is killed nothing is passed on.
  if (process.env[STARTED_BY] === String(parent))
    whenParentEnds(parent, () => process.kill(process.pid, 'SIGTERM'));
  delete process.env[STARTED_BY];
  // Node keeps what it compiled, and the next start is quicker. The variable tells threads and child processes of it.
  module.enableCompileCache(COMPILED);
  process.env.NODE_COMPILE_CACHE ??= COMPILED;
  const path = resolve(ROOT, file);
  process.argv = [process.argv[0], path, ...args];
  await import(pathToFileURL(path).href);
};

/** Runs this file again on another Node, and passes on what happens to either of the two processes. */
const runOn = (node) => {
  const env = { ...process.env, [STARTED_BY]: String(process.pid) };
  const child = spawn(node, [...process.execArgv, SELF, ...given], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event !== undefined) whenParentEnds(parent, () => child.kill('SIGTERM'));
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
};

// Where npm brings no Node, say that this one is too old before a minute goes into the installation.
if (!promisesNode(ROOT)) needNewNode();
installMissing(ROOT, { omitsDev });

const own = ownNode(ROOT);
const isOther = own !== undefined && own !== realpathSync(process.execPath);
if (!isOther) needNewNode();
if (file !== undefined) {
  if (isOther) runOn(own);
  else await runHere();
}
