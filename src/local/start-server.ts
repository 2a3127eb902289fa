import { setTimeout as wait } from 'node:timers/promises';
import type { JSONWebKeySet } from 'jose';
import { shippedModel } from '../screening/filter/shipped.ts';
import { startBackground } from './background.ts';
import { createTable } from './create-table.ts';
import { localPages } from './demo/pages.ts';
import { demoSite } from './demo/site.ts';
import { createEdge } from './edge/edge.ts';
import { ensureSite, withLocalOrigins } from './ensure-site.ts';
import { bundleFunctions } from './functions/bundle.ts';
import { functionEnvironment, LOCAL_TABLE } from './functions/environment.ts';
import { runFunctions } from './functions/run-functions.ts';
import { createAuthorize } from './gateway/authorize.ts';
import { createGateway } from './gateway/gateway.ts';
import { close, listen } from './gateway/listen.ts';
import type { Gateway } from './gateway/respond.ts';
import { routesOf } from './gateway/routes.ts';
import { keepEngine } from './keep-engine.ts';
import { databaseFile } from './open-data.ts';
import { takeFolder } from './running.ts';
import type { Settings } from './settings.ts';
import { LOCAL_ISSUER, publicKeyOf, readSecret, readSigningKey } from './signing-key.ts';
import { readStack, type Stack } from './stack.ts';
import { openStore } from './store.ts';

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
  const { dataDir, trustedProxies } = settings;
  // Better no server than one that fails at its first comment.
  shippedModel();
  const stack = readStack();
  const folder = await takeFolder(dataDir);
  const key = await readSigningKey(dataDir);
  const keys = { keys: [publicKeyOf(key)] };
  const parts = Promise.withResolvers<Parts>();
  const server = createGateway({
    routes: routesOf(stack),
    authorizers: authorizersOf(stack, keys),
    ...(settings.edge ? { edge: createEdge({ now: Date.now }) } : {}),
    // A request that comes before the parts are there waits for them.
    invoke: async (name, payload) => (await parts.promise).invoke(name, payload),
    page: async (request) => (await parts.promise).page(request),
    onChange: () => void parts.promise.then(({ onChange }) => onChange()),
  });
  const port = await listen(server, settings.port);
  const url = `http://127.0.0.1:${port}`;

  const [database, bundles, secret] = await Promise.all([
    openDatabase(settings, port),
    bundleFunctions(dataDir),
    readSecret(dataDir),
  ]);
  const { endpoint } = database;
  const functions = runFunctions({
    stack,
    folder: bundles,
    env: functionEnvironment({ endpoint, baseUrl: url, secret, trustedProxies, outer }),
    report: (name, problem) => console.error(`${name} failed: ${problem}`),
  });
  const sweeps = settings.dynamodbEndpoint === undefined;
  const background = await startBackground({ stack, functions, endpoint, dataDir, sweeps });
  parts.resolve({ invoke: functions.invoke, page: localPages(url, keys), onChange: background.wake });
  await checkHealth(url);
  folder.note({ url, endpoint });

  return {
    url,
    stop: async () => {
      await Promise.race([background.stop(), wait(PATIENCE_MS, undefined, { ref: false })]);
      await close(server, PATIENCE_MS);
      await functions.stop();
      await database.stop();
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

/** The engine with the table in it, and in that the site of the demo pages. */
const openDatabase = async ({ dataDir, dynamodbEndpoint }: Settings, port: number) => {
  const engine =
    dynamodbEndpoint === undefined
      ? await keepEngine(databaseFile(dataDir), console.error)
      : { endpoint: dynamodbEndpoint, stop: async () => {} };
  await createTable(engine.endpoint, LOCAL_TABLE);
  const { store, close: closeStore } = openStore(engine.endpoint, LOCAL_TABLE);
  const site = await store.readSite(demoSite.id);
  await ensureSite(store, { ...demoSite, ...site, origins: withLocalOrigins(site?.origins ?? [], port) });
  closeStore();
  return engine;
};

/** The server is ready when its own health, asked from outside, is. */
const checkHealth = async (url: string): Promise<void> => {
  const { status } = await fetch(`${url}/health`);
  if (status !== 200) throw new Error(`The server started, yet ${url}/health answers ${status}.`);
};
