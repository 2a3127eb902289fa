import { query, type Reply, roles } from '../src/api/moderators/policy/list-policy-versions.ts';
import { historyPage } from '../src/api/views/policy-history-view.ts';
import { policyApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json, nextPage } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { listPolicyVersions } from '../src/use-cases/list-policy-versions.ts';

const app = policyApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .handler(async ({ event, site, moderator, query: { cursor } }) => {
    const { tokens } = await app.secrets(cursor);
    const cursors = cursorsOf(tokens, 'policy-history', site.id, moderator.id);
    const { page, names } = await listPolicyVersions(app, site, cursors.from(cursor));
    const reply = historyPage(cursors.sealed(page), names);
    return json<Reply>(200, reply, nextPage(app.baseUrl, event, { cursor: reply.next }));
  });
