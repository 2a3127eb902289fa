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

/** Answers a request by itself, in whatever way. */
export type HandOver = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Gateway = {
  readonly routes: readonly Route[];
  readonly authorizers: Readonly<Record<string, Authorize>>;
  /** Runs a function on an event. Rejects when the function fails, with `Unavailable` when it may be asked again. */
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  /** Pages that are no function's, asked first; for GET and HEAD. */
  readonly page?: (request: IncomingMessage) => Promise<Reply | undefined>;
  /** What answers all of a path instead of the gateway: the local sign-in, which is a service of its own. */
  readonly handOver?: (path: string) => HandOver | undefined;
  /** The shared cache in front. Without it every request reaches its function, and nothing is compressed. */
  readonly edge?: Edge;
  /** Told of every request, once its answer is there. */
  readonly onAnswered?: (answered: Answered) => void;
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

const refusalOf = (method: string, path: string): Reply | undefined => {
  if (!METHODS.includes(method)) return refuse(405);
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

/** What the function was about to write may be written; sending the same request again is safe. */
const refusalFor = (error: unknown): Reply =>
  error instanceof Error && error.name === 'Unavailable'
    ? refuse(503, { 'retry-after': UNAVAILABLE_RETRY_S })
    : refuse(500);

/** An event counts as JSON, in which a sign of the body takes six bytes at most; it is written out only when that may be too much. */
const isOver = (bytesMax: number, event: APIGatewayProxyEventV2): boolean =>
  (event.body?.length ?? 0) * JSON_BYTES_MAX + HEADROOM > bytesMax &&
  Buffer.byteLength(JSON.stringify(event)) > bytesMax;

const UNAVAILABLE_RETRY_S = '1';
const JSON_BYTES_MAX = 6;
const HEADROOM = 100_000;
