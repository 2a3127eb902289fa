import { body, type Reply, roles } from '../src/api/moderators/team/add-member.ts';
import { invitationView, memberView } from '../src/api/team/member-views.ts';
import { teamApp } from '../src/app.ts';
import { invitationAddress } from '../src/comment/addresses.ts';
import { actingAs } from '../src/lambda/acting.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { invitationOf, programOf } from '../src/lambda/team.ts';
import { reservationOf } from '../src/submission/reserved-ids.ts';
import { addProgram, inviteMember } from '../src/use-cases/add-member.ts';

const app = teamApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(body))
  .handler(async ({ site: { id: site }, moderator, body: { name, role, email, ...program } }) => {
    const acting = actingAs(moderator, app);
    if (email === undefined) {
      const wanted = { ...programOf(site, program, app.signIn), name, role };
      return json<Reply>(201, {
        member: memberView(await addProgram(app, wanted, acting)),
        invitation: null,
      });
    }
    const token = app.newToken();
    const { digests } = await app.secrets();
    const { reservedName: _, ...reserved } = reservationOf(digests, site, email)(name);
    const wanted = { ...invitationOf(site, token, email), ...reserved, name, role };
    const member = invitationView(await inviteMember(app, wanted, acting));
    const expiresAt = member.expiresAt ?? '';
    const link = invitationAddress(app.baseUrl, site, token);
    return json<Reply>(201, { member, invitation: { token, link, expiresAt } });
  });
