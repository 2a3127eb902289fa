import { query, type Reply, roles } from '../src/api/moderators/read-policy.ts';
import { policyApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { readPolicy } from '../src/use-cases/read-policy.ts';

const app = policyApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .handler(async ({ site, query: { version } }) => json<Reply>(200, await readPolicy(app, site, version)));
