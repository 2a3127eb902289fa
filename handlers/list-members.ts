import { type Reply, roles } from '../src/api/moderators/team/list-members.ts';
import { teamView } from '../src/api/team/member-views.ts';
import { rosterApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = rosterApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ site }) => {
    const { members, invitations } = await app.store.readTeam(site.id);
    return json<Reply>(200, { members: teamView(members, invitations, app.now()) });
  });
