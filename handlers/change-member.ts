import { body, params, type Reply, roles } from '../src/api/moderators/team/change-member.ts';
import { memberView } from '../src/api/team/member-views.ts';
import { teamApp } from '../src/app.ts';
import { actingAs } from '../src/lambda/acting.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { readPath } from '../src/lambda/middleware/read-query.ts';
import { reservationOf } from '../src/submission/reserved-ids.ts';
import { changeMember } from '../src/use-cases/change-member.ts';

const app = teamApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readPath(params))
  .with(readJson(body))
  .handler(async ({ site, moderator, path: { member: id }, body: { version, ...changes } }) => {
    const subject = { site: site.id, id, version };
    const { digests } = await app.secrets();
    const reserved = changes.name === undefined ? {} : reservationOf(digests, site.id)(changes.name);
    const changed = await changeMember(app, subject, { ...changes, ...reserved }, actingAs(moderator, app));
    return json<Reply>(200, { member: memberView(changed) });
  });
