import { cache, type Reply } from '../src/api/service/describe-embed.ts';
import { embedView } from '../src/api/views/embed-view.ts';
import { embedApp } from '../src/app.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { cached, FOR_ANY_PAGE } from '../src/lambda/cached.ts';
import { json } from '../src/lambda/http.ts';

const app = embedApp();

export const handler = bareEndpoint().handler(async ({ event }) => {
  const view = embedView(app.baseUrl, await app.embedFiles());
  return cached(event, json<Reply>(200, view, FOR_ANY_PAGE), cache);
});
