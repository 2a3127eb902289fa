import { articleView } from '../src/api/moderator-views.ts';
import { query, type Reply, roles } from '../src/api/moderators/read-article.ts';
import { moderatorsApp } from '../src/app.ts';
import { unknownArticle } from '../src/comment/article.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .handler(async ({ site, query: { article } }) => {
    const known = await app.store.readArticle(site.id, article);
    return json<Reply>(200, articleView(known ?? unknownArticle(site.id, article)));
  });
