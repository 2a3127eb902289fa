import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { close, listen } from '../../local/gateway/listen.ts';
import { serveEngine } from '../../local/serve-engine.ts';
import { claire, enlist } from '../journeys/people.ts';
import { openTestEngine } from '../storage/test-database.ts';
import { aSite, openStore } from '../storage/with-store.ts';

export const REGION = 'eu-west-3';
export const TABLE = 'palabre-test-Table';
export const SECRET_ARN = `arn:aws:secretsmanager:${REGION}:000000000000:secret:palabre-Secret-AbCdEf`;

/** What a function finds in AWS: the services by the hosts it asks, each at an address of this machine. */
export type Account = {
  readonly hosts: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

/** An account of its own: the table with the site that the events are about, and the secret. */
export const startAccount = async (): Promise<Account> => {
  const engine = openTestEngine(TABLE);
  const backend = openStore(engine, TABLE);
  await backend.store.saveSite(aSite({ origins: ['https://www.example.fr'] }), 0);
  await enlist(backend, 'demo', claire);
  const database = await serveEngine(engine);
  const secrets = await startSecretsManager();
  return {
    hosts: {
      [`dynamodb.${REGION}.amazonaws.com`]: database.endpoint,
      [`secretsmanager.${REGION}.amazonaws.com`]: secrets.endpoint,
    },
    stop: async () => {
      await Promise.all([database.stop(), secrets.stop()]);
      engine.close();
    },
  };
};

/** Gives away the one secret, 64 characters as the stack makes it, to a signed request for it. */
const startSecretsManager = async () => {
  const server = createServer(async (request, response) => {
    const { SecretId } = (await json(request)) as { SecretId?: string };
    const { authorization = '', 'x-amz-target': target } = request.headers;
    const isRight =
      SecretId === SECRET_ARN &&
      target === 'secretsmanager.GetSecretValue' &&
      authorization.includes(`/${REGION}/secretsmanager/aws4_request`);
    response
      .writeHead(isRight ? 200 : 400)
      .end(JSON.stringify(isRight ? { SecretString: 's3cret'.padEnd(64, '0') } : {}));
  });
  const port = await listen(server, 0);
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => close(server, 0) };
};
