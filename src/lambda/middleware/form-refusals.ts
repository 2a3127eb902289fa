import type { MiddlewareObj } from '@middy/core';
import { articleId } from '../../api/article-id.ts';
import { problemOf } from '../../api/problem.ts';
import { articleOfForm } from '../../api/submission.ts';
import { Refusal } from '../../comment/refusal.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { negotiateLanguage } from '../../pages/negotiate-language.ts';
import { refusalPage } from '../../pages/refusal-page.ts';
import type { Secrets } from '../../tokens/secrets.ts';
import { FORM, headerOf, mediaTypeOf, page, type Reply, targetOf, wantsPage } from '../http.ts';
import { refusalHeaders } from './answer.ts';
import { typedFields } from './read-body.ts';
import type { Submitted } from './validate-submission.ts';

export type FormIssuer = {
  readonly now: () => number;
  readonly newNonce: () => string;
  readonly secrets: () => Promise<Secrets>;
};

/** A refused form comes back as a page in its reader's language, with everything they typed and a fresh form token. */
export const formRefusals = (issuer: FormIssuer): MiddlewareObj<Submitted, Reply> => ({
  onError: async (request) => {
    const { event, error } = request;
    if (!wantsPage(event)) return;
    const problem = problemOf(error, event.requestContext.requestId);
    const markup = refusalPage({
      ...problem,
      language:
        event.language ?? negotiateLanguage(headerOf(event, 'accept-language'), event.site?.language ?? 'fr'),
      ...(error instanceof Refusal ? { retryAfterS: error.retryAfterS } : {}),
      action: targetOf(event),
      typed: typedIn(event),
      formToken: await freshToken(event, issuer),
      articleLink: event.post?.submission.link,
    });
    request.response = page(problem.status, markup, {
      ...pageHeaders(event.site?.origins),
      ...refusalHeaders(error),
    });
  },
});

/** What was typed, also where the form was refused before anybody read it. */
const typedIn = (event: Submitted): ReadonlyMap<string, string> | undefined => {
  if (event.input) return event.input.kind === 'form' ? event.input.fields : undefined;
  return mediaTypeOf(event) === FORM ? typedFields(event) : undefined;
};

/** Of a form that was refused before its article was read, too. */
const articleOf = (event: Submitted): string | undefined => {
  const ofAction = new URLSearchParams(event.rawQueryString).get('article') ?? undefined;
  const { data } = articleId.safeParse(articleOfForm(typedIn(event) ?? new Map(), ofAction), {
    jitless: true,
  });
  return event.article ?? data;
};

/** None when the site is not known, or the very reason is that the secret cannot be had. */
const freshToken = async (event: Submitted, { now, newNonce, secrets }: FormIssuer) => {
  const { site } = event;
  const article = articleOf(event);
  if (!site || !article) return undefined;
  const { tokens } = await secrets().catch(() => ({ tokens: undefined }));
  return tokens?.form.issue(site.id, article, { issuedAt: now(), nonce: newNonce() });
};
