import { cache, query } from '../src/api/readers/render-json-feed.ts';
import { feedsApp } from '../src/app.ts';
import { jsonFeed } from '../src/feeds/json-feed.ts';
import { cached } from '../src/lambda/cached.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { feedReply } from '../src/lambda/pages/feed-reply.ts';
import { listNewest } from '../src/use-cases/feeds/list-newest.ts';

const app = feedsApp();
const format = { ending: 'json', type: 'application/feed+json', write: jsonFeed } as const;

export const handler = endpoint(app)
  .with(readQuery(query))
  .handler(async ({ event, site, query: { article } }) => {
    const newest = await listNewest(app, { site: site.id, article });
    const reply = await feedReply(newest, { baseUrl: app.baseUrl, site, article }, format);
    return cached(event, reply, cache);
  });
