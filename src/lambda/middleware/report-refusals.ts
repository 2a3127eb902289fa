import { problemOf } from '../../api/problem.ts';
import { NOTE_MAX } from '../../api/readers/report-comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { refusedReportPage, typedNames } from '../../pages/reports/refused-report-page.ts';
import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { keptOf, typedIn } from '../forms/typed-form.ts';
import { languageOf, page, targetOf, wantsPage } from '../http.ts';
import { waysBack } from '../pages/ways-back.ts';
import { refusalHeaders } from './answer.ts';
import type { Located } from './locate.ts';
import type { WithBody } from './read-body.ts';

/** A refused report is answered with a page in its reader's language, with the form as they filled it in. */
export const reportRefusals = (): Around => ({
  onError: (request) => {
    const { event, error } = request;
    if (!wantsPage(event)) return;
    const known = knownSoFar<Arrived & Located & WithBody>(request);
    const { language, site } = known;
    const { code, status } = problemOf(error, event.requestContext.requestId);
    const form = typedIn(known, typedNames);
    const markup = refusedReportPage({
      ...{ code, site, noteMax: NOTE_MAX, action: targetOf(event) },
      ...(error instanceof Refusal ? { fields: error.fields, retryAfterS: error.retryAfterS } : {}),
      language: language ?? languageOf(event, site?.language),
      ...{ typed: form?.fields, kept: keptOf(form) },
      ...waysBack(known, error, form?.fields),
    });
    request.response = page(status, markup, { ...pageHeaders(site?.origins), ...refusalHeaders(error) });
  },
});
