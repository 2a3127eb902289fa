import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { closed, openSocket, plain, withGateway } from './with-gateway.ts';

// Each gateway is short of patience for one thing only, so that nothing else here depends on how fast a machine is.

/** Fifty-one connections that send a little now and then and never come to an end. */
const drip = async (port: number) => {
  const beginnings = [
    'GET /',
    'GET /open HTTP/1.1\r\nHost: a\r\nX: ',
    plain('POST /echo', 'Content-Length: 10000', 'Content-Type: text/plain'),
  ];
  const sockets = await Promise.all(
    Array.from({ length: 51 }, (_, at) => openSocket(port, beginnings[at % 3] ?? '')),
  );
  const drips = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x');
  }, 50);
  const stop = () => {
    clearInterval(drips);
    for (const socket of sockets) socket.destroy();
  };
  return { sockets, stop };
};

describe('a gateway that waits no time for functions', () => {
  const gateway = withGateway({ integrationMs: 50 });

  test('answers for one that takes longer', async () => {
    const answer = await fetch(`${gateway.url}/misbehave/hang`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ message: 'Service Unavailable' });
  });
});

describe('a gateway that waits no time for clients', () => {
  const gateway = withGateway({ headersMs: 300, requestMs: 600 });

  test('cuts all of fifty sockets that drip', async () => {
    const { sockets, stop } = await drip(gateway.port);
    await Promise.all(sockets.map(closed));
    stop();
  });
});

describe('a gateway with patience', () => {
  const gateway = withGateway();

  test('is held up for nobody by fifty sockets that drip', async () => {
    const { sockets, stop } = await drip(gateway.port);
    expect((await fetch(`${gateway.url}/any/thing`)).status).toBe(200);
    expect(sockets.filter(({ bytesRead, closed: isClosed }) => bytesRead > 0 || isClosed)).toHaveLength(0);
    stop();
  });
});

describe('a gateway that keeps no connection open', () => {
  const gateway = withGateway({ idleMs: 50 });

  test('closes one that nobody uses any more', async () => {
    const socket = await openSocket(
      gateway.port,
      'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n',
    );
    await once(socket, 'data');
    await once(socket.resume(), 'end');
    socket.destroy();
  });
});
