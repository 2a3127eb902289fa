import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { answerBroken, finish } from './finish.ts';
import { gatewayLimits, type Limits } from './limits.ts';
import { createServer } from './node-http.ts';
import { type Reply, refuse } from './reply.ts';
import { type Gateway, respond } from './respond.ts';

/** How often connections that take too long are looked for. */
const CHECK_MS = 500;

/** API Gateway's HTTP API with payload format 2.0, on node:http. Requests that come before its parts are there wait for them. */
export const createGateway = (
  gateway: Gateway | Promise<Gateway>,
  limits: Limits = gatewayLimits,
): Server => {
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    void Promise.resolve(gateway)
      .then((parts) => respond(parts, limits, request, response))
      .catch((error: unknown) => {
        console.error(error);
        return refuse(500);
      })
      .then((reply) => reply && finish(request, response, server.listening ? reply : asLast(reply)));

  const server = createServer({
    maxHeaderSize: limits.headerBytesMax,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: Math.min(CHECK_MS, limits.headersMs),
  });
  return server
    .on('request', answer)
    .on('checkContinue', answer)
    .on('clientError', answerBroken)
    .setTimeout(limits.integrationMs + limits.requestMs);
};

/** A server that stops takes no further request on a connection it still has. */
const asLast = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, connection: 'close' } });
