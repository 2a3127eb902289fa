import { problemOf } from '../../api/problem.ts';
import { present } from '../../comment/present.ts';
import { Refusal } from '../../comment/refusal.ts';
import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import type { MakeFresh } from '../forms/fresh-form.ts';
import { keptOf, typedIn } from '../forms/typed-form.ts';
import { type HttpEvent, isReading, languageOf, page, targetOf, wantsPage } from '../http.ts';
import { waysBack } from '../pages/ways-back.ts';
import { refusalHeaders } from './answer.ts';
import type { Located } from './locate.ts';
import type { WithBody } from './read-body.ts';
import type { Submitted } from './validate-submission.ts';

type Known = Arrived & Partial<Located & WithBody & Submitted>;

/**
 * A refused form comes back as a page in its reader's language, with everything they typed and a fresh form token.
 * @param fresh makes the token; absent where no form can be sent
 */
export const formRefusals = (fresh?: MakeFresh): Around => ({
  onError: async (request) => {
    const { event, error } = request;
    if (!wantsPage(event)) return;
    // Loaded when it is needed: most submissions need no page.
    const { pageHeaders } = await import('../../pages/layout.ts');
    const { refusalPage, typedNames } = await import('../../pages/refusal-page.ts');
    const known: Known = knownSoFar<Arrived & Located & WithBody & Submitted>(request);
    const problem = problemOf(error, event.requestContext.requestId);
    const form = typedIn(known, typedNames);
    const typed = form?.fields;
    const markup = refusalPage({
      ...problem,
      ...(error instanceof Refusal ? saidOf(error) : {}),
      code: wordsOf(problem.code, event),
      language: known.language ?? languageOf(event, known.site?.language),
      action: targetOf(event),
      typed,
      kept: keptOf(form),
      ...(await fresh?.(known, typed)),
      ...waysBack(known, error, typed),
      ...present({ articleLink: known.post?.submission.link }),
      site: known.site,
    });
    request.response = page(problem.status, markup, {
      ...pageHeaders(known.site?.origins),
      ...refusalHeaders(error),
    });
  },
});

/** The fields of an address are no form's, to be corrected and sent again: it is told as a wrong query is. */
const wordsOf = <C extends string>(code: C, event: HttpEvent): C | 'invalid-query' => {
  if (code !== 'invalid-fields' || !isReading(event)) return code;
  return 'invalid-query';
};

const saidOf = ({ fields, retryAfterS, successor }: Refusal) => ({ fields, retryAfterS, successor });
