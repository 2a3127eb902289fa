import * as z from 'zod';
import { articleModes } from '../comment/article.ts';
import type { Queue } from '../comment/queue.ts';
import { statuses } from '../comment/status.ts';
import { outcomes } from '../comment/verdict.ts';
import { subjects } from '../screening/filter/features/subjects.ts';
import { agreements } from '../screening/filter/site/audit.ts';
import type { Problem } from './problem.ts';
import { address, article, count, id, next, problem, shown, thread, time } from './replies.ts';

/** The shapes of the answers to moderators; see `replies.ts`. */
const verdict = z
  .object({
    outcome: z.enum(outcomes),
    findings: z.array(
      z.object({
        check: z.string(),
        version: z.int(),
        outcome: z.enum(outcomes),
        score: z.number().min(0).max(1),
        because: z.array(z.string()).meta({ description: 'For people, in the language asked for' }),
        evidence: z.array(z.object({ field: z.string(), term: z.string() })),
        ms: z.number().min(0),
      }),
    ),
  })
  .meta({ id: 'Verdict', description: "Every check's finding; the worst stands" });
export type VerdictReply = z.output<typeof verdict>;

const judged = { ...shown, version: z.int().min(0), since: time, expiresAt: time.nullable(), verdict };

const queuedComment = z
  .object({
    ...judged,
    article,
    author: z.object({ name: z.string(), url: address.nullable(), approved: count, refused: count }),
  })
  .meta({ id: 'QueuedComment', description: 'A comment as its moderators see it in a queue' });
export type QueuedReply = z.output<typeof queuedComment>;

export const queuePage = z.object({ comments: z.array(queuedComment), next }).meta({ id: 'QueuePage' });

const queueState = z.object({
  count,
  oldestAt: time.nullable(),
  oldestAgeS: z.number().min(0).nullable(),
});
export const queueStates = z
  .object({
    queues: z.object({ pending: queueState, spam: queueState } satisfies Readonly<Record<Queue, z.ZodType>>),
  })
  .meta({ id: 'Queues' });
export type QueuesReply = z.output<typeof queueStates>;

const articleComment = z
  .object({
    ...judged,
    thread,
    status: z.enum(statuses),
    author: z.object({ name: z.string(), url: address.nullable() }),
  })
  .meta({ id: 'ArticleComment', description: 'A comment as its moderators see it on its article' });
export type ArticleCommentReply = z.output<typeof articleComment>;

export const articleComments = z
  .object({ article: z.string(), comments: z.array(articleComment), next })
  .meta({ id: 'ArticleComments' });

const decided = z
  .object({ article: z.string(), comment: id, status: z.enum(statuses), version: z.int().min(1) })
  .meta({ id: 'Decided' });
const undecided = z.object({ article: z.string(), comment: id, problem }).meta({ id: 'Undecided' });
export const decisionResults = z
  .object({
    results: z.array(z.union([decided, undecided])),
    undo: z.string().nullable().meta({ description: 'Takes back all that was done here' }),
  })
  .meta({ id: 'DecisionResults', description: 'One result for each decision, in order' });
export type DecisionResult =
  | z.output<typeof decided>
  | { readonly article: string; readonly comment: string; readonly problem: Problem };
export const undoResults = z
  .object({ results: z.array(z.union([decided, undecided])) })
  .meta({ id: 'UndoResults' });

const season = z.object({
  from: z.iso.date(),
  until: z.iso.date().meta({ description: 'The day after its last' }),
  share: z.number().min(0).max(1).meta({ description: 'How much it still counts; half as much each season' }),
  spam: count,
  ham: count,
  weights: z.record(z.string().regex(/^\d{1,4}$/), z.number()).meta({
    description: 'Log-odds of spam by bucket, a hash of what comments have in common',
  }),
});
export const learning = z
  .object({
    site: z.string(),
    generation: count.meta({ description: 'Rises when the site forgets all' }),
    damaged: z.boolean().meta({ description: 'It cannot be read and counts for nothing until it is reset' }),
    decisions: z.object({ spam: count, ham: count }),
    audit: z.partialRecord(z.enum(agreements), z.partialRecord(z.enum(subjects), count)).meta({
      description:
        'Decisions by what the filter had said, and its first reason: approved though it held or called spam, spam as it said, spam it missed',
    }),
    seasons: z.array(season),
  })
  .meta({
    id: 'Learning',
    description: 'What the site learned from its moderators, as far as it still counts',
  });
export type LearningReply = z.output<typeof learning>;

export const articleSettings = z
  .object({ ...article.shape, mode: z.enum(articleModes), count, version: z.int().min(0) })
  .meta({ id: 'Article' });
export type ArticleReply = z.output<typeof articleSettings>;
