import type { Reply } from '../src/api/readers/report-comment.ts';
import { reportsApp } from '../src/app.ts';
import { commentsPagePath } from '../src/comment/addresses.ts';
import { reporterOf } from '../src/lambda/abuse/reporter.ts';
import { chain } from '../src/lambda/chain.ts';
import { visitorCookie } from '../src/lambda/forms/visitor-cookie.ts';
import { page as html, json, wantsPage } from '../src/lambda/http.ts';
import { answer } from '../src/lambda/middleware/answer.ts';
import { checkOrigin } from '../src/lambda/middleware/check-origin.ts';
import { cors } from '../src/lambda/middleware/cors.ts';
import { locate } from '../src/lambda/middleware/locate.ts';
import { readBody } from '../src/lambda/middleware/read-body.ts';
import { reportRefusals } from '../src/lambda/middleware/report-refusals.ts';
import { validateReport } from '../src/lambda/middleware/validate-report.ts';
import { pageHeaders } from '../src/pages/layout.ts';
import { reportedPage } from '../src/pages/reports/report-page.ts';
import { reportComment } from '../src/use-cases/report-comment.ts';

const app = reportsApp();

export const handler = chain(cors(), answer(), reportRefusals())
  .with(locate(app))
  .with(checkOrigin(app.baseUrl, { forms: true }))
  .with(readBody({ forms: true }))
  .with(validateReport())
  .handler(async ({ event, site, language, given, back }) => {
    const { comment: id, visitor, ...request } = given;
    const reporter = reporterOf(
      event,
      site,
      visitor,
      await app.secrets(visitor ?? visitorCookie(event)),
      app,
    );
    const context = { site, reporter, now: app.now(), batch: app.newBatch() };
    await reportComment(app, { ...request, id }, context);
    if (!wantsPage(event)) return json<Reply>(202, { status: 'received' });
    const comments = commentsPagePath(site.id, { article: given.article, around: id, lang: language });
    return html(200, reportedPage({ language, site, link: back, comments }), pageHeaders(site.origins));
  });
