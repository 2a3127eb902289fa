import { cache, query } from '../src/api/readers/render-comments.ts';
import { listsApp } from '../src/app.ts';
import { commentsPageAddress } from '../src/comment/addresses.ts';
import { checkLinkOrigin } from '../src/lambda/article-origin.ts';
import { cached } from '../src/lambda/cached.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { fitting } from '../src/lambda/fitting.ts';
import { isDocument, seeOther } from '../src/lambda/http.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { pageEndpoint } from '../src/lambda/page-endpoint.ts';
import { listReply } from '../src/lambda/pages/list-reply.ts';
import { newestReply } from '../src/lambda/pages/newest-reply.ts';
import { listNewest } from '../src/use-cases/feeds/list-newest.ts';
import { listComments } from '../src/use-cases/list-comments.ts';

const app = listsApp();
const { baseUrl } = app;

export const handler = pageEndpoint(app)
  .with(readQuery(query))
  .handler(async ({ event, site, language, query: { article, ...asked } }) => {
    const { order, around, cursor, as, page } = asked;
    checkLinkOrigin(site, page, 'page');
    if (isDocument(event) && as !== 'page')
      return seeOther(commentsPageAddress(baseUrl, site.id, { article, ...asked }));
    if (article === undefined) {
      const newest = await listNewest(app, { site, article, limit: asked.limit });
      return cached(event, newestReply(newest, { baseUrl, site, language, isWhole: as === 'page' }), cache);
    }
    const { tokens } = await app.secrets(cursor);
    const cursors = cursorsOf(tokens, 'comments.html', site.id, article, order);
    const from = { ...(around ? { around } : {}), ...cursors.from(cursor) };
    const reply = await fitting(asked.limit, async (limit) => {
      const found = await listComments(app, { site: site.id, article, order, ...from, limit });
      const list = { ...found, page: cursors.sealed(found.page) };
      return listReply({ baseUrl, site, language, asked: { article, ...asked }, list });
    });
    return cached(event, reply, cache);
  });
