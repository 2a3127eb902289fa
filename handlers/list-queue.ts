import { queuedComment, queuePage } from '../src/api/moderator-views.ts';
import { queueQuery, readQuery, readQueue } from '../src/api/queries.ts';
import { moderatorsApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { listQueue } from '../src/use-cases/list-queue.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly('comments:moderate', 'comments:admin'))
  .handler(async ({ event, site, moderator, language }) => {
    const queue = readQueue(event.pathParameters?.queue ?? '');
    const { cursor, ...query } = readQuery(queueQuery, event.rawQueryString);
    const { tokens } = await app.secrets();
    const list = [site.id, queue, query.order, query.article ?? '', query.reason ?? '', moderator.sub];
    const cursors = cursorsOf(tokens, 'queue', ...list);
    const { page, articles } = await listQueue(app, {
      site: site.id,
      queue,
      ...query,
      ...cursors.from(cursor),
    });
    const comments = page.items.map((comment) =>
      queuedComment(comment, language, articles.get(comment.article)),
    );
    return json(200, queuePage({ ...cursors.sealed(page), items: comments }));
  });
