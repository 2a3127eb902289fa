import type { Comment } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import { canMove, type Status } from '../comment/status.ts';

export const decisions = ['approve', 'reject', 'spam'] as const;
export type DecisionName = (typeof decisions)[number];

const becomes: Readonly<Record<DecisionName, Status>> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
};

/** What a moderator says of one comment. */
export type Decision = {
  readonly decision: DecisionName;
  /** The version the moderator looked at; when absent, the current one. */
  readonly version?: number;
  readonly reason?: string;
  readonly note?: string;
};

/** Who says it, when, and under which id it can be recognised. */
export type Circumstance = {
  /** The moderator's `sub`. */
  readonly by: string;
  readonly now: number;
  /** One id for all decisions of one request. */
  readonly batch: string;
};

/** One change of status, as the audit trail keeps it. */
export type AuditEvent = {
  readonly site: string;
  readonly article: string;
  readonly comment: Comment['id'];
  /** The comment's version after the change. */
  readonly version: number;
  readonly at: number;
  readonly by: string;
  readonly action: DecisionName | 'undo' | 'screen' | 'remove';
  readonly before: Status | undefined;
  readonly after: Status | undefined;
  readonly reason?: string;
  readonly note?: string;
  /** Version of the site's policy it happened under. */
  readonly policy?: number;
  readonly batch?: string;
};

/** A person's decision or its undoing, as the audit trail's stream tells of it. */
export type DecisionRecord = Pick<AuditEvent, 'site' | 'article' | 'comment' | 'version' | 'at'> & {
  readonly action: DecisionName | 'undo';
  /** The record's sequence number, as the stream writes it. */
  readonly record: string;
};

/** A changed comment and the event that says so: written together or not at all. */
export type Change = { readonly comment: Comment; readonly event: AuditEvent };

/**
 * Applies a decision.
 * @throws {Refusal} `changed-meanwhile` when another version was looked at, `already-decided` when nothing would change.
 */
export const decide = (comment: Comment, decision: Decision, circumstance: Circumstance): Change => {
  const after = becomes[decision.decision];
  if (decision.version !== undefined && decision.version !== comment.version)
    throw new Refusal(
      'changed-meanwhile',
      `The comment is now ${comment.status}, version ${comment.version}.`,
    );
  if (!canMove(comment.status, after))
    throw new Refusal('already-decided', `The comment is already ${comment.status}.`);

  return change(comment, after, circumstance, {
    action: decision.decision,
    ...(decision.reason === undefined ? {} : { reason: decision.reason }),
    ...(decision.note === undefined ? {} : { note: decision.note }),
  });
};

/** What undoing needs to know of a decision: which version it made, and what was before. */
export type Undoable = { readonly version: number; readonly before: Status };

/**
 * Puts back what was before a decision, if nobody changed the comment since.
 * @throws {Refusal} `changed-meanwhile`
 */
export const undo = (comment: Comment, { version, before }: Undoable, circumstance: Circumstance): Change => {
  if (comment.version !== version || !canMove(comment.status, before))
    throw new Refusal(
      'changed-meanwhile',
      `The comment is now ${comment.status}, version ${comment.version}.`,
    );
  return change(comment, before, circumstance, { action: 'undo' });
};

type Said = Pick<AuditEvent, 'action' | 'reason' | 'note'>;

const change = (comment: Comment, after: Status, { by, now, batch }: Circumstance, said: Said): Change => ({
  comment: { ...comment, status: after, version: comment.version + 1, since: now, decision: batch },
  event: {
    site: comment.site,
    article: comment.article,
    comment: comment.id,
    version: comment.version + 1,
    at: now,
    by,
    before: comment.status,
    after,
    batch,
    ...said,
  },
});
