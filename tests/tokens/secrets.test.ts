import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createClient } from '../../src/storage/dynamodb/client.ts';
import type { AwsAccess } from '../../src/tokens/fetch-secret.ts';
import { createSecrets } from '../../src/tokens/secrets.ts';

const ARN = 'arn:aws:secretsmanager:eu-west-3:123456789012:secret:palabre-AbCdEf';
const MINUTE_MS = 60_000;
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };

/** Secrets Manager as seen from here: what it says, how often it was asked, and whether it answers. */
const aKeeper = () => {
  const keeper = { asked: 0, isDown: false, secret: 'x'.repeat(64), now: 0 };
  const requestHandler = {
    handle: async () => {
      keeper.asked += 1;
      if (keeper.isDown) throw new Error('connect ECONNREFUSED');
      const body = Readable.from([Buffer.from(JSON.stringify({ SecretString: keeper.secret }))]);
      return { response: { statusCode: 200, headers: {}, body } };
    },
  };
  const { config } = createClient({ region: 'eu-west-3', credentials });
  const access = {
    credentials: config.credentials,
    sha256: config.sha256,
    requestHandler,
  } as unknown as AwsAccess;
  return { keeper, secrets: createSecrets({ arn: ARN }, access, () => keeper.now) };
};
const named = async (secrets: ReturnType<typeof createSecrets>) =>
  (await secrets()).digests.author('demo', 'x');

test('asks once in five minutes, and then follows a change', async () => {
  const { keeper, secrets } = aKeeper();
  const first = await named(secrets);
  keeper.secret = 'y'.repeat(64);
  keeper.now = 5 * MINUTE_MS - 1;
  expect(await named(secrets)).toBe(first);
  expect(keeper.asked).toBe(1);
  keeper.now = 5 * MINUTE_MS;
  expect(await named(secrets)).not.toBe(first);
  expect(keeper.asked).toBe(2);
});

test('goes on with the last one for an hour while there is no answer, and then says so', async () => {
  const { keeper, secrets } = aKeeper();
  const first = await named(secrets);
  keeper.isDown = true;
  for (const minutes of [5, 30, 60]) {
    keeper.now = minutes * MINUTE_MS;
    expect(await named(secrets)).toBe(first);
  }
  keeper.now = 60 * MINUTE_MS + 1;
  await expect(secrets()).rejects.toMatchObject({ code: 'storage-unavailable', retryAfterS: 5 });
  keeper.isDown = false;
  expect(await named(secrets)).toBe(first);
});

test('without a first answer, or without a secret at all, nothing is made', async () => {
  const { keeper, secrets } = aKeeper();
  keeper.isDown = true;
  await expect(secrets()).rejects.toMatchObject({ code: 'storage-unavailable' });
  const none = createSecrets(undefined, {} as AwsAccess, () => 0);
  await expect(none()).rejects.toMatchObject({ code: 'storage-unavailable' });
});
