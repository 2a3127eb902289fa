import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { opaque } from './fields.ts';
import { headersOf, inSite, jsonOf, page, refusals } from './openapi-parts.ts';
import { articleQuery, countsQuery, pageQuery } from './queries.ts';
import { commentList, counts, form, health, receipt, received, submitted } from './replies.ts';
import { submission } from './submission.ts';

const { article, author, text, email, url, parent } = submission.shape;
const sent = submission.meta({
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

/** WordPress's form as it is; our own names work as well, and others are ignored. */
const wordPressForm = z
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

const listed = {
  ETag: 'Send it back as If-None-Match; strong, unless a cache on the way has compressed the answer',
  'Cache-Control': 'How long caches may keep it',
  Link: 'The next page, rel="next"',
};
const conditional = z.object({ 'If-None-Match': z.string().optional() });
const unchanged = { description: 'Not changed', headers: headersOf({ ETag: listed.ETag }) };
const located = ['site-not-found', 'invalid-fields'] as const;

const receiptPlace = { Location: "The author's receipt, where they are known to have sent it" };

const submit = {
  operationId: 'submit-comment',
  tags: ['readers'],
  security: [],
  summary: 'Send a comment',
  description:
    'As JSON, or as a form; `Accept` says whether a page or data comes back. One taken for spam is answered like one that waits. ' +
    'The same content from the same network within an hour is the same comment; without a key, the form’s own token or the ' +
    'author’s proof it is answered as `Received`, without the receipt.',
  requestParams: {
    path: inSite,
    query: z.object({
      article: article.optional().meta({ description: 'Of a form that has no such field' }),
    }),
    header: z.object({
      'Idempotency-Key': opaque(255).min(16).optional().meta({
        description:
          'Proves the sender for 24 hours: the same content with it is the same comment, from whatever network, and gets the same answer',
      }),
    }),
  },
  requestBody: {
    required: true,
    content: {
      'application/json': { schema: sent },
      'application/x-www-form-urlencoded': { schema: wordPressForm },
      'multipart/form-data': { schema: wordPressForm },
    },
  },
  responses: {
    '200': page('After a form whose content came before, and waits: that it is here already'),
    '201': jsonOf(submitted.or(received), 'Published', receiptPlace),
    '202': jsonOf(submitted.or(received), 'Waits for a moderator', receiptPlace),
    '303': {
      description: 'After a form: to the comment, or to its receipt while it waits',
      headers: headersOf({ Location: 'Where to look next' }),
    },
    ...refusals({
      codes: [
        ...located,
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
      ],
      alsoPage: true,
    }),
  },
} satisfies ZodOpenApiPathsObject[string]['post'];

/** The routes of readers, and those about the service. */
export const readerPaths: ZodOpenApiPathsObject = {
  '/v1/sites/{site}/comments': {
    post: submit,
    get: {
      operationId: 'list-comments',
      tags: ['readers'],
      security: [],
      summary: 'Published comments, whole threads in order',
      requestParams: { path: inSite, query: pageQuery, header: conditional },
      responses: {
        '200': jsonOf(commentList, 'A page of comments', listed),
        '304': unchanged,
        ...refusals({ codes: [...located, 'invalid-query', 'invalid-cursor'] }),
      },
    },
  },
  '/v1/sites/{site}/comments.html': {
    get: {
      operationId: 'render-comments',
      tags: ['readers'],
      security: [],
      summary: 'The same as a fragment of HTML',
      requestParams: { path: inSite, query: pageQuery, header: conditional },
      responses: {
        '200': { ...page('A page of comments'), headers: headersOf(listed) },
        '304': unchanged,
        ...refusals({ codes: [...located, 'invalid-query', 'invalid-cursor'], alsoPage: true }),
      },
    },
  },
  '/v1/sites/{site}/form': {
    get: {
      operationId: 'open-form',
      tags: ['readers'],
      security: [],
      summary: 'A token for a form about to be shown',
      requestParams: { path: inSite, query: articleQuery },
      responses: { '200': jsonOf(form, 'For one comment'), ...refusals({ codes: located }) },
    },
  },
  '/v1/sites/{site}/counts': {
    get: {
      operationId: 'count-comments',
      tags: ['readers'],
      security: [],
      summary: 'How many comments articles have',
      requestParams: { path: inSite, query: countsQuery },
      responses: {
        '200': jsonOf(counts, 'By article, as asked', { 'Cache-Control': listed['Cache-Control'] }),
        ...refusals({ codes: ['site-not-found', 'invalid-query'] }),
      },
    },
  },
  '/r/{receipt}': {
    get: {
      operationId: 'show-receipt',
      tags: ['readers'],
      security: [],
      summary: 'What became of a comment, for its author',
      requestParams: { path: z.object({ receipt: opaque(600) }) },
      responses: {
        '200': {
          ...jsonOf(receipt, 'The comment'),
          content: { ...jsonOf(receipt, '').content, ...page('').content },
        },
        ...refusals({ codes: ['receipt-not-found'], alsoPage: true }),
      },
    },
  },
  '/health': {
    get: {
      operationId: 'check-health',
      tags: ['service'],
      security: [],
      summary: 'Whether the service and its storage answer',
      responses: { '200': jsonOf(health, 'They do'), ...refusals({ codes: [] }) },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'describe-api',
      tags: ['service'],
      security: [],
      summary: 'This document',
      responses: {
        '200': jsonOf(z.looseObject({ openapi: z.string() }), 'OpenAPI 3.1'),
        ...refusals({ codes: [] }),
      },
    },
  },
};
