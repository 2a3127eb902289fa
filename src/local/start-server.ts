import { setTimeout as wait } from 'node:timers/promises';
import type { JSONWebKeySet } from 'jose';
import { startBackground } from './background.ts';
import { localPages } from './demo/pages.ts';
import { createEdge } from './edge/edge.ts';
import { functionEnvironment, LOCAL_TABLE } from './functions/environment.ts';
import { HANDLERS, runFunctions } from './functions/run-functions.ts';
import { createAuthorize } from './gateway/authorize.ts';
import { createGateway } from './gateway/gateway.ts';
import { close, listen } from './gateway/listen.ts';
import type { Gateway } from './gateway/respond.ts';
import { routesOf } from './gateway/routes.ts';
import { localDatabase } from './local-database.ts';
import { takeFolder } from './running.ts';
import type { Settings } from './settings.ts';
import { LOCAL_ISSUER, publicKeyOf, readSecret, readSigningKey } from './signing-key.ts';
import { readStack, type Stack } from './stack.ts';

/** What requests under way and the batch under way get to finish when the server stops. */
const PATIENCE_MS = 10_000;

export type LocalServer = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Starts everything; resolves when it answers.
 * @param outer the environment around, of which functions see what AWS's own engine needs.
 * @throws with a sentence for the operator when the port or the data folder is taken; nothing is cleaned up then but by the
 * end of the process.
 */
export const startServer = async (
  settings: Settings,
  outer: Readonly<Record<string, string | undefined>>,
): Promise<LocalServer> => {
  const { dataDir, trustedProxies, dynamodbEndpoint: endpoint } = settings;
  const stack = readStack();
  const folder = await takeFolder(dataDir);
  const [key, secret] = await Promise.all([readSigningKey(dataDir), readSecret(dataDir)]);
  const keys = { keys: [publicKeyOf(key)] };
  const parts = Promise.withResolvers<Parts>();
  const server = createGateway({
    routes: routesOf(stack),
    authorizers: authorizersOf(stack, keys),
    ...(settings.edge ? { edge: createEdge({ now: Date.now }) } : {}),
    // A request that comes before the parts are there waits for them.
    invoke: async (name, event) => (await parts.promise).invoke(name, event),
    page: async (request) => (await parts.promise).page(request),
    onChange: () => void parts.promise.then(({ onChange }) => onChange()),
  });
  const port = await listen(server, settings.port);
  const url = `http://127.0.0.1:${port}`;

  let wake = () => {};
  const functions = runFunctions({
    stack,
    folder: HANDLERS,
    extension: '.ts',
    ...(endpoint === undefined ? { database: localDatabase(dataDir) } : {}),
    env: functionEnvironment({ endpoint, baseUrl: url, secret, trustedProxies, outer }),
    report: (name, problem) => console.error(`${name} failed: ${problem}`),
    onCommitted: () => wake(),
  });
  if (endpoint !== undefined) await prepareEndpoint(endpoint);
  await functions.ask('$prepare', { port, endpoint });
  const background = await startBackground({ stack, functions, endpoint, dataDir });
  wake = background.wake;
  parts.resolve({ invoke: functions.invoke, page: localPages(url, keys), onChange: background.wake });
  await checkHealth(url);
  folder.note({ url, endpoint });

  return {
    url,
    stop: async () => {
      await Promise.race([background.stop(), wait(PATIENCE_MS, undefined, { ref: false })]);
      await close(server, PATIENCE_MS);
      await functions.stop();
      folder.release();
    },
  };
};

type Parts = Required<Pick<Gateway, 'invoke' | 'page' | 'onChange'>>;

const authorizersOf = ({ provider }: Stack, keys: JSONWebKeySet): Gateway['authorizers'] =>
  Object.fromEntries(
    Object.entries(provider.httpApi?.authorizers ?? {}).map(([name, { audience }]) => [
      name,
      createAuthorize({ keys, issuer: LOCAL_ISSUER, audience: [audience].flat() }),
    ]),
  );

/** The SDK's client is loaded for who has a database of their own. */
const prepareEndpoint = async (endpoint: string): Promise<void> => {
  const { createTable } = await import('./create-table.ts');
  await createTable(endpoint, LOCAL_TABLE);
};

/** The server is ready when its own health, asked from outside, is. */
const checkHealth = async (url: string): Promise<void> => {
  const { status } = await fetch(`${url}/health`);
  if (status !== 200) throw new Error(`The server started, yet ${url}/health answers ${status}.`);
};
