import { cache } from '../src/api/service/serve-embed.ts';
import { pagesApp } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { cached } from '../src/lambda/cached.ts';

const app = pagesApp();

/** Any page may load it, also one that checks its integrity or isolates itself. */
export const handler = bareEndpoint().handler(async ({ event }) => {
  const { embed, files } = await app.browserFiles();
  const file = files[embed];
  if (!file) throw new Refusal('route-not-found', 'The script is missing.');
  const headers = {
    'content-type': file.type,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  };
  return cached(event, { statusCode: 200, headers, body: file.text }, cache);
});
