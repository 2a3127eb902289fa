import { body, type Reply, roles } from '../src/api/moderators/feed/make-feed.ts';
import { timestamp } from '../src/api/reader-views.ts';
import { teamApp } from '../src/app.ts';
import { actingAs } from '../src/lambda/acting.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { newFeed } from '../src/lambda/team.ts';
import { setFeed } from '../src/use-cases/change-member.ts';

const app = teamApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(body))
  .handler(async ({ site, moderator }) => {
    const acting = actingAs(moderator, app);
    const owner = { site: site.id, id: moderator.id };
    const { url, digest } = newFeed(app, owner);
    await setFeed(app, owner, digest, acting);
    return json<Reply>(201, { url, since: timestamp(acting.now) });
  });
