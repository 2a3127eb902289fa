import type { PageStanding } from '../comment/author-page.ts';
import { Refusal } from '../comment/refusal.ts';
import { canMove, type RejectionReason, type Status, type Told } from '../comment/status.ts';
import type { AuthorRecord } from '../comment/trust.ts';
import { upholds } from './author/appeal.ts';
import { isPageChange, type PageDecision, pageAfter } from './page-decision.ts';
import {
  type AuditEvent,
  changeStatus,
  type DecisionContext,
  type DecisionName,
  decisions,
  type Standing,
  type StatusChange,
} from './status-change.ts';

const becomes: Readonly<Record<DecisionName, Status>> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  restore: 'pending',
};

/** A moderator's decision on one comment. */
export type Decision = {
  readonly decision: DecisionName;
  /** The version the moderator looked at; when absent, the current one. */
  readonly version?: number;
  /** With a rejection: why, and what else its author is told. */
  readonly reason?: RejectionReason;
  readonly note?: string;
  /** With an approval: whether readers see the author's page, whatever the rule says. */
  readonly page?: PageDecision;
};

/** A person's decision, or its undo, as read from the stream. */
export type DecisionRecord = Pick<AuditEvent, 'site' | 'article' | 'comment' | 'version' | 'at'> & {
  readonly action: DecisionName | 'undo';
  readonly by?: string;
  readonly reason?: string;
  /** The record's sequence number, as the stream writes it. */
  readonly record: string;
};

/** Whether an event is a person's decision, or its undo. */
export const isDecision = ({ action }: Pick<AuditEvent, 'action'>): boolean =>
  action === 'undo' || decisions.some((name) => name === action);

/** Whether a decision itself teaches a site anything. */
export const teaches = ({ action }: Pick<DecisionRecord, 'action'>): boolean =>
  action === 'approve' || action === 'spam';

/**
 * Applies a decision. Approving what was published by itself changes no more than that a moderator has seen it; approving it with a word on
 * its page, no more than that. Publication decides whether readers see the author's page, by what was approved of theirs before.
 * @param author their record at this moment, for `needsAuthor` decisions
 * @param isAsked whether readers reported it, or its author appealed, since a moderator looked, for `answersOnly` decisions
 * @returns the change as it is to be stored
 * @throws {Refusal} `changed-meanwhile` when another version was looked at, `already-decided` when nothing would change.
 */
export const decide = (
  comment: Standing,
  decision: Decision,
  context: DecisionContext,
  author?: AuthorRecord,
  isAsked = false,
): StatusChange => {
  const after = becomes[decision.decision];
  requireVersion(comment, decision.version);
  const isUnseen = after === 'approved' && comment.status === after && !comment.seen;
  const page = pageAfter(comment, decision, context.site.policy, author);
  const isOfPage = !isUnseen && isPageChange(comment, after, page);
  const isAnswer = isAsked && answersOnly(comment, decision);
  if (!canMove(comment.status, after) && !isUnseen && !isOfPage && !isAnswer)
    throw new Refusal('already-decided', `The comment is already ${comment.status}.`);

  const change = changeStatus(comment, { status: after, seen: true, page }, context, {
    action: isOfPage ? 'page' : decision.decision,
    ...(decision.page === undefined ? {} : { page: decision.page }),
    ...(decision.reason === undefined ? {} : { reason: decision.reason }),
  });
  if (after !== 'rejected') return change;
  // A rejection that stands keeps what its author was told, unless they are told something else.
  return comment.status === after
    ? { ...change, alsoTold: toldBy(decision) }
    : { ...change, told: toldBy(decision) };
};

/** What a rejection tells its author, or a rejected comment's author was told. */
export const toldBy = ({ reason, note }: Pick<Decision, 'reason' | 'note'>): Told => ({
  ...(reason === undefined ? {} : { reason }),
  ...(note === undefined ? {} : { note }),
});

/**
 * Takes a published reply off the page together with the comment it answers. Nobody looked at it, so it does not count as refused.
 * @throws {Refusal} `already-decided` when it is not published
 */
export const removeWithThread = (
  comment: Standing,
  context: DecisionContext,
  reason?: RejectionReason,
): StatusChange => {
  if (comment.status !== 'approved')
    throw new Refusal('already-decided', `The comment is already ${comment.status}.`);
  const change = changeStatus(comment, { status: 'rejected', seen: false, page: comment.page }, context, {
    action: 'reject',
    ...(reason === undefined ? {} : { reason }),
  });
  return { ...change, told: {} };
};

const requireVersion = ({ status, version }: Standing, looked = version): void => {
  if (looked !== version)
    throw new Refusal('changed-meanwhile', `The comment is now ${status}, version ${version}.`);
};

/** Whether a decision changes nothing but that reports or an appeal, if there are any, are answered. */
export const answersOnly = (standing: Standing, decision: Pick<Decision, 'decision'>): boolean =>
  answersReports(standing, decision) || upholds(standing, decision);

/** Whether it answers reports alone. */
export const answersReports = (
  { status, seen }: Standing,
  { decision }: Pick<Decision, 'decision'>,
): boolean => decision === 'approve' && status === 'approved' && seen;

/** Holds what was published by itself, since its author has lost the trust that published it, or many readers reported it. */
export const hold = (comment: Standing, context: DecisionContext): StatusChange =>
  changeStatus(comment, { status: 'pending', seen: false, page: comment.page }, context, { action: 'hold' });

/**
 * What undoing a decision needs: the version it made, the status before, whether a moderator had set that, how the author's page
 * stood, the time of its place in the queue it stood in, and what the author of a rejected comment had been told.
 */
export type Undoable = {
  readonly version: number;
  readonly before: Status;
  readonly seen?: boolean;
  readonly page?: PageStanding;
  readonly queuedAt?: number;
  readonly told?: Told;
};

/**
 * Puts back what was before a decision, if nobody changed the comment since. One that left the comment where it was is taken back as well: it
 * had said that somebody looked, or answered readers' reports or an appeal.
 * @throws {Refusal} `changed-meanwhile`
 */
export const undo = (
  comment: Standing,
  { version, before, seen = false, page, queuedAt, told }: Undoable,
  context: DecisionContext,
): StatusChange => {
  const isPossible = comment.status === before || canMove(comment.status, before);
  if (comment.version !== version || !isPossible)
    throw new Refusal(
      'changed-meanwhile',
      `The comment is now ${comment.status}, version ${comment.version}.`,
    );
  const standing = { status: before, seen, page, ...(queuedAt === undefined ? {} : { queuedAt }) };
  const change = changeStatus(comment, standing, context, { action: 'undo' });
  return told === undefined ? change : { ...change, told };
};
