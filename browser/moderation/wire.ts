import type { Reply as AddedBanReply } from '../../src/api/moderators/bans/add-ban.ts';
import type { Reply as BansReply } from '../../src/api/moderators/bans/list-bans.ts';
import type { Reply as DecidedReply } from '../../src/api/moderators/decide-comments.ts';
import type { Reply as NewFeedReply } from '../../src/api/moderators/feed/make-feed.ts';
import type { Reply as FeedReply } from '../../src/api/moderators/feed/read-feed.ts';
import type { Reply as ArticleComments } from '../../src/api/moderators/list-article-comments.ts';
import type { Reply as QueuePage } from '../../src/api/moderators/list-queue.ts';
import type { Reply as Queues } from '../../src/api/moderators/list-queues.ts';
import type { Reply as BacktestReply } from '../../src/api/moderators/policy/backtest-policy.ts';
import type { Reply as HistoryReply } from '../../src/api/moderators/policy/list-policy-versions.ts';
import type { Reply as PreviewReply } from '../../src/api/moderators/preview-entry.ts';
import type { Reply as ArticleReply } from '../../src/api/moderators/read-article.ts';
import type { Reply as LearningReply } from '../../src/api/moderators/read-learning.ts';
import type { Reply as PolicyReply } from '../../src/api/moderators/read-policy.ts';
import type { Reply as AuditReply } from '../../src/api/moderators/records/list-audit.ts';
import type { Reply as StatsReply } from '../../src/api/moderators/records/read-stats.ts';
import type { Reply as ReportsReply } from '../../src/api/moderators/reports/list-reports.ts';
import type { Reply as AddedReply } from '../../src/api/moderators/team/add-member.ts';
import type { Reply as MembersReply } from '../../src/api/moderators/team/list-members.ts';
import type { Reply as MeReply } from '../../src/api/moderators/team/read-membership.ts';
import type { Problem as AnyProblem } from '../../src/api/problem.ts';

/** What the API answers, by its contracts: this page loads their types alone. */
export type Comment = QueuePage['comments'][number] | ArticleComments['comments'][number];
export type Status = Comment['status'];
/** Of the list of what was decided last. */
export type LastDecision = NonNullable<QueuePage['comments'][number]['decided']>;
export type Finding = Comment['verdict']['findings'][number];
export type Decision = 'approve' | 'reject' | 'spam' | 'restore';
export type DecisionRequest = {
  readonly article: string;
  readonly comment: string;
  readonly version: number;
  readonly decision: Decision;
  readonly reason?: string;
  readonly note?: string;
  readonly thread?: true;
};

export type Page = QueuePage | ArticleComments;
/** Those of the API, and the list of what was decided last. */
export type Queue = keyof Queues['queues'] | 'recent';
export type QueueState = Queues['queues'][keyof Queues['queues']] & { readonly blatant?: number };
export type Surge = Queues['surges'][number];
/** By the queues that the API counts. */
export type Counts = Pick<Queues, 'lastDecisionAt' | 'surges'> & {
  readonly queues: Readonly<Partial<Record<Queue, QueueState>>>;
};

export type Reports = ReportsReply;
export type Report = ReportsReply['reports'][number];

export type Problem = Pick<AnyProblem, 'detail' | 'fields'> & {
  readonly code: string;
  /** Of a conflict about a comment. */
  readonly current?: {
    readonly status: Status;
    readonly version: number;
    readonly by: string | null;
    readonly at: string;
  };
};
type Done = Extract<DecidedReply['results'][number], { readonly version: number }>;
/** How the comment stands now, or the problem. */
export type DecisionResult = Pick<Done, 'article' | 'comment'> &
  Partial<Pick<Done, 'status' | 'version' | 'thread'>> & { readonly problem?: Problem };
export type Decided = Pick<DecidedReply, 'undo'> & { readonly results: readonly DecisionResult[] };

export type Me = MeReply;
export type ArticleSettings = ArticleReply;
export type ArticleMode = ArticleReply['mode'];
export type PolicyHistory = HistoryReply;
export type PolicyVersion = HistoryReply['versions'][number];
export type BacktestPage = BacktestReply;
export type WireFixture = NonNullable<PolicyReply['policy']['fixtures']>[number];
/** A place of a policy, and what is wrong with it; without a place, with all of it. */
export type PolicyProblem = { readonly field: string; readonly detail: string };
/** A document to be edited: what is sent is for the API to judge. */
export type PolicyNow = Pick<PolicyReply, 'version'> & { readonly policy: object };
export type EntryPreview = PreviewReply;
export type Learning = LearningReply;

export type Member = MembersReply['members'][number];
export type Role = Member['role'];
export type Feed = FeedReply;
export type NewFeed = NewFeedReply;
export type AddedMember = AddedReply;

export type Ban = BansReply['bans'][number];
export type AddedBan = AddedBanReply;
export type BanKind = Ban['kind'];
export type AuditEntry = AuditReply['entries'][number];
export type AuditPage = AuditReply;
export type Stats = StatsReply;

/** An answer, or why there is none. `status` is 0 without a network. */
export type Answer<Reply> =
  | {
      readonly isOk: true;
      readonly reply: Reply;
      readonly next?: URLSearchParams;
    }
  | { readonly isOk: false; readonly status: number; readonly problem?: Problem };
