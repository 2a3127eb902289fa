import { queries } from '../src/api/queries.ts';
import { countsView } from '../src/api/reader-views.ts';
import { cache, query, type Reply } from '../src/api/readers/count-comments.ts';
import { readersApp } from '../src/app.ts';
import { cached } from '../src/lambda/cached.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';

const app = readersApp();

export const handler = endpoint(app)
  .with(readQuery(query))
  .handler(async ({ event, site, query: { article: articles } }) => {
    const counts = await app.store.countShown(site.id, [...new Set(articles)]);
    const asked = queries(event.rawQueryString).get('article') ?? [];
    const view = countsView(new Map(asked.map((id, at) => [id, counts.get(articles[at] ?? id) ?? 0])));
    return cached(event, json<Reply>(200, view), cache);
  });
