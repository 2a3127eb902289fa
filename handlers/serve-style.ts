import { cache } from '../src/api/service/serve-style.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { cached } from '../src/lambda/cached.ts';
import { embedStyle } from '../src/pages/embed-style.ts';

/** Any page may use it, also one that checks its integrity or isolates itself. */
const sheet = {
  statusCode: 200,
  headers: {
    'content-type': 'text/css; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  },
  body: embedStyle.markup,
};

export const handler = bareEndpoint().handler(async ({ event }) => cached(event, sheet, cache));
