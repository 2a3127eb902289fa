import { type Reply, roles } from '../src/api/moderators/bans/list-bans.ts';
import { banView } from '../src/api/views/ban-view.ts';
import { bansApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = bansApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ site }) => {
    const bans = await app.store.listBans(site.id);
    return json<Reply>(200, { bans: bans.map(banView) });
  });
