import { query, type Reply, roles } from '../src/api/moderators/reports/list-reports.ts';
import { reportView } from '../src/api/views/report-view.ts';
import { reportersApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';

const app = reportersApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .handler(async ({ site, query: { article, comment: id } }) => {
    const reports = await app.store.listReports({ site: site.id, article, id });
    return json<Reply>(200, { reports: reports.map(reportView) });
  });
