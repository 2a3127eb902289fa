import { readPolicyChange } from '../src/api/policy.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { jsonValue, readBody } from '../src/lambda/middleware/read-body.ts';
import { changePolicy } from '../src/use-cases/change-policy.ts';

/** Lists of thousands of terms fit, and one item of the table still holds them. */
const BYTES_MAX = 256 * 1024;
const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly('comments:admin'))
  .with(readBody({ bytesMax: BYTES_MAX }))
  .handler(async ({ site, input }) => {
    const change = readPolicyChange(jsonValue(input));
    const { policy, version } = await changePolicy(app, site, change.policy, change.version);
    return json(200, { policy, version });
  });
