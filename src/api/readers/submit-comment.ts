import * as z from 'zod';
import { AUTHOR_MAX, LINK_MAX, TEXT_MAX, TITLE_MAX, URL_MAX } from '../../comment/limits.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { address, commentId, email, line, opaque, prose, visibleLine } from '../fields/fields.ts';
import { headersOf, jsonOf, page } from '../openapi-parts.ts';
import { pageLanguage } from '../page-query.ts';
import { id, links } from '../shapes.ts';

export const route = 'POST /v1/sites/{site}/comments';

/** A field that people do not see and robots fill in. */
export const HONEYPOT = 'contact_me';
export const HONEYPOT_MAX = 1_000;

/** The box by which the readers of a form agree to be recognised: WordPress's name. */
export const REMEMBER = 'wp-comment-cookies-consent';
/** A hidden field that says that a form has the box. */
export const REMEMBER_ASKED = 'consent_offered';

/** What a reader sends as JSON; a form is read into the same. Lengths of author, email and url: WordPress. */
export const body = () =>
  z
    .strictObject({
      article: articleId,
      author: visibleLine(AUTHOR_MAX),
      email: email.exactOptional(),
      url: address(URL_MAX).exactOptional(),
      text: prose(TEXT_MAX),
      parent: commentId.exactOptional(),
      title: line(TITLE_MAX).exactOptional(),
      link: address(LINK_MAX).exactOptional(),
      formToken: opaque(600).exactOptional(),
      visitor: opaque(600).exactOptional(),
      proof: opaque(4_000).exactOptional(),
      [HONEYPOT]: opaque(HONEYPOT_MAX).exactOptional(),
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
  'invalid-fields',
  'article-closed',
  'comment-erased',
  'idempotency-key-reused',
  'invalid-idempotency-key',
  'invalid-query',
  'parent-not-found',
  'too-many-comments',
] as const satisfies readonly RefusalCode[];

const fields = () =>
  z.object({
    id,
    status: z.enum(['published', 'pending']),
    html: z.string().meta({ description: 'Its text as the site draws it' }),
    receipt: z.string(),
    visitor: z.string().meta({ description: 'Sent back with a later comment it proves the same person' }),
    links,
  });
const submitted = () => fields().meta({ id: 'Submitted' });

export const reply = () => submitted().or(received());
export type Reply = ReplyOf<typeof reply>;

const received = () =>
  fields()
    .pick({ id: true, status: true })
    .extend({ alreadyReceived: z.literal(true), links: links.pick({ self: true }) })
    .meta({ id: 'Received', description: 'What came in before, without the receipt its sender has' });
export type SubmittedReply = ReplyOf<typeof submitted>;
export type ReceivedReply = ReplyOf<typeof received>;

export const document = () => {
  const answer = reply();
  const receipt = { Location: "The author's receipt, where they are known to have sent it" };
  return {
    summary: 'Send a comment',
    description:
      'As JSON, or as a form; `Accept` says whether a page or data comes back. One taken for spam is answered like one that waits. ' +
      'The same content from the same network within an hour is the same comment; without a key, the form’s own token or the ' +
      'author’s proof it is answered as `Received`, without the receipt.',
    parameters: {
      query: z.object({
        article: articleId.optional().meta({ description: 'Of a form that has no such field' }),
        ...pageLanguage,
      }),
      header: z.object({
        'Idempotency-Key': opaque(255).min(16).optional().meta({
          description:
            'Proves the sender for 24 hours: the same content with it is the same comment, from whatever network, and gets the same answer. Send it from the first attempt on: with a new key the same content is another comment, also where it came without one before',
        }),
      }),
    },
    forms: formsOf(wordPressForm()),
    responses: {
      '200': page('After a form whose content came before, and waits: that it is here already'),
      '201': jsonOf(answer, 'Published', receipt),
      '202': jsonOf(answer, 'Waits for a moderator', receipt),
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
      [REMEMBER]: z.literal('yes').optional(),
      [REMEMBER_ASKED]: z.literal('yes').optional().meta({
        description: 'The form has the box: unticked, the cookie is taken away',
      }),
      redirect_to: z.string().optional(),
    })
    .meta({ id: 'CommentForm' });
};
