import { queuedComment, queuePage } from '../src/api/moderator-views.ts';
import { params, query, type Reply, scopes } from '../src/api/moderators/list-queue.ts';
import { moderatorsApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readPath, readQuery } from '../src/lambda/middleware/read-query.ts';
import { listQueue } from '../src/use-cases/list-queue.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(scopes))
  .with(readPath(params))
  .with(readQuery(query))
  .handler(async ({ site, moderator, language, path: { queue }, query: { cursor, ...asked } }) => {
    const { tokens } = await app.secrets();
    const list = [site.id, queue, asked.order, asked.article ?? '', asked.reason ?? '', moderator.sub];
    const cursors = cursorsOf(tokens, 'queue', ...list);
    const question = { site: site.id, queue, ...asked, ...cursors.from(cursor) };
    const { page, articles } = await listQueue(app, question);
    const comments = page.items.map((comment) =>
      queuedComment(comment, language, articles.get(comment.article)),
    );
    return json<Reply>(200, queuePage({ ...cursors.sealed(page), items: comments }));
  });
