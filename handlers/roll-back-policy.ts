import { body, type Reply, roles } from '../src/api/moderators/policy/roll-back-policy.ts';
import { policyTrialApp } from '../src/app.ts';
import { actingAs } from '../src/lambda/acting.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { rollBackPolicy } from '../src/use-cases/roll-back-policy.ts';

const app = policyTrialApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(body))
  .handler(async ({ site, language, moderator, body: asked }) => {
    const author = { ...actingAs(moderator, app), language };
    const { document, version } = await rollBackPolicy(app, site, asked, author);
    return json<Reply>(200, { policy: document, version });
  });
