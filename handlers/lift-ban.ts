import { params, type Reply, roles } from '../src/api/moderators/bans/lift-ban.ts';
import { bansApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readPath } from '../src/lambda/middleware/read-query.ts';
import { liftBan } from '../src/use-cases/lift-ban.ts';

const app = bansApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readPath(params))
  .handler(async ({ site, moderator, path: { ban } }) => {
    await liftBan(app, ban, { site, by: moderator.id, now: app.now(), batch: app.newBatch() });
    return json<Reply>(200, { lifted: ban });
  });
