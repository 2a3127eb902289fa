import { body, type Reply } from '../src/api/moderators/team/join-team.ts';
import { memberView } from '../src/api/team/member-views.ts';
import { joiningApp } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { signedIn } from '../src/lambda/middleware/signed-in.ts';
import { invitationOf, personOf } from '../src/lambda/team.ts';
import { reservationOf } from '../src/submission/reserved-ids.ts';
import { joinTeam } from '../src/use-cases/join-team.ts';

const app = joiningApp();

export const handler = endpoint(app)
  .with(signedIn(app))
  .with(readJson(body))
  .handler(async ({ site: { id: site }, bearer, body: { invitation: token, idToken, nonce } }) => {
    const { verifyIdToken, signIn, now, newBatch } = app;
    const { subject, email } = await verifyIdToken({ idToken, nonce });
    // The gateway has checked that the bearer's issuer is the one whose ID tokens are verified.
    if (subject !== bearer.subject || bearer.issuer !== signIn.memberIssuer)
      throw new Refusal('invalid-id-token', 'The ID token is not of the account that is signed in.');

    const { id: invitation, address } = invitationOf(site, token, email);
    const { digests } = await app.secrets();
    const reserve = reservationOf(digests, site, email);
    const joining = { ...personOf(site, bearer), invitation, address, reserve };
    const member = await joinTeam(app, joining, { now: now(), event: newBatch() });
    return json<Reply>(201, { member: memberView(member) });
  });
