import { openApiDocument } from '../src/api/openapi.ts';
import { cache, type Reply } from '../src/api/service/describe-api.ts';
import { readConfig } from '../src/config.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { cached } from '../src/lambda/cached.ts';
import { json } from '../src/lambda/http.ts';

const document = json<Reply>(200, openApiDocument(readConfig().baseUrl), {
  'access-control-allow-origin': '*',
});

export const handler = bareEndpoint().handler(async ({ event }) => cached(event, document, cache));
