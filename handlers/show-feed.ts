import { params } from '../src/api/moderators/feed/show-feed.ts';
import { pollApp } from '../src/app.ts';
import { waitingFeed } from '../src/feeds/waiting-feed.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { content } from '../src/lambda/http.ts';
import { readPath } from '../src/lambda/middleware/read-query.ts';
import { feedOwner } from '../src/lambda/moderators/feed-owner.ts';

const app = pollApp();
const ENTRIES_MAX = 50;

export const handler = endpoint(app)
  .with(readPath(params))
  .with(feedOwner(app))
  .handler(async ({ site }) => {
    const question = { site: site.id, queue: 'pending', order: 'newest', limit: ENTRIES_MAX } as const;
    const { items } = await app.store.listQueue(question);
    const ids = [...new Set(items.map(({ article }) => article))];
    const found = await app.store.readArticles(site.id, ids);
    const articles = new Map(found.map((article) => [article.id, article]));
    const feed = waitingFeed(items, { site, articles, baseUrl: app.baseUrl, now: app.now() });
    return content('application/atom+xml', feed, { 'x-robots-tag': 'noindex, nofollow' });
  });
