import { query, type Reply, roles } from '../src/api/moderators/list-article-comments.ts';
import { searchOf } from '../src/api/rows/row-query.ts';
import { articleComment, rowsPage } from '../src/api/rows/row-views.ts';
import { moderatorsApp } from '../src/app.ts';
import type { Comment } from '../src/comment/comment.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { fitting } from '../src/lambda/fitting.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { listArticleComments } from '../src/use-cases/list-article-comments.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .handler(async ({ site, moderator, language, query: { cursor, verdict, ...asked } }) => {
    const { tokens } = await app.secrets(cursor);
    const { limit: _, q, link, ...filters } = asked;
    const list = [site.id, JSON.stringify({ q, link, ...filters }), moderator.id];
    const cursors = cursorsOf(tokens, 'article', ...list);
    const matches = searchOf(asked);
    const question = { site: site.id, ...filters, ...cursors.from(cursor), ...(matches && { matches }) };
    const isWhole = verdict === 'full';
    return fitting(asked.limit, async (limit) => {
      const { page, around } = await listArticleComments(app, { ...question, limit });
      const row = (comment: Comment) => articleComment(comment, { site, language, around, isWhole });
      return json<Reply>(200, rowsPage(cursors.sealed(page), row));
    });
  });
