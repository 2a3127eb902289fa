import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';
import { runFunctions } from '../../../local/functions/run-functions.ts';
import { createAuthorize } from '../../../local/gateway/authorize.ts';
import { createGateway } from '../../../local/gateway/gateway.ts';
import { gatewayLimits, type Limits } from '../../../local/gateway/limits.ts';
import { close, listen } from '../../../local/gateway/listen.ts';
import type { Gateway } from '../../../local/gateway/respond.ts';
import { routesOf } from '../../../local/gateway/routes.ts';
import { readStack } from '../../../local/stack.ts';
import { compileCache } from '../compile-cache.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
export const fixtureStack = () => readStack(join(FIXTURES, 'stack.yml'));
export const FUNCTIONS = join(FIXTURES, 'functions');
export const ISSUER = 'https://issuer.example/';
/** The same issuer, where it can be reached. */
export const ALIAS = 'http://127.0.0.1:4000/oidc';

/** A gateway over the fixtures' functions, for all tests of a file. */
export const withGateway = (limits: Partial<Limits> = {}, parts: Partial<Gateway> = {}) => {
  const stack = fixtureStack();
  const functions = runFunctions({
    compileCache,
    stack: Promise.resolve(stack),
    folder: FUNCTIONS,
    extension: '.mjs',
    preparation: Promise.resolve({ env: {} }),
    report: () => {},
  });
  const gateway = { port: 0, url: '', signingKey: {} as JWK, privateKey: {} as CryptoKey };
  let server: ReturnType<typeof createGateway>;
  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' };
    server = createGateway(
      {
        routes: routesOf(stack),
        authorizers: {
          moderators: createAuthorize({
            keys: { keys: [key] },
            issuer: ISSUER,
            alias: ALIAS,
            audience: ['palabre'],
          }),
        },
        invoke: functions.invoke,
        ...parts,
      },
      { ...gatewayLimits, ...limits },
    );
    const port = await listen(server, 0);
    Object.assign(gateway, { port, url: `http://127.0.0.1:${port}`, signingKey: key, privateKey });
  });
  afterAll(async () => {
    await close(server, 0);
    await functions.stop();
  });
  return gateway;
};

/** Sends bytes as they are and gives back all that comes until the other side hangs up. */
export const exchange = async (port: number, bytes: string | Buffer): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
};

/** A connection on which some bytes are sent; half-open, so that only the other side's cut ends it. */
export const openSocket = async (port: number, bytes: string): Promise<Socket> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
};

/** Resolves with a connection's end, whatever errors come before: cutting a socket off is one. */
export const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve();
    socket.resume().once('close', () => resolve());
  });

/** A request without a body whose connection is closed after it. */
export const plain = (line: string, ...headers: readonly string[]) =>
  [`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n');
