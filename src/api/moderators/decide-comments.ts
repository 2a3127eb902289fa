import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import { pageDecisions } from '../../moderation/page-decision.ts';
import { decisions } from '../../moderation/status-change.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { commentId, prose, visibleLine } from '../fields/fields.ts';
import { results } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';

/** Decisions of one request. */
const DECISIONS_MAX = 100;

export const route = 'POST /v1/sites/{site}/admin/decisions';
export const roles = moderators;
/** A hundred decisions, each with its note. */
export const bodyBytesMax = 256 * 1024;

/** `version` is the one that the moderator looked at. */
export const body = () => {
  const fields = {
    article: articleId,
    comment: commentId,
    version: z.int().min(0).exactOptional(),
    decision: z.enum(decisions),
    reason: visibleLine(60)
      .meta({ examples: [...reasons] })
      .exactOptional(),
    note: prose(1_000).exactOptional(),
    page: z
      .enum(pageDecisions)
      .meta({
        description:
          'With an approval: whether readers see the author’s page, whatever the policy’s `authorPages.shownAfter` says. A published comment may be approved again with it.',
      })
      .exactOptional(),
  };
  const decision = z
    .strictObject(fields)
    .refine(({ decision: of, page }) => page === undefined || of === 'approve', {
      path: ['page'],
      error: 'It goes with an approval only.',
    });
  return z
    .strictObject({ decisions: z.array(decision).min(1).max(DECISIONS_MAX) })
    .meta({ id: 'Decisions', examples: [example] });
};

/** Well-known reasons. Any other of at most 60 characters will do too. Source: Coral's rejection reasons. */
const reasons = [
  'offensive',
  'abusive',
  'spam',
  'banned-word',
  'ad',
  'illegal-content',
  'harassment-bullying',
  'misinformation',
  'hate-speech',
  'irrelevant-content',
  'other',
];

const example = {
  decisions: [
    { article: 'lecture-42', comment: '01KJVN6A2HWZ3K0V5YB6Q8R9TD', decision: 'reject', reason: 'ad' },
  ],
};

export const refusals = [
  'site-not-found',
  'not-a-moderator',
  'body-too-large',
  'invalid-body',
  'invalid-fields',
  'unsupported-media-type',
  'origin-not-allowed',
] as const satisfies readonly RefusalCode[];
export const itemRefusals = [
  'already-decided',
  'changed-meanwhile',
  'comment-not-found',
] as const satisfies readonly RefusalCode[];

/** One result for each decision. */
export const reply = () =>
  z
    .object({
      results,
      undo: z.string().nullable().meta({ description: 'Takes back all that was done here' }),
    })
    .meta({ id: 'DecisionResults', description: 'One result for each decision, in order' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Approve, reject or file as spam',
  description: 'Each decision is taken or refused by itself; two moderators never both win.',
  responses: { '200': jsonOf(reply(), 'What became of each') },
});
