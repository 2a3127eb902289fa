import { cache, query } from '../src/api/readers/render-atom.ts';
import { feedsApp } from '../src/app.ts';
import { atomFeed } from '../src/feeds/atom.ts';
import type { FeedEntry, FeedHead } from '../src/feeds/entry.ts';
import { cached } from '../src/lambda/cached.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { feedReply } from '../src/lambda/pages/feed-reply.ts';
import { listNewest } from '../src/use-cases/feeds/list-newest.ts';

const app = feedsApp();
const format = {
  ending: 'atom',
  type: 'application/atom+xml',
  // An empty feed says 1970, so that its ETag stays the same.
  write: (head: FeedHead, entries: readonly FeedEntry[]) => atomFeed(head, entries, 0),
} as const;

export const handler = endpoint(app)
  .with(readQuery(query))
  .handler(async ({ event, site, query: { article } }) => {
    const newest = await listNewest(app, { site: site.id, article });
    const reply = await feedReply(newest, { baseUrl: app.baseUrl, site, article }, format);
    return cached(event, reply, cache);
  });
