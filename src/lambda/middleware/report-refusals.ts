import { problemOf } from '../../api/problem.ts';
import { Refusal } from '../../comment/refusal.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { refusalPage } from '../../pages/refusal-page.ts';
import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { languageOf, page, targetOf, wantsPage } from '../http.ts';
import { refusalHeaders } from './answer.ts';
import type { Located } from './locate.ts';
import type { Reported } from './validate-report.ts';

/** A refused report is answered with a page in its reader's language, which leads back. */
export const reportRefusals = (): Around => ({
  onError: (request) => {
    const { event, error } = request;
    if (!wantsPage(event)) return;
    const { language, site, back }: Partial<Located & Reported> = knownSoFar<Arrived & Located & Reported>(
      request,
    );
    const problem = problemOf(error, event.requestContext.requestId);
    const markup = refusalPage({
      ...problem,
      language: language ?? languageOf(event, site?.language),
      ...(error instanceof Refusal ? { fields: [] } : {}),
      action: targetOf(event),
      isReport: true,
      articleLink: back,
      site,
    });
    request.response = page(problem.status, markup, {
      ...pageHeaders(site?.origins),
      ...refusalHeaders(error),
    });
  },
});
