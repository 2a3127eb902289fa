import { cache } from '../src/api/service/serve-embed.ts';
import { embedApp } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { cached, FOR_ANY_PAGE } from '../src/lambda/cached.ts';

const app = embedApp();

export const handler = bareEndpoint().handler(async ({ event }) => {
  const { script, files } = await app.embedFiles();
  const file = files[script];
  if (!file) throw new Refusal('route-not-found', 'The script is missing.');
  const headers = { 'content-type': file.type, ...FOR_ANY_PAGE };
  return cached(event, { statusCode: 200, headers, body: file.text }, cache);
});
