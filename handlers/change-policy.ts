import { bodyBytesMax, type Reply, roles, sentBody } from '../src/api/moderators/change-policy.ts';
import { policyTrialApp } from '../src/app.ts';
import { actingAs } from '../src/lambda/acting.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { changePolicy } from '../src/use-cases/change-policy.ts';

const app = policyTrialApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(sentBody, bodyBytesMax))
  .handler(async ({ site, language, moderator, body: { policy, ...asked } }) => {
    const author = { ...actingAs(moderator, app), language };
    const { document, version } = await changePolicy(app, site, { ...asked, document: policy }, author);
    return json<Reply>(200, { policy: document, version });
  });
