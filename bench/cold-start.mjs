// How long a reader waits for the first comment after a quiet hour, against the least this platform can do: a handler that
// has only the bare database client. Fresh processes take turns, so that whatever else the machine does hits all alike.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { readPolicy } from '../src/comment/policy.ts';
import { clientOptions } from '../src/local/client-options.ts';
import { createTable } from '../src/local/create-table.ts';
import { startEngine } from '../src/local/engine.ts';
import { createClient } from '../src/storage/dynamodb/send.ts';
import { createStore } from '../src/storage/dynamodb/store.ts';
import { options } from '../tools/bundle.mjs';

const RUNS = Number(process.argv[2] ?? 60);
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

const subjects = [
  { name: 'submit-comment', bundle: 'submit-comment', event: submitEvent },
  { name: 'bare client, one read', bundle: 'bare-client', event: () => ({ tripsMax: 1 }) },
  { name: 'bare client, no request', bundle: 'bare-client', event: () => ({ tripsMax: 0 }) },
  { name: 'bare client, the same requests', bundle: 'bare-client', event: () => ({ tripsMax: 3 }) },
];

const seed = async (endpoint) => {
  await createTable(endpoint, TABLE_NAME);
  const client = createClient(clientOptions(endpoint));
  const store = createStore({
    tableName: TABLE_NAME,
    send: (command) => client.send(command),
    report: console.error,
    keepMs: 0,
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

const coldStart = (outdir, environment, { name, bundle, event }, run) => {
  const args = ['bench/one-event.mjs', join(outdir, `${bundle}.mjs`), JSON.stringify(event(run))];
  const said = execFileSync(process.execPath, args, { env: environment, encoding: 'utf8' });
  const { load, event: answer, statusCode } = JSON.parse(said.slice(said.lastIndexOf('\n')));
  if (statusCode >= 300) throw new Error(`${name} answered ${statusCode}: ${said}`);
  return load + answer;
};

const measure = async (outdir) => {
  const entryPoints = ['handlers/submit-comment.ts', 'bench/bare-client.ts'];
  await build({ ...options, entryPoints, outdir, entryNames: '[name]' });
  const engine = await startEngine();
  const { region, credentials } = clientOptions(engine.endpoint);
  const environment = {
    PATH: process.env.PATH,
    TABLE_NAME,
    DYNAMODB_ENDPOINT: engine.endpoint,
    BASE_URL: 'http://127.0.0.1',
    SECRET: 'c0'.repeat(32),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  await seed(engine.endpoint);
  const times = subjects.map(() => []);
  // The first round reads the bundles into the disk cache and is not counted.
  for (let run = 0; run <= RUNS; run += 1)
    subjects.forEach((_, turn) => {
      const index = (turn + run) % subjects.length;
      const ms = coldStart(outdir, environment, subjects[index], run);
      if (run > 0) times[index].push(ms);
    });
  await engine.stop();
  return times.map((one) => one.sort((a, b) => a - b));
};

const median = (sorted) => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;

const report = (times) => {
  const [ours, bare] = times.map(median);
  console.log(`| ms, ${RUNS} fresh processes each | median | min | max | submit-comment is |`);
  console.log('| --- | --- | --- | --- | --- |');
  times.forEach((one, index) => {
    const figures = [median(one), one[0], one.at(-1)].map((ms) => ms.toFixed(1)).join(' | ');
    console.log(`| ${subjects[index].name} | ${figures} | ${(ours / median(one)).toFixed(2)} x |`);
  });
  if (ours / bare > RATIO_MAX) {
    console.error(`More than ${RATIO_MAX} x a handler with only the bare client.`);
    process.exitCode = 1;
  }
};

const outdir = mkdtempSync(join(tmpdir(), 'palabre-cold-start-'));
try {
  report(await measure(outdir));
} finally {
  rmSync(outdir, { recursive: true });
}
