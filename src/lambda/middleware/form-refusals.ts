import { articlesOfForm } from '../../api/fields/article-of-form.ts';
import { canonicalId } from '../../api/fields/canonical-id.ts';
import { problemOf } from '../../api/problem.ts';
import { Refusal } from '../../comment/refusal.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { refusalPage, typedNames } from '../../pages/refusal-page.ts';
import type { Secrets } from '../../tokens/secrets.ts';
import { pageOnSite } from '../article-origin.ts';
import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { keptOf, typedIn } from '../forms/typed-form.ts';
import { languageOf, page, targetOf, wantsPage } from '../http.ts';
import { refusalHeaders } from './answer.ts';
import type { Located } from './locate.ts';
import type { WithBody } from './read-body.ts';
import type { Submitted } from './validate-submission.ts';

export type FormIssuer = {
  readonly now: () => number;
  readonly newNonce: () => string;
  readonly secrets: () => Promise<Secrets>;
};

type Typed = ReadonlyMap<string, string>;
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
      formToken: await freshToken(known, articleOf(known, typed), issuer),
      articleLink: known.post?.submission.link ?? linkIn(known, typed),
      site: known.site,
    });
    request.response = page(problem.status, markup, {
      ...pageHeaders(known.site?.origins),
      ...refusalHeaders(error),
    });
  },
});

const saidOf = ({ fields, retryAfterS, successor }: Refusal) => ({ fields, retryAfterS, successor });

/** Where a form that was refused as a whole says that its article is, if that is on the site. */
const linkIn = ({ site }: Known, typed: Typed = new Map()): string | undefined =>
  [typed.get('link'), typed.get('redirect_to')]
    .map((link) => site && pageOnSite(site, link))
    .find((link) => link !== undefined);

/** Of a form that was refused before its article was read, too: a token for what is none is good for nothing. */
const articleOf = ({ event }: Known, typed: Typed = new Map()): string | undefined => {
  const [named] = articlesOfForm(typed, new URLSearchParams(event.rawQueryString).getAll('article'));
  return named && canonicalId(named);
};

/** None when the site is not known, or the very reason is that the secret cannot be had. */
const freshToken = async ({ site }: Known, article: string | undefined, issuer: FormIssuer | undefined) => {
  if (!issuer || !site || !article) return undefined;
  const { now, newNonce, secrets } = issuer;
  const { tokens } = await secrets().catch(() => ({ tokens: undefined }));
  return tokens?.form.issue(site.id, article, { issuedAt: now(), nonce: newNonce() });
};
