import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { validateHeaderName, validateHeaderValue } from './node-http.ts';
import { type Reply, refusals, refuse } from './reply.ts';

/** How long the rest of a request is discarded, so that the client can read the reply before the connection closes. */
const LINGER_MS = 1000;

/**
 * Sends the reply. When the request was not read to its end, the connection closes after the reply.
 * A header that cannot be sent, such as one with a line break, turns the reply into a 500.
 */
export const finish = (request: IncomingMessage, response: ServerResponse, reply: Reply): void => {
  if (response.destroyed) return;
  const isWhole = request.complete || !hasBody(request);
  const { status, headers, body } = isValid(reply) ? reply : refuse(500);
  response.writeHead(status, {
    ...headers,
    ...(status === 204 || status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }),
    ...(isWhole ? {} : { connection: 'close' }),
  } as Record<string, string>);
  const text = request.method === 'HEAD' ? '' : body;
  if (isWhole) return void response.end(text);
  // A write of nothing would not send the headers either.
  response.flushHeaders();
  if (text.length > 0) response.write(text, () => request.socket.end());
  else request.socket.end();
  request.resume();
  linger(request.socket);
};

const linger = (socket: Duplex) => void setTimeout(() => socket.destroy(), LINGER_MS).unref();

const hasBody = ({ headers }: IncomingMessage) =>
  Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;

const isValid = ({ headers }: Reply): boolean => {
  try {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name);
      for (const line of [value].flat()) validateHeaderValue(name, line);
    }
    return true;
  } catch {
    return false;
  }
};

/** Answers an invalid or late request with 400, 408 or 431, and closes the connection. */
export const answerBroken = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  answerOn(socket, statuses[error.code ?? ''] ?? 400);
};

/** Refuses on a connection that no response belongs to, and closes it. */
export const answerOn = (socket: Duplex, status: keyof typeof refusals): void => {
  const { body } = refuse(status);
  socket.end(
    `HTTP/1.1 ${status} ${refusals[status]}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  linger(socket);
};

const statuses: Readonly<Record<string, keyof typeof refusals>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
