import type { Comment, CommentRef } from '../comment/comment.ts';
import { placeTimeOf } from '../comment/queue.ts';
import type { Site } from '../comment/site.ts';
import type { Status, Told } from '../comment/status.ts';
import { expiryOf } from '../retention/policy.ts';
import type { PageDecision } from './page-decision.ts';

export const decisions = ['approve', 'reject', 'spam', 'restore'] as const;
export type DecisionName = (typeof decisions)[number];

/** A decision's site (with its policy), its author, its time, and an id by which it is recognised. */
export type DecisionContext = {
  readonly site: Pick<Site, 'id' | 'policy' | 'version'>;
  /** The member's id. */
  readonly by: string;
  readonly now: number;
  /** One id for all decisions of one request. */
  readonly batch: string;
};

/** One change of status in the audit trail. */
export type AuditEvent = {
  readonly site: string;
  readonly article: string;
  readonly comment: Comment['id'];
  /** The comment's version after the change. */
  readonly version: number;
  readonly at: number;
  readonly by: string;
  readonly action:
    | DecisionName
    | ('page' | 'undo' | 'hold' | 'screen' | 'remove' | 'edit' | 'reply')
    | ('withdraw' | 'erase');
  readonly before: Status | undefined;
  readonly after: Status | undefined;
  readonly reason?: string;
  /** The moderator's ruling on the author's page. */
  readonly page?: PageDecision;
  /** Keyed digests of a text that was edited, which only compare with others of the same comment. */
  readonly texts?: { readonly before: string; readonly after: string };
  /** Version of the site's policy it happened under. */
  readonly policy?: number;
  readonly batch?: string;
  /** Since when the comment was held, where that ended its wait. */
  readonly heldAt?: number;
};

/** The part of a comment that a change of status touches: what places it in its article and in queues, and its author's page. */
export type Standing = CommentRef &
  Pick<
    Comment,
    | 'root'
    | 'status'
    | 'version'
    | 'since'
    | 'queuedAt'
    | 'seen'
    | 'decision'
    | 'expiresAt'
    | 'verdict'
    | 'authorRecord'
    | 'authorKey'
    | 'language'
    | 'url'
    | 'page'
  >;

/** A comment's new status with its audit event; both are written or neither. */
export type StatusChange = {
  readonly comment: Standing;
  readonly event: AuditEvent;
  /** Takes the place of what the author was told before. */
  readonly told?: Told;
  /** Added to what the author was told before. */
  readonly alsoTold?: Told;
};

type Statement = Pick<AuditEvent, 'action' | 'reason' | 'page'>;

/** Moves a comment to another status, with the day on which it expires there. The move is not checked. */
export const changeStatus = (
  comment: Standing,
  {
    status: after,
    seen,
    page,
    queuedAt,
  }: Pick<Standing, 'status' | 'seen' | 'queuedAt'> & { readonly page: Standing['page'] | undefined },
  { site, by, now, batch }: DecisionContext,
  statement: Statement,
): StatusChange => {
  const { site: ofSite, article, id, status: before } = comment;
  const version = comment.version + 1;
  const expiresAt = expiryOf(after, site.policy.retention, now);
  return {
    comment: {
      ...lastingOf(comment),
      status: after,
      seen,
      version,
      since: now,
      decision: batch,
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(page === undefined ? {} : { page }),
      ...(queuedAt === undefined ? {} : { queuedAt }),
    },
    event: {
      ...(before === 'pending' ? { heldAt: placeTimeOf(comment) } : {}),
      site: ofSite,
      article,
      comment: id,
      version,
      at: now,
      by,
      before,
      after,
      batch,
      policy: site.version,
      ...statement,
    },
  };
};

/** What no change of status touches. */
const lastingOf = (comment: Standing) => {
  const { site, article, id, root, verdict, authorRecord, authorKey, language, url } = comment;
  const lasting = { site, article, id, root, verdict, authorRecord, authorKey, language };
  return url === undefined ? lasting : { ...lasting, url };
};
