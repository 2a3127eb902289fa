import { cache } from '../src/api/service/serve-style.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { cached, FOR_ANY_PAGE } from '../src/lambda/cached.ts';
import { embedStyle } from '../src/pages/embed-style.ts';

const sheet = {
  statusCode: 200,
  headers: {
    'content-type': 'text/css; charset=utf-8',
    ...FOR_ANY_PAGE,
  },
  body: embedStyle.markup,
};

export const handler = bareEndpoint().handler(async ({ event }) => cached(event, sheet, cache));
