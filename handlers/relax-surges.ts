import { surgeView } from '../src/api/moderator-views.ts';
import { type Reply, roles } from '../src/api/moderators/relax-surges.ts';
import { surgesApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { relaxSurges } from '../src/use-cases/relax-surges.ts';

const app = surgesApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ site, moderator }) => {
    const ended = await relaxSurges(app, { site: site.id, by: moderator.id });
    return json<Reply>(200, { ended: ended.map(surgeView) });
  });
