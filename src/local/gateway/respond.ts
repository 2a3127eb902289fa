import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authorize } from './authorize.ts';
import { type Jwt, splitTarget, toEvent } from './event.ts';
import type { Limits } from './limits.ts';
import { readBody } from './read-body.ts';
import { type Reply, refuse, toReply } from './reply.ts';
import { type Match, matchRoute, type Route } from './routes.ts';

export type Gateway = {
  readonly routes: readonly Route[];
  readonly authorizers: Readonly<Record<string, Authorize>>;
  /** Runs a function on an event in JSON. Rejects when the function fails. */
  readonly invoke: (functionName: string, payload: string) => Promise<unknown>;
  /** Pages that are no function's, asked first; for GET and HEAD. */
  readonly page?: (request: IncomingMessage) => Promise<Reply | undefined>;
  /** Told after a function answered a request that may have changed something. */
  readonly onChange?: () => void;
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The answer to one request; undefined when its sender is gone. */
export const respond = async (
  gateway: Gateway,
  limits: Limits,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Reply | undefined> => {
  const { method = '', url = '' } = request;
  const { path } = splitTarget(url);
  const early = refusalOf(method, path) ?? (await pageFor(gateway, request));
  if (early) return early;
  const match = matchRoute(gateway.routes, method, path);
  if (!match) return refuse(404);

  const now = new Date();
  const pass = await authorize(gateway, match, request, now);
  if (pass && 'status' in pass) return pass;
  const body = await readBody(request, response, limits.bodyBytesMax);
  if (body === 'cut-off') return undefined;
  if (body === 'too-large') return refuse(413);

  const requestId = randomUUID();
  const event = toEvent({ request, match, body, requestId, now, ...(pass ? { jwt: pass } : {}) });
  const reply = await run(gateway, limits, match.route.functionName, JSON.stringify(event));
  if (!isReading(method)) gateway.onChange?.();
  return { ...reply, headers: { ...reply.headers, 'apigw-requestid': requestId } };
};

const refusalOf = (method: string, path: string): Reply | undefined => {
  if (!METHODS.includes(method)) return refuse(405);
  return path.startsWith('/') && isDecodable(path) ? undefined : refuse(400);
};

const isDecodable = (path: string): boolean => {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
};

const pageFor = async ({ page }: Gateway, request: IncomingMessage): Promise<Reply | undefined> =>
  isReading(request.method) ? page?.(request) : undefined;

const isReading = (method = '') => method === 'GET' || method === 'HEAD';

const authorize = async (
  { authorizers }: Gateway,
  { route: { guard } }: Match,
  { headersDistinct }: IncomingMessage,
  now: Date,
): Promise<Jwt | Reply | undefined> => {
  if (!guard) return undefined;
  const check = authorizers[guard.authorizer];
  return check ? check(headersDistinct.authorization?.join(','), guard.scopes, now) : refuse(500);
};

const run = async (gateway: Gateway, limits: Limits, name: string, payload: string): Promise<Reply> => {
  if (Buffer.byteLength(payload) > limits.payloadBytesMax) return refuse(413);
  const { promise: tooLate, resolve } = Promise.withResolvers<Reply>();
  const timer = setTimeout(() => resolve(refuse(503)), limits.integrationMs);
  const answered = gateway.invoke(name, payload).then(toReply, () => refuse(500));
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
};
