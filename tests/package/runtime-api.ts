import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { close, listen } from '../../local/gateway/listen.ts';

/** What a function told the Runtime API: where it posted, and what. */
export type Report = { readonly path: string; readonly body: any };

const BASE = '/2018-06-01/runtime/';
const TIME_MS = 60_000;
const JSON_TYPE = { 'content-type': 'application/json' };

/** Lambda's Runtime API for one function and one event; a second one never comes. */
export const startRuntimeApi = async (event: unknown) => {
  const told = Promise.withResolvers<Report>();
  let isGiven = false;
  const server = createServer(async (request, response) => {
    const path = request.url?.slice(BASE.length) ?? '';
    if (request.method === 'POST') {
      told.resolve({ path, body: await json(request) });
      response.writeHead(202, JSON_TYPE).end('{"status":"OK"}');
    } else if (!isGiven) {
      isGiven = true;
      const headers = {
        ...JSON_TYPE,
        'lambda-runtime-aws-request-id': 'request-1',
        'lambda-runtime-deadline-ms': String(Date.now() + TIME_MS),
        'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-west-3:000000000000:function:test',
      };
      response.writeHead(200, headers).end(JSON.stringify(event));
    }
  });
  const port = await listen(server, 0);
  return { address: `127.0.0.1:${port}`, told: told.promise, stop: () => close(server, 0) };
};
