import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { queues } from '../comment/queue.ts';
import { articleChange, decisionsRequest, undoRequest } from './moderation.ts';
import {
  articleComments,
  articleSettings,
  decisionResults,
  learning,
  queuePage,
  queueStates,
  undoResults,
} from './moderator-replies.ts';
import { forAdmins, forModerators, inSite, jsonOf, refusals } from './openapi-parts.ts';
import { policy, policyChange } from './policy.ts';
import { articleCommentsQuery, articleQuery, queueQuery } from './queries.ts';

const refused = ['site-not-found', 'not-a-moderator'] as const;
const body = ['body-too-large', 'invalid-body', 'invalid-fields', 'unsupported-media-type'] as const;
const jsonBody = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } });

const policyNow = z
  .object({ policy: policy.meta({ id: 'Policy' }), version: z.int().min(0) })
  .meta({ id: 'PolicyNow' });

const decisionExample = {
  decisions: [
    { article: 'lecture-42', comment: '01KJVN6A2HWZ3K0V5YB6Q8R9TD', decision: 'reject', reason: 'ad' },
  ],
};

/** The routes of moderators. */
export const moderatorPaths: ZodOpenApiPathsObject = {
  '/v1/sites/{site}/admin/queues': {
    get: {
      ...forModerators,
      operationId: 'list-queues',
      summary: 'How many comments wait where, and how long',
      requestParams: { path: inSite },
      responses: {
        '200': jsonOf(queueStates, 'Every queue'),
        ...refusals({ codes: refused, forModerators: true }),
      },
    },
  },
  '/v1/sites/{site}/admin/queues/{queue}': {
    get: {
      ...forModerators,
      operationId: 'list-queue',
      summary: 'One queue, with what every check found',
      requestParams: { path: inSite.extend({ queue: z.enum(queues) }), query: queueQuery },
      responses: {
        '200': jsonOf(queuePage, 'A page of the queue'),
        ...refusals({
          codes: [...refused, 'route-not-found', 'invalid-query', 'invalid-cursor'],
          forModerators: true,
        }),
      },
    },
  },
  '/v1/sites/{site}/admin/decisions': {
    post: {
      ...forModerators,
      operationId: 'decide-comments',
      summary: 'Approve, reject or file as spam',
      description: 'Each decision is taken or refused by itself; two moderators never both win.',
      requestParams: { path: inSite },
      requestBody: jsonBody(decisionsRequest.meta({ id: 'Decisions', examples: [decisionExample] })),
      responses: {
        '200': jsonOf(decisionResults, 'What became of each'),
        ...refusals({ codes: [...refused, ...body], forModerators: true }),
      },
    },
  },
  '/v1/sites/{site}/admin/undo': {
    post: {
      ...forModerators,
      operationId: 'undo-decisions',
      summary: 'Take decisions back',
      description: 'Puts back what nobody changed since.',
      requestParams: { path: inSite },
      requestBody: jsonBody(undoRequest.meta({ id: 'Undo' })),
      responses: {
        '200': jsonOf(undoResults, 'What became of each'),
        ...refusals({ codes: [...refused, ...body, 'invalid-undo'], forModerators: true }),
      },
    },
  },
  '/v1/sites/{site}/admin/comments': {
    get: {
      ...forModerators,
      operationId: 'list-article-comments',
      summary: "An article's comments in every state",
      requestParams: { path: inSite, query: articleCommentsQuery },
      responses: {
        '200': jsonOf(articleComments, 'A page of comments'),
        ...refusals({
          codes: [...refused, 'invalid-fields', 'invalid-query', 'invalid-cursor'],
          forModerators: true,
        }),
      },
    },
  },
  '/v1/sites/{site}/admin/article': {
    get: {
      ...forModerators,
      operationId: 'read-article',
      summary: "An article's settings",
      requestParams: { path: inSite, query: articleQuery },
      responses: {
        '200': jsonOf(articleSettings, 'As they are; an article nobody commented on is open'),
        ...refusals({ codes: [...refused, 'invalid-fields'], forModerators: true }),
      },
    },
    put: {
      ...forModerators,
      operationId: 'change-article',
      summary: "Change an article's settings",
      requestParams: { path: inSite, query: articleQuery },
      requestBody: jsonBody(
        articleChange.meta({ id: 'ArticleChange', examples: [{ mode: 'premoderated' }] }),
      ),
      responses: {
        '200': jsonOf(articleSettings, 'As they are now'),
        ...refusals({ codes: [...refused, ...body, 'changed-meanwhile'], forModerators: true }),
      },
    },
  },
  '/v1/sites/{site}/admin/policy': {
    get: {
      ...forModerators,
      operationId: 'read-policy',
      summary: "The site's policy",
      requestParams: { path: inSite },
      responses: {
        '200': jsonOf(policyNow, 'Whole, with its version'),
        ...refusals({ codes: refused, forModerators: true }),
      },
    },
    put: {
      ...forAdmins,
      operationId: 'change-policy',
      summary: "Change the site's policy",
      description: 'What is left out takes its default.',
      requestParams: { path: inSite },
      requestBody: jsonBody(policyChange.meta({ id: 'PolicyChange' })),
      responses: {
        '200': jsonOf(policyNow, 'As it is now'),
        ...refusals({ codes: [...refused, ...body, 'changed-meanwhile'], forModerators: true }),
      },
    },
  },
  '/v1/sites/{site}/admin/learning': {
    get: {
      ...forModerators,
      operationId: 'read-learning',
      summary: "What the site learned from its moderators' decisions",
      requestParams: { path: inSite },
      responses: {
        '200': jsonOf(learning, 'All of it'),
        ...refusals({ codes: refused, forModerators: true }),
      },
    },
    delete: {
      ...forAdmins,
      operationId: 'reset-learning',
      summary: 'Forget all that the site learned',
      description:
        'Felt everywhere within a minute. The next decision is the first that it learns from again.',
      requestParams: { path: inSite },
      responses: {
        '200': jsonOf(learning, 'As it is now'),
        ...refusals({ codes: refused, forModerators: true }),
      },
    },
  },
};
