import * as z from 'zod';
import { DECISIONS_MAX, NOTE_MAX } from '../../comment/limits.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import { rejectionReasons } from '../../comment/status.ts';
import { pageDecisions } from '../../moderation/page-decision.ts';
import { decisions } from '../../moderation/status-change.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { commentId, prose } from '../fields/fields.ts';
import { results } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';

export const route = 'POST /v1/sites/{site}/admin/decisions';
export const roles = moderators;
/** A hundred decisions, each with its note. */
export const bodyBytesMax = 256 * 1024;

/** `version` is the one that the moderator read, so that nobody approves a text they have not read. */
export const body = () => {
  const decision = z
    .strictObject(fields())
    .refine(({ decision: of, version }) => of !== 'approve' || version !== undefined, {
      path: ['version'],
      error: 'An approval needs the version that was read.',
    })
    .refine(({ decision: of, page }) => page === undefined || of === 'approve', {
      path: ['page'],
      error: 'It goes with an approval only.',
    });
  return z
    .strictObject({
      decisions: z
        .array(onlyRejecting.reduce((schema, name) => goesWithRejection(schema, name), decision))
        .min(1)
        .max(DECISIONS_MAX)
        .refine((all) => all.length === 1 || all.every(({ thread }) => thread === undefined), {
          error: 'A thread is removed by a request of its own.',
        }),
    })
    .meta({ id: 'Decisions', examples: [example] });
};

const fields = () => ({
  article: articleId,
  comment: commentId,
  version: z.int().min(0).exactOptional(),
  decision: z.enum(decisions),
  reason: z
    .enum(rejectionReasons)
    .meta({ description: 'With a rejection. Its author reads it in their language' })
    .exactOptional(),
  note: prose(NOTE_MAX).meta({ description: 'With a rejection, to its author' }).exactOptional(),
  thread: z
    .literal(true)
    .meta({
      description:
        'With a rejection that is the only decision: the published replies go as well, up to 99 at a time and the comment itself last',
    })
    .exactOptional(),
  page: z
    .enum(pageDecisions)
    .meta({
      description:
        'With an approval: whether readers see the author’s page, whatever the policy’s `authorPages.shownAfter` says. A published comment may be approved again with it.',
    })
    .exactOptional(),
});

const onlyRejecting = ['reason', 'note', 'thread'] as const;
type Decision = z.ZodObject<ReturnType<typeof fields>>;

const goesWithRejection = (schema: Decision, name: (typeof onlyRejecting)[number]) =>
  schema.refine((decision) => decision[name] === undefined || decision.decision === 'reject', {
    path: [name],
    error: 'It goes with a rejection only.',
  });

const example = {
  decisions: [
    { article: 'lecture-42', comment: '01KJVN6A2HWZ3K0V5YB6Q8R9TD', decision: 'reject', reason: 'off-topic' },
  ],
};

export const refusals = ['invalid-fields'] as const satisfies readonly RefusalCode[];
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
      undo: z.string().nullable().meta({
        description:
          'Takes back all that was done here, and what followed from it; of what followed on thousands of articles with long ids, as much as a token holds',
      }),
    })
    .meta({ id: 'DecisionResults', description: 'One result for each decision, in order' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Approve, reject, file as spam or put back',
  description:
    'Each decision is taken or refused by itself; two moderators never both win. A conflict says how the comment stands now. `restore` puts it back among those that wait.',
  responses: { '200': jsonOf(reply(), 'What became of each') },
});
