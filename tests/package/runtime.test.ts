import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from '@jest/globals';
import { serveEngine } from '../../src/local/engine/serve.ts';
import { readStack } from '../../src/local/stack.ts';
import { packageService } from '../../tools/package.mjs';
import { aSite, openStore, openTestEngine } from '../storage/with-store.ts';
import { filesIn, unpack } from './archive.ts';
import { startRuntimeApi, type Told } from './runtime-api.ts';

// Every packaged archive, alone in an empty folder, under a client of Lambda's Runtime API.

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'palabre-runtime-')));
afterAll(() => rmSync(temporary, { recursive: true }));
const packaged = await packageService(temporary);
const names = Object.keys(readStack().functions).sort();
const BOOTSTRAP = join(import.meta.dirname, 'bootstrap.mjs');
const TABLE = 'palabre';

/** What a function answers to its event on a site where nothing happened yet, when it is not a 200. */
const statuses: Readonly<Record<string, number>> = {
  'answer-preflight': 204,
  'refuse-route': 404,
  'show-receipt': 404,
  'submit-comment': 202,
  'undo-decisions': 400,
};
/** What functions that nobody asks by HTTP give back. */
const results: Readonly<Record<string, object>> = {
  'follow-changes': { batchItemFailures: [] },
  'forget-networks': { finished: true },
  'purge-expired': { finished: true },
  'reconcile-counts': { finished: true },
};

/** All that a function's process sees: what Lambda sets, and what `serverless.yml` gives, with a secret and a database at hand. */
const environmentOf = (name: string, root: string, api: string, endpoint: string) => ({
  _HANDLER: `dist/${name}.handler`,
  LAMBDA_TASK_ROOT: root,
  AWS_LAMBDA_RUNTIME_API: api,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
  AWS_REGION: 'eu-west-3',
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'session',
  TZ: ':UTC',
  TABLE_NAME: TABLE,
  SECRET: 'c0'.repeat(32),
  BASE_URL: 'https://comments.example.fr',
  TRUSTED_PROXIES: '',
  SITE_CACHE_S: '60',
  DYNAMODB_ENDPOINT: endpoint,
});

/** A database of its own, in which there is the site that the events are about. */
const startDatabase = async () => {
  const engine = openTestEngine(TABLE);
  await openStore(engine, TABLE).store.saveSite(aSite({ origins: ['https://www.example.fr'] }), 0);
  const { endpoint, stop } = await serveEngine(engine);
  return { endpoint, stop: () => stop().then(engine.close) };
};

/** Runs a function on its event, allowed to read its folder and nothing else of the disk. */
const run = async (name: string, root: string): Promise<Told & { readonly errors: string }> => {
  const api = await startRuntimeApi(JSON.parse(readFileSync(`events/${name}.json`, 'utf8')));
  const database = await startDatabase();
  const allowed = [root, BOOTSTRAP].map((path) => `--allow-fs-read=${path}`);
  const child = spawn(process.execPath, ['--permission', ...allowed, BOOTSTRAP], {
    cwd: root,
    env: environmentOf(name, root, api.address, database.endpoint),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const errors = text(child.stderr);
  const ended = errors.then((said): Told => ({ path: 'ended', body: said }));
  const told = await Promise.race([api.told, ended]);
  child.kill('SIGKILL');
  const said = { ...told, errors: await errors };
  await Promise.all([api.stop(), database.stop()]);
  return said;
};

const unpacked = (name: string): string => {
  const root = join(temporary, 'tasks', name);
  mkdirSync(root, { recursive: true });
  unpack(join(packaged, `${name}.zip`), root);
  return root;
};

test.each(names)('%s starts from its archive alone and answers its event', async (name) => {
  const { path, body, errors } = await run(name, unpacked(name));
  expect({ path, errors }).toEqual({ path: 'invocation/request-1/response', errors: '' });
  if (results[name]) expect(body).toMatchObject(results[name]);
  else expect(body.statusCode).toBe(statuses[name] ?? 200);
});

test('an archive holds a bundle, its source map and, for who judges, the weights', () => {
  for (const name of names) {
    const files = filesIn(join(packaged, `${name}.zip`));
    const own = [`dist/${name}.mjs`, `dist/${name}.mjs.map`];
    expect([name, files.filter((file) => !own.includes(file) && file !== 'dist/weights.bin')]).toEqual([
      name,
      [],
    ]);
    expect([name, own.every((file) => files.includes(file))]).toEqual([name, true]);
  }
});

test('a bundle that does not load is reported as an error of the start', async () => {
  const root = unpacked('check-health');
  writeFileSync(join(root, 'dist/check-health.mjs'), "import 'a-package-that-is-not-there';");
  const { path, body } = await run('check-health', root);
  expect([path, body.errorType]).toEqual(['init/error', 'Error']);
});
