import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const HOST = '127.0.0.1';

/** Connections of a server, each with its number of requests under way. */
type Connections = Map<Socket, number>;
const known = new WeakMap<Server, Connections>();

/** Listens on 127.0.0.1 only. @returns the port @throws with a sentence for the operator when the port cannot be used */
export const listen = async (server: Server, port: number): Promise<number> => {
  known.set(server, follow(server));
  server.listen(port, HOST);
  try {
    await once(server, 'listening');
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new Error(`Port ${port} ${reason}: set PORT to another one (0 picks a free one).`, {
      cause: error,
    });
  }
  return (server.address() as AddressInfo).port;
};

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use',
  EACCES: 'is not for this user',
};

/**
 * Notes which connections have a request under way: one whose headers are there and whose answer is not at its end. Node itself takes a connection
 * on which nothing was sent yet, or half a header, for a busy one.
 */
const follow = (server: Server): Connections => {
  const connections: Connections = new Map();
  const note = ({ socket }: IncomingMessage, response: ServerResponse) => {
    const add = (more: number) => {
      const requests = connections.get(socket);
      // A connection that is cut closes before the answer does.
      if (requests !== undefined) connections.set(socket, requests + more);
    };
    add(1);
    response.once('close', () => {
      add(-1);
      if (!server.listening) endIdle(connections);
    });
  };
  server.prependListener('request', note).prependListener('checkContinue', note);
  server.on('connection', (socket: Socket) => {
    connections.set(socket, 0);
    socket.once('close', () => connections.delete(socket));
  });
  return connections;
};

const endIdle = (connections: Connections): void => {
  for (const [socket, requests] of connections)
    if (requests === 0 && !socket.writableEnded) socket.destroySoon();
};

/** Stops accepting requests, ends connections without one, and waits up to `timeoutMs` for those in progress. */
export const close = async (server: Server, timeoutMs: number): Promise<void> => {
  const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // What has arrived by now is read first.
    setImmediate(endIdle, known.get(server) ?? new Map());
  });
  clearTimeout(timer);
};
