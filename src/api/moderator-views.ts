import type { Article } from '../comment/article.ts';
import { isPageShown } from '../comment/author-page.ts';
import type { Comment, CommentRef } from '../comment/comment.ts';
import type { Queue } from '../comment/queue.ts';
import type { Language } from '../comment/site.ts';
import type { Status } from '../comment/status.ts';
import type { Verdict } from '../comment/verdict.ts';
import { explain } from '../screening/explain.ts';
import { auditTable } from '../screening/filter/site/audit.ts';
import { type Period, STEPS_PER_ODD, shareOf, startOf } from '../screening/filter/site/site-memory.ts';
import type { EntryPreview } from '../screening/preview.ts';
import { pageSentence } from '../screening/sentences/page-sentences.ts';
import type { Page, QueuedComment, QueueState } from '../storage/comment-store.ts';
import type { Memory, SpamPages } from '../storage/learning-store.ts';
import type { ArticleReply, DecisionResult, LearningReply, VerdictReply } from './moderator-shapes.ts';
import type { Reply as ArticleCommentsReply } from './moderators/list-article-comments.ts';
import type { Reply as QueuePageReply } from './moderators/list-queue.ts';
import type { Reply as QueuesReply } from './moderators/list-queues.ts';
import type { Reply as PreviewReply } from './moderators/preview-entry.ts';
import { problemOf } from './problem.ts';
import { shownPart, timestamp } from './reader-views.ts';

/** A comment as a queue shows it, with its whole verdict, explained, and its article, if that is known. No e-mail, no network. */
export const queuedComment = (
  comment: QueuedComment,
  language: Language,
  article?: Pick<Article, 'title' | 'link'>,
): QueuePageReply['comments'][number] => ({
  ...judgedPart(comment, language),
  article: { id: comment.article, title: article?.title ?? null, link: article?.link ?? null },
  author: { ...byline({ ...comment, status: undefined }, language), ...comment.authorRecord },
});

/** One page of a queue; `next` is a sealed cursor. */
export const queuePage = ({ items, next }: Page<QueuePageReply['comments'][number]>): QueuePageReply => ({
  comments: items,
  next: next ?? null,
});

/** How many wait where, and for how long the oldest does. */
export const queuesView = (states: Readonly<Record<Queue, QueueState>>, now: number): QueuesReply => ({
  queues: {
    pending: queueState(states.pending, now),
    spam: queueState(states.spam, now),
  },
});

const queueState = ({ count, oldest }: QueueState, now: number) => ({
  count,
  oldestAt: oldest === undefined ? null : timestamp(oldest),
  oldestAgeS: oldest === undefined ? null : Math.max(0, Math.floor((now - oldest) / 1_000)),
});

/** A comment in any state, as its article's moderators see it. */
export const articleComment = (
  comment: Comment,
  language: Language,
): ArticleCommentsReply['comments'][number] => ({
  ...judgedPart(comment, language),
  thread: comment.root,
  status: comment.status,
  author: byline(comment, language),
});

/** One page of an article's comments in every state; `next` is a sealed cursor. */
export const articleComments = (
  article: string,
  { items, next }: Page<Comment>,
  language: Language,
): ArticleCommentsReply => ({
  article,
  comments: items.map((comment) => articleComment(comment, language)),
  next: next ?? null,
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

/** What an entry of a list says, and the comments it would match. No e-mail. */
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

const dayOf = (time: number): string => timestamp(time).slice(0, 10);

type Judged = Omit<QueuedComment, 'site' | 'article'>;

const judgedPart = (comment: Judged, language: Language) => ({
  ...shownPart(comment),
  version: comment.version,
  since: timestamp(comment.since),
  expiresAt: comment.expiresAt === undefined ? null : timestamp(comment.expiresAt),
  verdict: verdictView(comment.verdict, language),
});

type Signed = Pick<Comment, 'author' | 'url' | 'page'> & { readonly status: Status | undefined };

/** A comment's author, and whether readers see the page. @param status undefined in a queue, where nothing is published */
const byline = ({ author, url, page, status }: Signed, language: Language) => ({
  name: author,
  url: url ?? null,
  page: url === undefined ? null : pageView(page, status === 'approved', language),
});

const pageView = (page: Comment['page'], isPublished: boolean, language: Language) => ({
  shown: isPublished && isPageShown(page),
  because: pageSentence(isPublished ? (page ?? 'byRule') : 'unpublished', language),
});

const verdictView = ({ outcome, findings }: Verdict, language: Language): VerdictReply => ({
  outcome,
  findings: findings.map((finding) => ({
    check: finding.check,
    version: finding.version,
    outcome: finding.outcome,
    score: finding.score,
    because: [...explain(finding, language)],
    evidence: finding.traces.map(({ field, term }) => ({ field, term })),
    ms: Math.round(finding.ms * 1_000) / 1_000,
  })),
});
