import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Ask } from '../edge/answers.ts';
import type { Edge } from '../edge/edge.ts';
import { encodeFor } from '../edge/encode.ts';
import type { Answered } from '../journal.ts';
import type { Authorize } from './authorize.ts';
import { asGet, decodePath, type Jwt, splitTarget, toEvent } from './event.ts';
import type { Limits } from './limits.ts';
import { readBody } from './read-body.ts';
import { type Reply, refuse, toReply } from './reply.ts';
import { type Match, matchRoute, type Route } from './routes.ts';

/** Writes the response to a request itself. */
export type HandOver = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Gateway = {
  readonly routes: readonly Route[];
  readonly authorizers: Readonly<Record<string, Authorize>>;
  /** Invokes a function. Rejects when it fails; with `Unavailable` when the call may be retried. */
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  /** Serves pages that no function serves. Tried first, for GET and HEAD. */
  readonly page?: (request: IncomingMessage) => Promise<Reply | undefined>;
  /** The handler that answers a path instead of the gateway, such as the local sign-in. */
  readonly handOver?: (path: string) => HandOver | undefined;
  /** The shared cache in front. Without it every request reaches its function, and nothing is compressed. */
  readonly edge?: Edge;
  /** Called after every reply that the gateway sends. */
  readonly onAnswered?: (answered: Answered) => void;
  /** Called after a function answered a request other than GET and HEAD. */
  readonly onChange?: () => void;
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Answers one request; undefined when the client disconnected. */
export const respond = async (
  gateway: Gateway,
  limits: Limits,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Reply | undefined> => {
  const { method = '', url = '' } = request;
  const { path } = splitTarget(url);
  const early = refusalOf(request, path) ?? (await pageFor(gateway, request));
  if (early) return early;
  const match = matchRoute(gateway.routes, method, decodePath(path));
  if (!match) return refuse(404);

  const now = new Date();
  const pass = await authorize(gateway, match, request, now);
  if (pass && 'status' in pass) return pass;
  const body = await readBody(request, response, limits.bodyBytesMax);
  if (body === 'cut-off') return undefined;
  if (body === 'too-large') return refuse(413);

  const requestId = randomUUID();
  const event = asGet(toEvent({ request, match, body, requestId, now, ...(pass ? { jwt: pass } : {}) }));
  const ask = askOf(gateway, limits, match);
  const reply = await (gateway.edge?.(event, ask) ?? ask(event));
  if (!isReading(method)) gateway.onChange?.();
  return reply;
};

const refusalOf = (request: IncomingMessage, path: string): Reply | undefined => {
  if (!METHODS.includes(request.method ?? '')) return refuse(405);
  if (request.httpVersion !== '1.0' && request.headers.host === undefined) return refuse(400);
  return path.startsWith('/') && isDecodable(path) ? undefined : refuse(400);
};

const isDecodable = (path: string): boolean => {
  try {
    return decodePath(path) !== '';
  } catch {
    return false;
  }
};

const pageFor = async ({ page, edge }: Gateway, request: IncomingMessage): Promise<Reply | undefined> => {
  const reply = isReading(request.method) ? await page?.(request) : undefined;
  return reply && edge ? encodeFor(request.headersDistinct['accept-encoding']?.join(), reply) : reply;
};

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

const askOf =
  (gateway: Gateway, limits: Limits, { route }: Match): Ask =>
  async (event) => {
    const reply = await run(gateway, limits, route.functionName, event);
    return { ...reply, headers: { ...reply.headers, 'apigw-requestid': event.requestContext.requestId } };
  };

const run = async (
  gateway: Gateway,
  limits: Limits,
  name: string,
  event: APIGatewayProxyEventV2,
): Promise<Reply> => {
  if (isOver(limits.payloadBytesMax, event)) return refuse(413);
  const { promise: tooLate, resolve } = Promise.withResolvers<Reply>();
  const timer = setTimeout(() => resolve(refuse(503)), limits.integrationMs);
  const answered = gateway.invoke(name, event).then(toReply, (error: unknown) => refusalFor(error));
  const reply = await Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
  return Buffer.byteLength(reply.body) > limits.payloadBytesMax ? refuse(500) : reply;
};

/** The function may have written before it became unavailable; retrying the same request is safe. */
const refusalFor = (error: unknown): Reply =>
  error instanceof Error && error.name === 'Unavailable'
    ? refuse(503, { 'retry-after': UNAVAILABLE_RETRY_S })
    : refuse(500);

/** Whether the event as JSON is too large. A body's character takes at most six bytes, so most events need not be serialised. */
const isOver = (bytesMax: number, event: APIGatewayProxyEventV2): boolean =>
  (event.body?.length ?? 0) * JSON_BYTES_MAX + HEADROOM > bytesMax &&
  Buffer.byteLength(JSON.stringify(event)) > bytesMax;

const UNAVAILABLE_RETRY_S = '1';
const JSON_BYTES_MAX = 6;
const HEADROOM = 100_000;
