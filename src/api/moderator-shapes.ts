import * as z from 'zod';
import { articleModes } from '../comment/article.ts';
import { statuses } from '../comment/status.ts';
import { outcomes } from '../comment/verdict.ts';
import { subjects } from '../screening/filter/features/subjects.ts';
import { agreements } from '../screening/filter/site/audit.ts';
import { policyDocument } from './policy/policy-document-schema.ts';
import type { Problem } from './problem.ts';
import { article, count, id, problem, shown, time } from './shapes.ts';

/** Parts that several answers to moderators have; see `shapes.ts`. */
const verdict = z
  .object({
    outcome: z.enum(outcomes),
    findings: z.array(
      z.object({
        check: z.string(),
        version: z.int(),
        outcome: z.enum(outcomes),
        judged: z.enum(outcomes).exactOptional().meta({
          description: 'What the check itself said, where its mode in the policy made something else of that',
        }),
        score: z.number().min(0).max(1),
        because: z.array(z.string()).meta({ description: 'For people, in the language asked for' }),
        evidence: z.array(z.object({ field: z.string(), term: z.string() })),
        ms: z.number().min(0),
      }),
    ),
  })
  .meta({ id: 'Verdict', description: "Every check's finding; the worst stands" });
export type VerdictReply = z.output<typeof verdict>;

/** What every view for moderators shows of a comment. */
export const judged = { ...shown, version: z.int().min(0), since: time, expiresAt: time.nullable(), verdict };

const decided = z
  .object({
    article: z.string(),
    comment: id,
    status: z.enum(statuses),
    version: z.int().min(1),
    thread: z.object({ removed: count, left: count }).exactOptional().meta({
      description: 'Replies that went with it, and those left: the same request goes on with them',
    }),
  })
  .meta({ id: 'Decided' });
const undecided = z.object({ article: z.string(), comment: id, problem }).meta({ id: 'Undecided' });

/** The outcome of each decision, in order. */
export const results = z.array(z.union([decided, undecided]));
export type DecisionResult =
  | z.output<typeof decided>
  | { readonly article: string; readonly comment: string; readonly problem: Problem };

export const articleSettings = z
  .object({ ...article.shape, mode: z.enum(articleModes), count, version: z.int().min(0) })
  .meta({ id: 'Article' });
export type ArticleReply = z.output<typeof articleSettings>;

export const policyNow = z
  .object({ policy: policyDocument.meta({ id: 'Policy' }), version: z.int().min(0) })
  .meta({ id: 'PolicyNow' });

const period = z.object({
  from: z.iso.date(),
  until: z.iso.date().meta({ description: 'The day after its last' }),
  share: z.number().min(0).max(1).meta({ description: 'How much it still counts; half as much each period' }),
  spam: count,
  ham: count,
  weights: z.record(z.string().regex(/^\d{1,4}$/), z.number()).meta({
    description: 'Log-odds of spam by bucket, a hash of what comments have in common',
  }),
});

/** What a site has learned from decisions. */
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
    pages: z.array(z.object({ page: z.string(), spam: count })).meta({
      description:
        'Pages of comments filed as spam in 90 days, and of how many; at most three of one page count',
    }),
    periods: z.array(period),
  })
  .meta({
    id: 'Learning',
    description: 'What the site learned from its moderators, as far as it still counts',
  });
export type LearningReply = z.output<typeof learning>;
