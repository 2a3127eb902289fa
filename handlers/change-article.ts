import { articleView } from '../src/api/moderator-views.ts';
import { body, query, type Reply, roles } from '../src/api/moderators/change-article.ts';
import { moderatorsApp } from '../src/app.ts';
import { actingAs } from '../src/lambda/acting.ts';
import { checkLinkOrigin } from '../src/lambda/article-origin.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { changeArticle } from '../src/use-cases/change-article.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .with(readJson(body))
  .handler(async ({ site, moderator, query: { article }, body: settings }) => {
    checkLinkOrigin(site, settings.link);
    const acting = actingAs(moderator, app);
    const changed = await changeArticle(app, { site: site.id, id: article }, settings, acting);
    return json<Reply>(200, articleView(changed));
  });
