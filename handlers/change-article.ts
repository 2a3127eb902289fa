import { articleChange } from '../src/api/moderation.ts';
import { articleView } from '../src/api/moderator-views.ts';
import { readOrRefuse } from '../src/api/read-or-refuse.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { locateArticle } from '../src/lambda/middleware/locate-article.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { jsonValue, readBody } from '../src/lambda/middleware/read-body.ts';
import { checkOwnLink } from '../src/lambda/own-origin.ts';
import { changeArticle } from '../src/use-cases/change-article.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly('comments:moderate', 'comments:admin'))
  .with(locateArticle())
  .with(readBody())
  .handler(async ({ site, article, input }) => {
    const settings = readOrRefuse(articleChange, jsonValue(input));
    checkOwnLink(site, settings.link);
    return json(200, articleView(await changeArticle(app, { site: site.id, id: article }, settings)));
  });
