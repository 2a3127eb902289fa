import { readCounts } from '../src/api/queries.ts';
import { countsView } from '../src/api/views.ts';
import { readersApp } from '../src/app.ts';
import { COUNTS_CACHE, cached } from '../src/lambda/cached.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';

const app = readersApp();

export const handler = endpoint(app).handler(async ({ event, site }) => {
  const asked = readCounts(event.rawQueryString);
  const counts = await app.store.countShown(site.id, [...new Set(asked.values())]);
  const view = countsView(new Map([...asked].map(([id, article]) => [id, counts.get(article) ?? 0])));
  return cached(event, json(200, view), COUNTS_CACHE);
});
