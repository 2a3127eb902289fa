import { query, type Reply, roles } from '../src/api/moderators/records/list-audit.ts';
import { auditPage } from '../src/api/views/audit-views.ts';
import { recordsApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json, nextPage } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { auditQuestion, tableOf } from '../src/lambda/records/audit-question.ts';
import { csv } from '../src/lambda/records/csv.ts';
import { listAudit } from '../src/use-cases/list-audit.ts';

const app = recordsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .handler(async ({ event, site, moderator, query: { cursor, limit, as, ...asked } }) => {
    const { tokens } = await app.secrets(cursor);
    const cursors = cursorsOf(tokens, 'audit', site.id, JSON.stringify(asked), moderator.id);
    const question = { site: site.id, limit, ...auditQuestion(asked), ...cursors.from(cursor) };
    const { page: found, names } = await listAudit(app, question);
    const page = auditPage(cursors.sealed(found), names);
    const headers = nextPage(app.baseUrl, event, { ...asked, limit, as, cursor: page.next });
    if (as !== 'csv') return json<Reply>(200, page, headers);
    const [head, rows] = tableOf(page.entries);
    return csv(`audit-${site.id}`, head, rows, headers);
  });
