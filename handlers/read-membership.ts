import { type Reply, roles } from '../src/api/moderators/team/read-membership.ts';
import { moderatorsApp } from '../src/app.ts';
import { rightsOf } from '../src/comment/member.ts';
import { timeZoneOf } from '../src/comment/site.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ site, moderator: { id, name, role } }) =>
    json<Reply>(200, {
      member: { id, name, role },
      site: { id: site.id, name: site.name, language: site.language, timeZone: timeZoneOf(site) },
      rights: rightsOf(role),
    }),
  );
