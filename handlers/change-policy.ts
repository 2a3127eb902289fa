import { bodyBytesMax, type Reply, roles, sentBody } from '../src/api/moderators/change-policy.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { changePolicy } from '../src/use-cases/change-policy.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(sentBody, bodyBytesMax))
  .handler(async ({ site, body: change }) => {
    const { policy, version } = await changePolicy(app, site, change.policy, change.version);
    return json<Reply>(200, { policy, version });
  });
