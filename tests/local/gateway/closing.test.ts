import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { close, listen } from '../../../local/gateway/listen.ts';
import { openSocket } from './with-gateway.ts';

/** Longer than any test may take. */
const PATIENCE_MS = 600_000;
const BODY = 'What was begun is read to its end.';

/** Resolves when the other side ends a connection, which half-open ones outlive. */
const ended = async (socket: Socket) => {
  await once(socket.resume(), 'end');
  socket.destroy();
};

const open = async () => {
  const server = createServer((request, response) => {
    const end = (body: string) => response.end(body);
    text(request).then(end, () => response.destroy());
  });
  return { server, port: await listen(server, 0) };
};

test.each([
  ['nothing was sent', ''],
  ['half a header was sent', 'GET / HTTP/1.1\r\nHost: a\r\nX-Half'],
])('a server that closes waits for no connection on which %s', async (_, bytes) => {
  const { server, port } = await open();
  const sockets = [await openSocket(port, bytes), await openSocket(port, bytes)];
  await Promise.all([close(server, PATIENCE_MS), ...sockets.map(ended)]);
});

test('nor for one whose request has been answered', async () => {
  const { server, port } = await open();
  const socket = await openSocket(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(socket, 'data');
  await Promise.all([close(server, PATIENCE_MS), ended(socket)]);
});

test('a request whose body is half sent is answered first, and its connection ended then', async () => {
  const { server, port } = await open();
  const idle = await openSocket(port, '');
  const asked = once(server, 'request');
  const socket = await openSocket(
    port,
    `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY.slice(0, 10)}`,
  );
  await asked;
  const stopped = close(server, PATIENCE_MS);
  await ended(idle);
  socket.write(BODY.slice(10));
  expect(await text(socket)).toContain(BODY);
  socket.destroy();
  await stopped;
});

test('a request that takes longer than it may is ended', async () => {
  const { server, port } = await open();
  const asked = once(server, 'request');
  const socket = await openSocket(port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n');
  await asked;
  await Promise.all([close(server, 10), ended(socket)]);
});
