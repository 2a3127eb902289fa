import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

export const handler = endpoint(moderatorsApp())
  .with(moderatorsOnly('comments:moderate', 'comments:admin'))
  .handler(async ({ site: { policy, version } }) => json(200, { policy, version }));
