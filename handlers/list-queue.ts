import { queuedComment, queuePage } from '../src/api/moderator-views.ts';
import { params, query, type Reply, roles } from '../src/api/moderators/list-queue.ts';
import { moderatorsApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { fitting } from '../src/lambda/fitting.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readPath, readQuery } from '../src/lambda/middleware/read-query.ts';
import { listQueue } from '../src/use-cases/list-queue.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readPath(params))
  .with(readQuery(query))
  .handler(async ({ site, moderator, language, path: { queue }, query: { cursor, ...asked } }) => {
    const { tokens } = await app.secrets(cursor);
    const list = [site.id, queue, asked.order, asked.article ?? '', asked.reason ?? '', moderator.id];
    const cursors = cursorsOf(tokens, 'queue', ...list);
    const question = { site: site.id, queue, ...asked, ...cursors.from(cursor) };
    return fitting(asked.limit, async (limit) => {
      const { page, articles } = await listQueue(app, { ...question, limit });
      const items = page.items.map((one) => queuedComment(one, language, articles.get(one.article)));
      return json<Reply>(200, queuePage({ ...cursors.sealed(page), items }));
    });
  });
