import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Answered } from '../journal.ts';
import { splitTarget } from './event.ts';
import { answerBroken, answerOn, finish } from './finish.ts';
import { gatewayLimits, type Limits } from './limits.ts';
import { createServer } from './node-http.ts';
import { type Reply, refuse } from './reply.ts';
import { type Gateway, respond } from './respond.ts';

/** How often Node looks for connections that exceed a timeout. */
const CHECK_MS = 500;

/** API Gateway's HTTP API with payload format 2.0, on node:http. Requests that arrive before `gateway` resolves wait for it. */
export const createGateway = (
  gateway: Gateway | Promise<Gateway>,
  limits: Limits = gatewayLimits,
): Server => {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const parts = await gateway;
    request.url = pathOf(request.url ?? '');
    const other = parts.handOver?.(splitTarget(request.url ?? '').path);
    if (other) return void other(request, response).catch((error: unknown) => fail(response, error));
    const begin = performance.now();
    const reply = await respond(parts, limits, request, response).catch((error: unknown) => {
      console.error(error);
      return refuse(500);
    });
    if (!reply) return;
    finish(request, response, server.listening ? reply : asLast(reply));
    parts.onAnswered?.(answeredOf(request, reply, performance.now() - begin));
  };

  const server = createServer({
    maxHeaderSize: limits.headerBytesMax,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: Math.min(CHECK_MS, limits.headersMs),
    // A request without one is refused like any other, see `respond`.
    requireHostHeader: false,
  });
  return server
    .on('request', (request, response) => void answer(request, response))
    .on('checkContinue', (request, response) => void answer(request, response))
    .on('checkExpectation', (request, response) => finish(request, response, refuse(417)))
    .on('connect', (_request, socket) => answerOn(socket, 405))
    .on('clientError', answerBroken)
    .setTimeout(limits.integrationMs + limits.requestMs);
};

/** The target of a request without the scheme and host that clients put before it for a proxy. RFC 9112, 3.2.2 */
const pathOf = (target: string): string => {
  const found = target.match(/^https?:\/\/[^/?#]*(.*)$/i);
  return found ? `${found[1]?.startsWith('/') ? '' : '/'}${found[1]}` : target;
};

const fail = (response: ServerResponse, error: unknown): void => {
  console.error(error);
  if (!response.headersSent) response.writeHead(500);
  response.end();
};

const answeredOf = ({ method = '', url = '' }: IncomingMessage, reply: Reply, ms: number): Answered => ({
  method,
  path: splitTarget(url).path,
  status: reply.status,
  ms: Math.round(ms),
  requestId: textOf(reply.headers['apigw-requestid']),
  cache: textOf(reply.headers['x-cache']),
});

const textOf = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' ? value : undefined;

/** Closes the connection after this reply, because the server is stopping. */
const asLast = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, connection: 'close' } });
