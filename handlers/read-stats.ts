import { query, type Reply, roles } from '../src/api/moderators/records/read-stats.ts';
import { statsView } from '../src/api/views/stats-view.ts';
import { recordsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { readStats } from '../src/use-cases/read-stats.ts';

const app = recordsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .handler(async ({ site, query: { days } }) =>
    json<Reply>(200, statsView(await readStats(app, site.id, days))),
  );
