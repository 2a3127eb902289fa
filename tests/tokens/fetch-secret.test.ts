import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from '@jest/globals';
import { createClient } from '../../src/storage/dynamodb/client.ts';
import { fetchSecret, signedRequest } from '../../src/tokens/fetch-secret.ts';

const ARN = 'arn:aws:secretsmanager:eu-west-3:123456789012:secret:palabre-AbCdEf';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example', sessionToken: 'session' };
const access = createClient({ region: 'eu-west-3', credentials }).config;

type Sent = {
  readonly hostname: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
};

/** What AWS's own client would send. */
const officialRequest = async (): Promise<Sent> => {
  const sent: Sent[] = [];
  const requestHandler = {
    handle: async (request: Sent) => {
      sent.push(request);
      throw new Error('That was all.');
    },
  };
  const client = new SecretsManagerClient({
    region: 'eu-west-3',
    credentials,
    maxAttempts: 1,
    requestHandler: requestHandler as never,
  });
  await client.send(new GetSecretValueCommand({ SecretId: ARN })).catch(() => undefined);
  return sent[0] as Sent;
};

test('asks as the official client does: same address, operation, body and kind of signature', async () => {
  const official = await officialRequest();
  const ours = (await signedRequest(ARN, access)) as unknown as Sent;
  expect([ours.hostname, ours.path]).toEqual([official.hostname, official.path]);
  for (const name of ['x-amz-target', 'content-type', 'x-amz-security-token', 'x-amz-content-sha256'])
    expect([name, ours.headers[name]]).toEqual([name, official.headers[name]]);
  expect(JSON.parse(String(ours.body))).toEqual({ SecretId: ARN });
  const scope = /Credential=AKIDEXAMPLE\/\d{8}\/eu-west-3\/secretsmanager\/aws4_request/;
  expect(ours.headers.authorization).toMatch(scope);
  expect(official.headers.authorization).toMatch(scope);
});

const answering = (statusCode: number, body: string) => ({
  ...access,
  requestHandler: {
    handle: async () => ({
      response: {
        statusCode,
        headers: {},
        body: (async function* () {
          yield Buffer.from(body);
        })(),
      },
    }),
  } as never,
});

test('reads the secret out of the answer', async () => {
  const secret = await fetchSecret(ARN, answering(200, JSON.stringify({ SecretString: 'x'.repeat(64) })));
  expect(Buffer.from(secret).toString()).toBe('x'.repeat(64));
});

test('says nothing of an answer that is no secret', async () => {
  const failing = fetchSecret(ARN, answering(400, '{"message":"not for you"}'));
  await expect(failing).rejects.toThrow('Secrets Manager answered 400 and no secret.');
});
