import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askBy } from '../../cli/stage/aws.ts';
import { storedSecret } from '../../cli/stage/stored-secret.ts';
import { createClient } from '../../src/storage/dynamodb/client.ts';
import { withFolder } from '../local/with-folder.ts';
import { end, run, type Started, start, until } from '../local/with-server.ts';

const folder = withFolder();
let server: Started;
beforeAll(async () => {
  server = await start(folder);
});
afterAll(() => end(server, 'SIGTERM'));

/** One submission, and its retries. */
const submit = async (): Promise<string> => {
  const response = await fetch(`${server.url}/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'the-key-of-this-one-comment' },
    body: JSON.stringify({ article: 'gare', author: 'Camille', text: 'Je prends ce train tous les matins.' }),
  });
  return ((await response.json()) as { receipt: string }).receipt;
};
const statusOf = async (receipt: string) =>
  (await fetch(`${server.url}/r/${receipt}`, { headers: { accept: 'application/json' } })).status;
const becomes = (receipt: string, status: number) =>
  until(
    () => statusOf(receipt),
    (is) => is === status,
  );
const rotate = async (...options: string[]) => {
  const { code, output, errors } = await run(folder, ['rotate-keys', ...options]);
  expect([code, errors]).toEqual([0, '']);
  return output;
};
const keys = () => JSON.parse(readFileSync(join(folder, 'secret'), 'utf8'));

test('beside a running server a receipt opens after one rotation, and not after two', async () => {
  const hex = readFileSync(join(folder, 'secret'), 'utf8');
  const first = await submit();
  expect(await rotate()).toMatch(/^A new key seals from now on. The one before opens until 20/);
  expect(keys().pseudonyms).toBe(Buffer.from(hex, 'hex').toString('base64url'));
  // The server reads the secret anew within a second: a retry of the same submission then gets a receipt of the new key.
  const second = await until(submit, (receipt) => Buffer.from(receipt, 'base64url')[0] === 2);
  expect([await statusOf(first), await statusOf(second)]).toEqual([200, 200]);

  await rotate();
  await becomes(first, 404);
  expect(await statusOf(second)).toBe(200);
  expect(keys().pseudonyms).toBe(Buffer.from(hex, 'hex').toString('base64url'));

  await rotate('--overlap-days', '0');
  await becomes(second, 404);
});

test.each([
  [['--overlap-days', 'soon'], '--overlap-days is a number of days'],
  [['--region', 'eu-west-3'], '--region goes with a --stage'],
])('what it is asked wrongly is answered in one line: %j', async (options, sentence) => {
  const { code, errors } = await run(folder, ['rotate-keys', ...options]);
  expect([code, errors.split('\n')]).toEqual([2, [expect.stringContaining(sentence), '']]);
});

const ARN = 'arn:aws:secretsmanager:eu-west-3:123456789012:secret:palabre-AbCdEf';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
type Sent = {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
};

test('the secret of a deployed stack is read and written as the official client does it', async () => {
  const sent: Sent[] = [];
  const requestHandler = {
    handle: async (request: Sent) => {
      sent.push(request);
      const body = Readable.from([Buffer.from(JSON.stringify({ SecretString: 'x'.repeat(64) }))]);
      return { response: { statusCode: 200, headers: {}, body } };
    },
  } as never;
  const { config } = createClient({ region: 'eu-west-3', credentials });
  const ask = askBy('eu-west-3', { credentials: config.credentials, sha256: config.sha256, requestHandler });
  const secret = storedSecret(ask, ARN);
  expect(Buffer.from(await secret.read()).toString()).toBe('x'.repeat(64));
  const token = '5f0c2d3e-7a1b-4c9d-8e6f-0123456789ab';
  await secret.write('{}', token);
  const official = new SecretsManagerClient({
    region: 'eu-west-3',
    credentials,
    maxAttempts: 1,
    requestHandler,
  });
  await official
    .send(new PutSecretValueCommand({ SecretId: ARN, ClientRequestToken: token, SecretString: '{}' }))
    .catch(() => undefined);
  const [, ours, theirs] = sent as [Sent, Sent, Sent];
  expect([ours.method, ours.hostname, ours.path]).toEqual([theirs.method, theirs.hostname, theirs.path]);
  for (const name of ['x-amz-target', 'content-type'])
    expect([name, ours.headers[name]]).toEqual([name, theirs.headers[name]]);
  expect(JSON.parse(String(ours.body))).toEqual(JSON.parse(String(theirs.body)));
});
