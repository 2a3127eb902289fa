import { articleView } from '../src/api/moderator-views.ts';
import { moderatorsApp } from '../src/app.ts';
import { unknownArticle } from '../src/comment/article.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { locateArticle } from '../src/lambda/middleware/locate-article.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly('comments:moderate', 'comments:admin'))
  .with(locateArticle())
  .handler(async ({ site, article }) => {
    const known = await app.store.readArticle(site.id, article);
    return json(200, articleView(known ?? unknownArticle(site.id, article)));
  });
