/** node:http without an import, which would evaluate its WebSocket getters and so load undici: 15 ms and 5 MB for nothing. */
export const { createServer, get, validateHeaderName, validateHeaderValue } =
  process.getBuiltinModule('node:http');
