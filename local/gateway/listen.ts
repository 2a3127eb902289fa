import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOST = '127.0.0.1';

/** Listens on 127.0.0.1 only. @returns the port @throws with a sentence for the operator when the port cannot be used */
export const listen = async (server: Server, port: number): Promise<number> => {
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

/** Stops accepting requests, and waits up to `timeoutMs` for those in progress. */
export const close = async (server: Server, timeoutMs: number): Promise<void> => {
  const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
};
