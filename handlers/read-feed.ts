import { type Reply, roles } from '../src/api/moderators/feed/read-feed.ts';
import { feedView } from '../src/api/team/member-views.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ site, moderator: { id } }) =>
    json<Reply>(200, feedView(await app.store.readMember(site.id, id))),
  );
