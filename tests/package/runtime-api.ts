import { createServer, type IncomingMessage } from 'node:http';
import { close, listen } from '../../src/local/gateway/listen.ts';

/** What a function told the Runtime API: where it posted, and what. */
export type Told = { readonly path: string; readonly body: any };

const BASE = '/2018-06-01/runtime/';
const TIME_MS = 60_000;

/** Lambda's Runtime API for one function and one event; a second one never comes. */
export const startRuntimeApi = async (event: unknown) => {
  const told = Promise.withResolvers<Told>();
  let isGiven = false;
  const server = createServer(async (request, response) => {
    const path = request.url?.slice(BASE.length) ?? '';
    if (request.method === 'POST') {
      told.resolve({ path, body: JSON.parse(await textOf(request)) });
      response.writeHead(202).end('{}');
    } else if (!isGiven) {
      isGiven = true;
      response
        .writeHead(200, {
          'lambda-runtime-aws-request-id': 'request-1',
          'lambda-runtime-deadline-ms': String(Date.now() + TIME_MS),
          'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-west-3:000000000000:function:test',
        })
        .end(JSON.stringify(event));
    }
  });
  const port = await listen(server, 0);
  return { address: `127.0.0.1:${port}`, told: told.promise, stop: () => close(server, 0) };
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};
