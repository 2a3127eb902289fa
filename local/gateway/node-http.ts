/** node:http asked for by a call: an import evaluates its WebSocket getters and so loads undici, 15 ms and 5 MB for nothing. */
export const { createServer, get, validateHeaderName, validateHeaderValue } =
  process.getBuiltinModule('node:http');
