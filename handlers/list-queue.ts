import { params, query, type Reply, roles } from '../src/api/moderators/list-queue.ts';
import { searchOf } from '../src/api/rows/row-query.ts';
import { queuedComment, rowsPage } from '../src/api/rows/row-views.ts';
import { pollApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { fitting } from '../src/lambda/fitting.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readPath, readQuery } from '../src/lambda/middleware/read-query.ts';
import { listQueue, type QueueRow } from '../src/use-cases/list-queue.ts';

const app = pollApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readPath(params))
  .with(readQuery(query))
  .handler(async ({ site, moderator, language, path: { queue }, query: { cursor, verdict, ...asked } }) => {
    const { tokens } = await app.secrets(cursor);
    const { limit: _, q, link, ...filters } = asked;
    const list = [site.id, queue, JSON.stringify({ q, link, ...filters }), moderator.id];
    const cursors = cursorsOf(tokens, 'queue', ...list);
    const matches = searchOf(asked);
    const question = {
      site: site.id,
      queue,
      ...filters,
      ...cursors.from(cursor),
      ...(matches && { matches }),
    };
    const isWhole = verdict === 'full';
    return fitting(asked.limit, async (limit) => {
      const { page, around } = await listQueue(app, { ...question, limit, isWhole });
      const row = (comment: QueueRow) => queuedComment(comment, { site, language, around, isWhole });
      return json<Reply>(200, rowsPage(cursors.sealed(page), row));
    });
  });
