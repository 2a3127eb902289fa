import { params, query, type Reply, roles } from '../src/api/moderators/team/remove-member.ts';
import { teamApp } from '../src/app.ts';
import { actingAs } from '../src/lambda/acting.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readPath, readQuery } from '../src/lambda/middleware/read-query.ts';
import { removeMember } from '../src/use-cases/remove-member.ts';

const app = teamApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readPath(params))
  .with(readQuery(query))
  .handler(async ({ site, moderator, path: { member: id }, query: { version } }) => {
    await removeMember(app, { site: site.id, id, version }, actingAs(moderator, app));
    return json<Reply>(200, { id, status: 'removed' });
  });
