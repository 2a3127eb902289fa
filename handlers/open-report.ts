import { query } from '../src/api/readers/open-report.ts';
import { NOTE_MAX } from '../src/api/readers/report-comment.ts';
import { reportsApp } from '../src/app.ts';
import { commentsPagePath, formAction } from '../src/comment/addresses.ts';
import { linkOnSite } from '../src/comment/article.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { timeZoneOf } from '../src/comment/site.ts';
import { checkLinkOrigin } from '../src/lambda/article-origin.ts';
import { page as html } from '../src/lambda/http.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { pageEndpoint } from '../src/lambda/page-endpoint.ts';
import { pageHeaders } from '../src/pages/layout.ts';
import { reportPage } from '../src/pages/reports/report-page.ts';

const app = reportsApp();

export const handler = pageEndpoint(app)
  .with(readQuery(query))
  .handler(async ({ site, language, query: { article, comment: id, page } }) => {
    checkLinkOrigin(site, page, 'page');
    const [known, comment] = await Promise.all([
      app.store.readArticle(site.id, article),
      app.store.findShown({ site: site.id, article, id }),
    ]);
    if (!comment) throw new Refusal('comment-not-found', 'That comment is not published.');
    const action = formAction(site.id, 'reports', language);
    const link = page ?? linkOnSite(site, known?.link);
    const shown = {
      language,
      site,
      timeZone: timeZoneOf(site),
      display: site.policy.display,
      comments: commentsPagePath(site.id, { article, around: id, lang: language }),
      ...{ link, action, article, comment },
      noteMax: NOTE_MAX,
    };
    return html(200, reportPage(shown), pageHeaders(site.origins));
  });
