import type { MiddlewareObj } from '@middy/core';
import { queries } from '../../api/queries.ts';
import { readOrRefuse } from '../../api/read-or-refuse.ts';
import { type FormPost, fromForm, submission } from '../../api/submission.ts';
import { Refusal } from '../../comment/refusal.ts';
import { headerOf, type Located, type Reply } from '../http.ts';
import { checkOwnArticle, checkOwnLink } from '../own-origin.ts';
import type { WithBody } from './read-body.ts';

/** What `validateSubmission` adds. */
export type Submitted = Located &
  WithBody & {
    /** Canonical, and one of the site's. */
    article: string;
    post: FormPost;
    idempotencyKey: string | undefined;
  };

/** Checks what a reader sent, from JSON or a form. @throws {Refusal} `invalid-fields` */
export const validateSubmission = (): MiddlewareObj<Submitted, Reply> => ({
  before: ({ event }) => {
    const { input } = event;
    event.idempotencyKey = idempotencyKeyOf(event);
    const post =
      input.kind === 'form'
        ? fromForm(input.fields, queries(event.rawQueryString).get('article')?.[0])
        : { submission: readOrRefuse(submission, input.value), consent: false };
    // Before anything, the page about a refusal too, can lead there.
    checkOwnLink(event.site, post.submission.link);
    checkOwnArticle(event.site, post.submission.article);
    event.article = post.submission.article;
    event.post = post;
  },
});

/** 1 to 255 visible ASCII characters; quotes may stand around. A comma is two headers, joined. */
const idempotencyKeyOf = (event: Located): string | undefined => {
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
