// How long a reader waits for the first comment after a quiet hour, against the least this platform can do: a handler that
// has only the bare database client. Fresh processes take turns, so that whatever else the machine does hits all alike.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { clientOptions } from '../local/client-options.ts';
import { openEngine } from '../local/engine/engine.ts';
import { tableDefinition } from '../local/local-database.ts';
import { serveEngine } from '../local/serve-engine.ts';
import { readStack } from '../local/stack.ts';
import { readPolicy } from '../src/comment/policies/stored-policy.ts';
import { createStore } from '../src/storage/dynamodb/store.ts';
import { options } from '../tools/bundle.mjs';
import { runCommand, WrongArguments } from '../tools/command.ts';

const RUNS = 60;
const RATIO_MAX = 1.6;
const TABLE_NAME = 'cold-start';

const submission = JSON.parse(readFileSync('events/submit-comment.json', 'utf8'));

/** Another reader with another text each time, or all but the first would be duplicates. */
const submitEvent = (run) => {
  const body = JSON.parse(submission.body);
  const event = structuredClone(submission);
  delete event.headers['idempotency-key'];
  event.requestContext.http.sourceIp = `192.0.2.${run}`;
  event.body = JSON.stringify({ ...body, text: `${body.text} ${'and so on '.repeat(run % 20)}${run}` });
  return event;
};

const start = promisify(execFile);

const trips = (tripsMax) => () => ({ tripsMax });

/** The limit is against the second: the client as a bundler takes it, loaded and asked for nothing. */
const subjects = [
  { name: 'submit-comment', bundle: 'ours/submit-comment', event: submitEvent },
  { name: 'bare client, only loaded', bundle: 'plain/bare-client', event: trips(0) },
  { name: 'bare client, bundled as ours', bundle: 'ours/bare-client', event: trips(0) },
  { name: 'the same with one read', bundle: 'ours/bare-client', event: trips(1) },
  { name: 'the same with as many requests', bundle: 'ours/bare-client', event: trips(3) },
];

const seed = async (client) => {
  const store = createStore({
    tableName: TABLE_NAME,
    send: (command) => client.send(command),
    report: console.error,
    ttlMs: 0,
    now: Date.now,
    parsePolicy: readPolicy,
  });
  const { site } = submission.pathParameters;
  const origins = [submission.headers.origin ?? 'https://www.example.fr'];
  await store.saveSite(
    { id: site, name: site, language: 'fr', origins, policy: readPolicy({}), version: 0 },
    0,
  );
};

/** Milliseconds of the whole process, and of loading and answering alone. */
const coldStart = async (outdir, environment, { name, bundle, event }, run) => {
  const args = ['bench/one-event.mjs', join(outdir, `${bundle}.mjs`), JSON.stringify(event(run))];
  const begun = performance.now();
  const { stdout: said } = await start(process.execPath, args, { env: environment });
  const whole = performance.now() - begun;
  const { load, event: answer, statusCode } = JSON.parse(said.slice(said.lastIndexOf('\n')));
  if (statusCode >= 300) throw new Error(`${name} answered ${statusCode}: ${said}`);
  return { whole, inside: load + answer };
};

const bundleAll = async (outdir) => {
  const entryPoints = ['handlers/submit-comment.ts', 'bench/bare-client.ts'];
  const { plugins: _, ...plain } = options;
  await build({ ...options, entryPoints, outdir: join(outdir, 'ours'), entryNames: '[name]' });
  await build({
    ...plain,
    entryPoints: entryPoints.slice(1),
    outdir: join(outdir, 'plain'),
    entryNames: '[name]',
  });
};

const measure = async (outdir, runs) => {
  await bundleAll(outdir);
  const engine = openEngine({ tableName: TABLE_NAME, definition: tableDefinition(readStack()) });
  const served = await serveEngine(engine);
  const { region, credentials } = clientOptions(served.endpoint);
  const environment = {
    PATH: process.env.PATH,
    TABLE_NAME,
    DYNAMODB_ENDPOINT: served.endpoint,
    BASE_URL: 'http://127.0.0.1',
    SECRET: 'c0'.repeat(32),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  await seed(engine);
  const times = subjects.map(() => []);
  // The first round reads the bundles into the disk cache and is not counted.
  for (let round = 0; round <= runs; round += 1)
    for (const turn of subjects.keys()) {
      const index = (turn + round) % subjects.length;
      const time = await coldStart(outdir, environment, subjects[index], round);
      if (round > 0) times[index].push(time);
    }
  await served.stop();
  engine.close();
  return times;
};

const median = (times, which) => times.map((time) => time[which]).sort((a, b) => a - b)[times.length >> 1];

const report = (times, runs) => {
  const ratio = (one, which) => median(times[0], which) / median(one, which);
  console.log(
    `| median of ${runs} fresh processes | whole, ms | submit-comment is | load and event, ms | submit-comment is |`,
  );
  console.log('| --- | --- | --- | --- | --- |');
  times.forEach((one, index) => {
    const figures = ['whole', 'inside'].map(
      (which) => `${median(one, which).toFixed(0)} | ${ratio(one, which).toFixed(2)} x`,
    );
    console.log(`| ${subjects[index].name} | ${figures.join(' | ')} |`);
  });
  if (ratio(times[1], 'whole') > RATIO_MAX) {
    console.error(`More than ${RATIO_MAX} x a handler that only loads the bare client.`);
    process.exitCode = 1;
  }
};

const HELP = `npm run bench:cold-start -- [RUNS]

Measures how long a fresh process takes to load submit-comment and to answer one event, against one that only loads the bare
database client. It fails above ${RATIO_MAX} x that.

  RUNS    fresh processes of each kind; ${RUNS} when absent
  --help  this`;

await runCommand({
  help: HELP,
  options: {},
  positionalsMax: 1,
  run: async (_values, [given = String(RUNS)]) => {
    if (!/^[1-9]\d{0,4}$/.test(given)) throw new WrongArguments(`RUNS is ${given}, and must be 1 to 99999`);
    const runs = Number(given);
    const outdir = mkdtempSync(join(tmpdir(), 'palabre-cold-start-'));
    try {
      report(await measure(outdir, runs), runs);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  },
});
