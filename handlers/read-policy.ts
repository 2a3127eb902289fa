import { type Reply, scopes } from '../src/api/moderators/read-policy.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

export const handler = endpoint(moderatorsApp())
  .with(moderatorsOnly(scopes))
  .handler(async ({ site: { policy, version } }) => json<Reply>(200, { policy, version }));
