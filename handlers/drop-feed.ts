import { type Reply, roles } from '../src/api/moderators/feed/drop-feed.ts';
import { feedView } from '../src/api/team/member-views.ts';
import { teamApp } from '../src/app.ts';
import { actingAs } from '../src/lambda/acting.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { setFeed } from '../src/use-cases/change-member.ts';

const app = teamApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ site, moderator }) => {
    const subject = { site: site.id, id: moderator.id };
    return json<Reply>(200, feedView(await setFeed(app, subject, undefined, actingAs(moderator, app))));
  });
