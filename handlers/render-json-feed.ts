import { cache, query } from '../src/api/readers/render-json-feed.ts';
import { feedsApp } from '../src/app.ts';
import { feedAddress } from '../src/comment/addresses.ts';
import { jsonFeed } from '../src/feeds/json-feed.ts';
import { publishedEntries, publishedHead } from '../src/feeds/published-feed.ts';
import { cached } from '../src/lambda/cached.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { fitting } from '../src/lambda/fitting.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { feedReply } from '../src/lambda/pages/feed-reply.ts';
import { listNewest } from '../src/use-cases/feeds/list-newest.ts';

const app = feedsApp();

export const handler = endpoint(app)
  .with(readQuery(query))
  .handler(async ({ event, site, query: { article } }) => {
    const { baseUrl } = app;
    const { comments, articles } = await listNewest(app, { site: site.id, article });
    const around = { site, articles, baseUrl };
    const head = publishedHead({ article, self: feedAddress(baseUrl, site.id, 'json', article) }, around);
    const entries = publishedEntries(comments, around);
    const reply = await fitting(entries.length, async (limit) =>
      feedReply('application/feed+json', jsonFeed(head, entries.slice(0, limit)), head),
    );
    return cached(event, reply, cache);
  });
