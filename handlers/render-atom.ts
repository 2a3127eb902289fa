import { cache, query } from '../src/api/readers/render-atom.ts';
import { feedsApp } from '../src/app.ts';
import { feedAddress } from '../src/comment/addresses.ts';
import { atomFeed } from '../src/feeds/atom.ts';
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
    const self = feedAddress(baseUrl, site.id, 'atom', article);
    const feed = publishedFeed(comments, { article, self }, { site, articles, baseUrl });
    // An empty feed says 1970, so that its ETag stays the same.
    const reply = await feedReply(feed, {
      type: 'application/atom+xml',
      write: (head, entries) => atomFeed(head, entries, 0),
    });
    return cached(event, reply, cache);
  });
