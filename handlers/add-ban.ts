import { body, type Reply, roles } from '../src/api/moderators/bans/add-ban.ts';
import { banView } from '../src/api/views/ban-view.ts';
import { bansApp } from '../src/app.ts';
import { banRequestOf } from '../src/lambda/abuse/read-ban-request.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { addBan } from '../src/use-cases/add-ban.ts';

const app = bansApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(body))
  .handler(async ({ site, moderator, body: given }) => {
    const { digests } = await app.secrets();
    const now = app.now();
    const context = { site, by: moderator.id, now, batch: app.newBatch(), digests };
    const { ban, replaced } = await addBan(app, banRequestOf(given, now), context);
    return json<Reply>(replaced ? 200 : 201, {
      ...banView(ban),
      replaced: replaced ? banView(replaced) : null,
    });
  });
