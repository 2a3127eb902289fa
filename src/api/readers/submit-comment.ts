import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import { articleId } from '../article-id.ts';
import type { ReplyOf } from '../contract.ts';
import { address, commentId, email, line, opaque, prose, visibleLine } from '../fields.ts';
import { headersOf, jsonOf } from '../openapi-parts.ts';
import { id, links } from '../shapes.ts';

export const route = 'POST /v1/sites/{site}/comments';

/** A field that people do not see and robots fill in. */
export const HONEYPOT = 'contact_me';

/** What a reader sends as JSON; a form is read into the same. Lengths of author, email and url: WordPress. */
export const body = () =>
  z
    .strictObject({
      article: articleId,
      author: visibleLine(245),
      email: email.exactOptional(),
      url: address(200).exactOptional(),
      text: prose(10_000),
      parent: commentId.exactOptional(),
      title: line(300).exactOptional(),
      link: address(2_048).exactOptional(),
      formToken: opaque(600).exactOptional(),
      visitor: opaque(600).exactOptional(),
      proof: opaque(4_000).exactOptional(),
      [HONEYPOT]: opaque(1_000).exactOptional(),
    })
    .meta({
      id: 'Submission',
      examples: [
        {
          article: 'lecture-42',
          author: 'Amina',
          text: 'Merci pour cette lecture.',
          url: 'https://www.example.fr/',
        },
      ],
    });

export const refusals = [
  'site-not-found',
  'invalid-fields',
  'article-closed',
  'body-too-large',
  'idempotency-key-reused',
  'invalid-body',
  'invalid-idempotency-key',
  'invalid-query',
  'origin-not-allowed',
  'parent-not-found',
  'too-many-comments',
  'unsupported-media-type',
] as const satisfies readonly RefusalCode[];

export const reply = () =>
  z
    .object({
      id,
      status: z.enum(['published', 'pending']),
      receipt: z.string(),
      visitor: z.string().meta({ description: 'Sent back with a later comment it proves the same person' }),
      links,
    })
    .meta({ id: 'Submitted' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => {
  const submitted = reply();
  const receipt = { Location: "The author's receipt" };
  return {
    summary: 'Send a comment',
    description:
      'As JSON, or as a form; `Accept` says whether a page or data comes back. One taken for spam is answered like one that waits.',
    parameters: {
      query: z.object({
        article: articleId.optional().meta({ description: 'Of a form that has no such field' }),
      }),
      header: z.object({
        'Idempotency-Key': opaque(255)
          .optional()
          .meta({ description: 'Sent again with it, it is the same comment' }),
      }),
    },
    forms: formsOf(wordPressForm()),
    responses: {
      '201': jsonOf(submitted, 'Published', receipt),
      '202': jsonOf(submitted, 'Waits for a moderator', receipt),
      '303': {
        description: 'After a form: to the comment, or to its receipt while it waits',
        headers: headersOf({ Location: 'Where to look next' }),
      },
    },
    refusesByPage: true,
  };
};

const formsOf = (schema: z.ZodType) => ({
  'application/x-www-form-urlencoded': { schema },
  'multipart/form-data': { schema },
});

/** WordPress's form as it is. Our own names work as well, and other fields are ignored. */
const wordPressForm = () => {
  const { article, author, text, email, url, parent } = body().shape;
  return z
    .object({
      article: article.optional(),
      author,
      comment: text,
      email,
      url,
      comment_parent: parent,
      comment_post_ID: z.string().optional(),
      'wp-comment-cookies-consent': z.literal('yes').optional(),
      redirect_to: z.string().optional(),
    })
    .meta({ id: 'CommentForm' });
};
