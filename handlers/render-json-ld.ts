import { cache, query } from '../src/api/readers/render-json-ld.ts';
import { readersApp } from '../src/app.ts';
import { linkOnSite } from '../src/comment/article.ts';
import { linkedData } from '../src/feeds/linked-data.ts';
import { checkLinkOrigin } from '../src/lambda/article-origin.ts';
import { cached } from '../src/lambda/cached.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { fitting } from '../src/lambda/fitting.ts';
import { content } from '../src/lambda/http.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { listComments } from '../src/use-cases/list-comments.ts';

const app = readersApp();

export const handler = endpoint(app)
  .with(readQuery(query))
  .handler(async ({ event, site, query: { cursor, around, page: shownOn, ...asked } }) => {
    checkLinkOrigin(site, shownOn, 'page');
    const { tokens } = await app.secrets(cursor);
    // Of the fragment that it stands beside: a page hands the same cursor to both.
    const cursors = cursorsOf(tokens, 'comments.html', site.id, asked.article, asked.order);
    const from = { ...(around ? { around } : {}), ...cursors.from(cursor) };
    const reply = await fitting(asked.limit, async (limit) => {
      const { article, page } = await listComments(app, { site: site.id, ...asked, ...from, limit });
      const { id, title, link, approved: count } = article;
      const of = {
        baseUrl: app.baseUrl,
        site,
        article: { id, title, link: shownOn ?? linkOnSite(site, link), count },
      };
      return content('application/ld+json', linkedData(page.items, of));
    });
    return cached(event, reply, cache);
  });
