import { NOTE_MAX } from '../../api/readers/report-comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import { refusedReportPage, typedNames } from '../../pages/reports/refused-report-page.ts';
import type { Around, Arrived } from '../chain.ts';
import { keptOf, typedIn } from '../forms/typed-form.ts';
import { targetOf } from '../http.ts';
import { waysBack } from '../pages/ways-back.ts';
import type { Located } from './locate.ts';
import type { WithBody } from './read-body.ts';
import { refusalsByPage } from './refusals-by-page.ts';

/** A refused report is answered with a page in its reader's language, with the form as they filled it in. */
export const reportRefusals = (): Around =>
  refusalsByPage<Arrived & Located & WithBody>(
    (known, { problem: { code }, error, language }) => {
      const { event, site } = known;
      const form = typedIn(known, typedNames);
      return refusedReportPage({
        ...{ code, site, language, noteMax: NOTE_MAX, action: targetOf(event) },
        ...(error instanceof Refusal ? { fields: error.fields, retryAfterS: error.retryAfterS } : {}),
        ...{ typed: form?.fields, kept: keptOf(form) },
        ...waysBack(known, error, form?.fields),
      });
    },
    { backToSite: true },
  );
