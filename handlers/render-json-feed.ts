import { cache, query } from '../src/api/readers/render-json-feed.ts';
import { feedsApp } from '../src/app.ts';
import { feedAddress } from '../src/comment/addresses.ts';
import { jsonFeed } from '../src/feeds/json-feed.ts';
import { publishedFeed } from '../src/feeds/published-feed.ts';
import { cached } from '../src/lambda/cached.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { feedReply } from '../src/lambda/pages/feed-reply.ts';
import { listNewest } from '../src/use-cases/feeds/list-newest.ts';

const app = feedsApp();

export const handler = endpoint(app)
  .with(readQuery(query))
  .handler(async ({ event, site, query: { article } }) => {
    const { baseUrl } = app;
    const { comments, articles } = await listNewest(app, { site, article });
    const self = feedAddress(baseUrl, site.id, 'json', article);
    const feed = publishedFeed(comments, { article, self }, { site, articles, baseUrl });
    const reply = await feedReply(feed, { type: 'application/feed+json', write: jsonFeed });
    return cached(event, reply, cache);
  });
