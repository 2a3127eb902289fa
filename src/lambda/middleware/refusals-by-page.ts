import { type Problem, problemOf } from '../../api/problem.ts';
import type { Language } from '../../comment/site.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { languageOf, page, wantsPage } from '../http.ts';
import { refusalHeaders } from './answer.ts';
import type { Located } from './locate.ts';

/** What was refused, for a page in its reader's language. */
export type Refused = { readonly problem: Problem; readonly error: unknown; readonly language: Language };

type Options = {
  /** Whether a form of the page may end up on a page of the site. */
  readonly backToSite: boolean;
};

/**
 * Refusals as pages, where that is what the browser wants.
 * @param draw makes the markup of what is known, as far as the layers got
 */
export const refusalsByPage = <Known extends Arrived & Located>(
  draw: (known: Arrived & Partial<Known>, refused: Refused) => string | Promise<string>,
  { backToSite }: Options,
): Around => ({
  onError: async (request) => {
    const { event, error } = request;
    if (!wantsPage(event)) return;
    const known = knownSoFar<Known>(request);
    const problem = problemOf(error, event.requestContext.requestId);
    const language = known.language ?? languageOf(event, known.site?.language);
    const markup = await draw(known, { problem, error, language });
    const headers = pageHeaders(backToSite ? known.site?.origins : []);
    request.response = page(problem.status, markup, { ...headers, ...refusalHeaders(error) });
  },
});
