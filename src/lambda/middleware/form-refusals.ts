import { problemOf } from '../../api/problem.ts';
import { present } from '../../comment/present.ts';
import { Refusal } from '../../comment/refusal.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { type RefusedPost, refusalPage, typedNames } from '../../pages/refusal-page.ts';
import type { ReadSecrets } from '../../tokens/secrets.ts';
import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { keptOf, typedIn } from '../forms/typed-form.ts';
import { visitorCookie } from '../forms/visitor-cookie.ts';
import { languageOf, page, targetOf, wantsPage } from '../http.ts';
import { namedArticle, waysBack } from '../pages/ways-back.ts';
import { refusalHeaders } from './answer.ts';
import type { Located } from './locate.ts';
import type { WithBody } from './read-body.ts';
import type { Submitted } from './validate-submission.ts';

export type FormIssuer = {
  readonly now: () => number;
  readonly newNonce: () => string;
  readonly secrets: ReadSecrets;
};

type Known = Arrived & Partial<Located & WithBody & Submitted>;

/**
 * A refused form comes back as a page in its reader's language, with everything they typed and a fresh form token.
 * @param issuer of the tokens; without one, where no form can be sent, there are none
 */
export const formRefusals = (issuer?: FormIssuer): Around => ({
  onError: async (request) => {
    const { event, error } = request;
    if (!wantsPage(event)) return;
    const known: Known = knownSoFar<Arrived & Located & WithBody & Submitted>(request);
    const problem = problemOf(error, event.requestContext.requestId);
    const form = typedIn(known, typedNames);
    const typed = form?.fields;
    const markup = refusalPage({
      ...problem,
      ...(error instanceof Refusal ? saidOf(error) : {}),
      language: known.language ?? languageOf(event, known.site?.language),
      action: targetOf(event),
      typed,
      kept: keptOf(form),
      // Of a form that was refused before its article was read, too: a token for what is none is good for nothing.
      ...(await ofForm(known, namedArticle(known, typed), issuer)),
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

const saidOf = ({ fields, retryAfterS, successor }: Refusal) => ({ fields, retryAfterS, successor });

/** A fresh token, and whether the reader is known. Neither when the site is not known, or the very reason is that the secret cannot be had. */
const ofForm = async (
  { event, site }: Known,
  article: string | undefined,
  issuer: FormIssuer | undefined,
): Promise<Pick<RefusedPost, 'formToken' | 'isRemembered'>> => {
  if (!issuer || !site || !article) return {};
  const cookie = visitorCookie(event);
  const { tokens } = await issuer.secrets(cookie).catch(() => ({ tokens: undefined }));
  const issuedAt = issuer.now();
  return {
    formToken: tokens?.form.issue(site.id, article, { issuedAt, nonce: issuer.newNonce() }),
    isRemembered: tokens?.visitor.read(cookie, site.id, issuedAt) !== undefined,
  };
};
