import { queries } from '../../api/queries.ts';
import { readOrRefuse } from '../../api/read-or-refuse.ts';
import { type FormPost, fromForm, submission } from '../../api/submission.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Arrived, Layer } from '../chain.ts';
import { type HttpEvent, headerOf } from '../http.ts';
import { checkOwnArticle, checkOwnLink, isOfArticle } from '../own-origin.ts';
import type { Located } from './locate.ts';
import type { WithBody } from './read-body.ts';

/** What was submitted, on one of the site's own articles. */
export type Submitted = { readonly post: FormPost; readonly idempotencyKey: string | undefined };

/** Checks what a reader sent, from JSON or a form. @throws {Refusal} `invalid-fields`, `invalid-idempotency-key` */
export const validateSubmission =
  (): Layer<Arrived & Located & WithBody, Submitted> =>
  ({ event, site, input }) => {
    const idempotencyKey = idempotencyKeyOf(event);
    const post =
      input.kind === 'form'
        ? fromForm(input.fields, queries(event.rawQueryString).get('article')?.[0])
        : { submission: readOrRefuse(submission, input.value), consent: false };
    // Before anything, the page about a refusal too, can lead there.
    checkOwnLink(site, post.submission.link);
    checkOwnArticle(site, post.submission.article);
    return { post: withLinkOfArticle(post, input.kind), idempotencyKey };
  };

/** A link elsewhere on the site is a program's mistake, and no reader's: a form goes without it. */
const withLinkOfArticle = (post: FormPost, kind: WithBody['input']['kind']): FormPost => {
  const { link, ...rest } = post.submission;
  if (link === undefined || isOfArticle(rest.article, link)) return post;
  if (kind === 'form') return { ...post, submission: rest };
  throw new Refusal('invalid-fields', 'The link is not the article.', {
    fields: [{ field: 'link', detail: "It must be the article's own address." }],
  });
};

/** 1 to 255 visible ASCII characters; quotes may stand around. A comma is two headers, joined. */
const idempotencyKeyOf = (event: HttpEvent): string | undefined => {
  const sent = headerOf(event, 'idempotency-key');
  if (sent === undefined) return undefined;
  const [, key] = sent.trim().match(/^"?([!#-+\--~]{1,255})"?$/) ?? [];
  if (key === undefined)
    throw new Refusal(
      'invalid-idempotency-key',
      'An Idempotency-Key is 1 to 255 visible ASCII characters, once, without commas.',
    );
  return key;
};
