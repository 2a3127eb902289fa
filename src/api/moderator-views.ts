import { type Surge, sharePercentOf, surgesInForce } from '../comment/abuse/surge.ts';
import type { Article } from '../comment/article.ts';
import type { Comment, CommentRef } from '../comment/comment.ts';
import type { Policy } from '../comment/policy.ts';
import { dayOf } from '../comment/time.ts';
import { auditTable } from '../screening/filter/site/audit.ts';
import { type Period, STEPS_PER_ODD, shareOf, startOf } from '../screening/filter/site/site-memory.ts';
import type { EntryPreview } from '../screening/preview.ts';
import type { Memory, SpamPages } from '../storage/learning-store.ts';
import type { QueueState, QueueStates } from '../storage/queue-store.ts';
import type { ArticleReply, DecisionResult, LearningReply } from './moderator-shapes.ts';
import type { Reply as QueuesReply } from './moderators/list-queues.ts';
import type { Reply as PreviewReply } from './moderators/preview-entry.ts';
import { problemOf } from './problem.ts';
import { timestamp } from './reader-views.ts';

/** Each queue's count and the age of its oldest comment, and the surges in force. */
export const queuesView = (
  { queues, blatant, decidedAt, surges }: Omit<QueueStates, 'revision'>,
  { policy, now }: { readonly policy: Policy; readonly now: number },
): QueuesReply => ({
  queues: {
    pending: queueState(queues.pending, now),
    reported: queueState(queues.reported, now),
    spam: { ...queueState(queues.spam, now), blatant },
    appeals: queueState(queues.appeals, now),
  },
  lastDecisionAt: decidedAt === undefined ? null : timestamp(decidedAt),
  surges: surgesInForce(surges, policy.surge, now).map(surgeView),
});

export const surgeView = ({ article, since, until, ...counted }: Surge) => ({
  article: article ?? null,
  since: timestamp(since),
  until: timestamp(until),
  sharePercent: sharePercentOf(counted),
  ...{ spam: counted.spam, comments: counted.comments },
});

const queueState = ({ count, oldest }: QueueState, now: number) => ({
  count,
  oldestAt: oldest === undefined ? null : timestamp(oldest),
  oldestAgeS: oldest === undefined ? null : Math.max(0, Math.floor((now - oldest) / 1_000)),
});

/** What became of one decision, or of taking one back: the comment as it is now, or the problem. */
export const decisionResult = (
  { article, id }: Pick<CommentRef, 'article' | 'id'>,
  outcome: Pick<Comment, 'status' | 'version'> | Error,
): DecisionResult => {
  const named = { article, comment: id };
  if (outcome instanceof Error) return { ...named, problem: problemOf(outcome) };
  return { ...named, status: outcome.status, version: outcome.version };
};

/** An article's settings and its number of published comments. */
export const articleView = ({ id, title, link, mode, approved, version }: Article): ArticleReply => ({
  id,
  title: title ?? null,
  link: link ?? null,
  mode,
  count: approved,
  version,
});

/** How a list's entry is read, and the comments it would match. No e-mail. */
export const entryPreview = ({
  list,
  entry,
  reading,
  sought,
  compared,
  isPartial,
  matches,
}: EntryPreview): PreviewReply => ({
  ...{ list, entry, reading, sought, compared, partial: isPartial },
  comments: matches.map(({ comment: { id, article, status, createdAt, author }, found }) => ({
    ...{ id, article, status, author, createdAt: timestamp(createdAt) },
    field: found?.field ?? 'email',
    excerpt: found?.excerpt ?? null,
  })),
});

/** What a site has learned, in log-odds. */
export const learningView = (
  site: string,
  { memory, pages }: { readonly memory: Memory; readonly pages: SpamPages },
  now: number,
): LearningReply => {
  const { generation, periods, isDamaged } = memory;
  const decided = (of: 'spam' | 'ham') => periods.reduce((sum, period) => sum + period[of], 0);
  return {
    site,
    generation,
    damaged: isDamaged,
    decisions: { spam: decided('spam'), ham: decided('ham') },
    audit: auditTable(periods.map(({ audit }) => audit)),
    pages: [...pages].map(([page, spam]) => ({ page, spam })),
    periods: periods.map((period) => periodView(period, now)),
  };
};

const periodView = ({ period, spam, ham, steps }: Period, now: number) => ({
  from: dayOf(startOf(period)),
  until: dayOf(startOf(period + 1)),
  share: shareOf(period, now),
  spam,
  ham,
  weights: Object.fromEntries(Object.entries(steps).map(([bucket, step]) => [bucket, step / STEPS_PER_ODD])),
});
