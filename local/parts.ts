import { existsSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import { startBackground } from './background.ts';
import { noteNewFolder } from './demo/seed/progress.ts';
import type { Edge } from './edge/edge.ts';
import { encodeFor } from './edge/encode.ts';
import { checkFile } from './engine/file/check-file.ts';
import { functionEnvironment, LOCAL_TABLE } from './functions/environment.ts';
import type { Preparation } from './functions/messages.ts';
import type { Functions } from './functions/run-functions.ts';
import { createAuthorize } from './gateway/authorize.ts';
import type { Gateway, HandOver } from './gateway/respond.ts';
import { routesOf } from './gateway/routes.ts';
import { databaseIn, isWithoutDatabase, localDatabase } from './local-database.ts';
import { readSecret, secretFileIn } from './secret.ts';
import type { Settings } from './settings.ts';
import { SIGN_IN_PATH } from './sign-in/places.ts';
import type { SignInSetup } from './sign-in/provider.ts';
import { LOCAL_AUDIENCE, LOCAL_ISSUER, publicKeyOf, readSigningKey } from './signing-key.ts';
import { type Stack, streamOf } from './stack.ts';

// The server's own parts. They load while the functions' thread loads its code.

type Place = {
  readonly stack: Stack;
  readonly settings: Settings;
  readonly port: number;
  readonly url: string;
  readonly outer: Readonly<Record<string, string | undefined>>;
};

/** The message that prepares the functions' thread. @throws with a sentence for the operator when DYNAMODB_ENDPOINT does not answer. */
export const prepare = async ({ stack, settings, port, url, outer }: Place): Promise<Preparation> => {
  const { dataDir, trustedProxies, dynamodbEndpoint: endpoint } = settings;
  if (settings.demo !== 'off' && endpoint === undefined) await noteNewFolder(dataDir, Date.now());
  if (endpoint !== undefined) {
    // The SDK's client is loaded only for an external database.
    const { createTable } = await import('./create-table.ts');
    await createTable(endpoint, LOCAL_TABLE);
  } else tellOfLoss(dataDir);
  await readSecret(dataDir);
  return {
    env: functionEnvironment({ endpoint, baseUrl: url, trustedProxies, outer }),
    secretFile: secretFileIn(dataDir),
    database: endpoint === undefined ? localDatabase(dataDir, stack) : undefined,
    filterPatterns: streamOf(stack)?.stream.filterPatterns,
    demoPort: port,
  };
};

/** A start that was killed before it made the database leaves the same, so this is no reason to refuse. */
const tellOfLoss = (dataDir: string): void => {
  if (!existsSync(secretFileIn(dataDir)) || !isWithoutDatabase(dataDir)) return;
  // What is left beside it says more.
  checkFile(databaseIn(dataDir));
  console.error(
    `${databaseIn(dataDir)} is missing or empty beside a secret that belongs to one, and begins anew. If it held comments, stop, move it away, and bring it back from a copy.`,
  );
};

/** The gateway over the functions, and what runs behind it. */
export const assemble = async ({ stack, settings, url }: Place, functions: Functions, wake: () => void) => {
  const { dataDir, dynamodbEndpoint: endpoint } = settings;
  const key = await readSigningKey(dataDir);
  const keys = { keys: [publicKeyOf(key)] };
  const gateway: Gateway = {
    routes: routesOf(stack),
    authorizers: authorizersOf(stack, keys, `${url}${SIGN_IN_PATH}`),
    ...(settings.edge ? { edge: edgeOnDemand() } : {}),
    invoke: functions.invoke,
    page: pagesAt(url, keys),
    handOver: signInOnDemand({
      url,
      origins: [url, url.replace('127.0.0.1', 'localhost')],
      key,
      audience: LOCAL_AUDIENCE,
    }),
    // The embedded database reports by itself when it has records for the stream's function.
    ...(endpoint === undefined ? {} : { onChange: wake }),
  };
  return { gateway, startBackground: () => startBackground({ stack, functions, endpoint, dataDir }) };
};

/** The edge, which loads schemas to read queries, is loaded by the first request that needs it. */
const edgeOnDemand = (): Edge => {
  let edge: Promise<Edge> | undefined;
  return async (event, ask) => {
    if (!edge && event.headers['cache-control'] === 'no-store')
      return encodeFor(event.headers['accept-encoding'], await ask(event));
    edge ??= import('./edge/edge.ts').then(({ createEdge }) => createEdge({ now: Date.now }));
    return (await edge)(event, ask);
  };
};

/** The demo's pages are loaded by the first request for one. */
const pagesAt = (url: string, keys: JSONWebKeySet): NonNullable<Gateway['page']> => {
  let pages: Promise<NonNullable<Gateway['page']>> | undefined;
  return async (request) => {
    pages ??= import('./demo/demo-pages.ts').then(({ localPages }) => localPages(url, keys));
    return (await pages)(request);
  };
};

/** The provider is loaded by the first request for it. */
const signInOnDemand = (setup: SignInSetup): NonNullable<Gateway['handOver']> => {
  let open: Promise<HandOver> | undefined;
  const answer: HandOver = async (request, response) => {
    open ??= import('./sign-in/sign-in.ts').then(({ openSignIn }) => openSignIn(setup));
    await (await open)(request, response);
  };
  return (path) => (path === SIGN_IN_PATH || path.startsWith(`${SIGN_IN_PATH}/`) ? answer : undefined);
};

/** Accepts the provider's tokens, whose issuer holds the port, as tokens of the issuer whose name does not. */
const authorizersOf = ({ provider }: Stack, keys: JSONWebKeySet, alias: string): Gateway['authorizers'] =>
  Object.fromEntries(
    Object.keys(provider.httpApi?.authorizers ?? {}).map((name) => [
      name,
      createAuthorize({ keys, issuer: LOCAL_ISSUER, alias, audience: [LOCAL_AUDIENCE] }),
    ]),
  );
