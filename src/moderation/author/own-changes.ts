import type { Comment } from '../../comment/comment.ts';
import { present } from '../../comment/present.ts';
import type { Status } from '../../comment/status.ts';
import { type Outcome, statusOf, type Verdict } from '../../comment/verdict.ts';
import { expiryOf } from '../../retention/policy.ts';
import { editedTexts, type KeyedDigest } from '../edit.ts';
import { type AuditEvent, changeStatus, type DecisionContext, type StatusChange } from '../status-change.ts';

/** The audit trail's name for an author who changes their own comment. */
export const AUTHOR = 'author';

/** A comment as its author changed it, with the event that says so; both are written or neither. */
export type OwnChange = { readonly comment: Comment; readonly event: AuditEvent };
export type Context = Omit<DecisionContext, 'by'>;

/** Takes a comment back. That is final. */
export const withdraw = (comment: Comment, context: Context): StatusChange =>
  changeStatus(
    comment,
    { status: 'withdrawn', seen: false, page: comment.page },
    { ...context, by: AUTHOR },
    { action: 'withdraw' },
  );

type NewText = {
  readonly text: string;
  /** The verdict on the new text. */
  readonly verdict: Verdict;
  readonly digest: KeyedDigest;
};

/**
 * Gives a comment another text of its author's. An edit never publishes anything: the comment stays where it is, or goes where the checks
 * send it. Whatever a moderator said of the old text is not said of the new one, but for spam, which stays as it was filed.
 */
export const revise = (
  before: Comment,
  { text, verdict, digest }: NewText,
  { site, now, batch }: Context,
): OwnChange => {
  const version = before.version + 1;
  const status = statusAfter(before.status, verdict.outcome);
  return {
    comment: {
      ...(before.status === 'spam' ? asFiled(before) : unseen(before)),
      ...(status === before.status ? {} : standing(status, { site, now })),
      ...{ text, status, version, verdict, policyVersion: site.version },
      ...{ edited: 'author', editedAt: now, edit: { by: AUTHOR, at: now, version } },
    },
    event: {
      ...eventOf(before, { site, now, batch }, status),
      action: 'edit',
      texts: editedTexts(before, text, digest),
    },
  };
};

const fromBest: readonly Status[] = ['approved', 'pending', 'spam'];

const statusAfter = (before: Status, outcome: Outcome): Status =>
  fromBest[Math.max(fromBest.indexOf(before), fromBest.indexOf(statusOf[outcome]))] ?? before;

const unseen = ({ decision: _, original: __, ...comment }: Comment): Comment => ({ ...comment, seen: false });

/** A moderator's decision is about the text that they saw. It is kept, since the filter learns from it. */
const asFiled = (comment: Comment): Comment =>
  comment.seen ? { ...comment, original: comment.original ?? comment.text } : comment;

const standing = (status: Status, { site, now }: Pick<Context, 'site' | 'now'>) => {
  const expiresAt = expiryOf(status, site.policy.retention, now);
  // A place that an undo gave back was in the queue that it leaves.
  return { since: now, queuedAt: now, ...(expiresAt === undefined ? {} : { expiresAt }) };
};

/** Removes everything from a comment but its place and its language, in which its receipt answers. The rest is `withdrawn`. */
export const erase = (before: Comment, context: Context): OwnChange => {
  const { site, article, id, root, parent, language, createdAt, policyVersion, decidedVersion } = before;
  const { now, batch } = context;
  return {
    comment: {
      ...{ site, article, id, root, language, createdAt, policyVersion },
      ...present({ parent, decidedVersion }),
      ...{ status: 'withdrawn', version: before.version + 1, since: now, erasedAt: now },
      ...{ author: '', text: '', authorKey: '', fingerprint: '', seen: false, decision: batch },
      ...{ verdict: { outcome: 'approve', findings: [] }, authorRecord: { approved: 0, refused: 0 } },
    },
    event: { ...eventOf(before, context, 'withdrawn'), action: 'erase' },
  };
};

const eventOf = (before: Comment, { site, now, batch }: Context, after: Status) => ({
  ...{ site: before.site, article: before.article, comment: before.id, version: before.version + 1 },
  ...{ at: now, by: AUTHOR, before: before.status, after, batch, policy: site.version },
});
