import type { Comment, CommentRef } from '../comment/comment.ts';
import type { Status } from '../comment/status.ts';
import { HOUR_MS } from '../comment/time.ts';
import { isDue } from '../retention/policy.ts';
import type { AuditEvent } from './status-change.ts';
import { type Counted, countedOf, isSameCount, type Step } from './tally.ts';

/** One comment before and after something was written; without a before it is new, without an after it is gone. */
export type CommentChange = {
  readonly site: string;
  readonly article: string;
  readonly before?: Comment;
  readonly after?: Comment;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The table's stream that tells of it: a restored table has another. */
  readonly stream: string;
  /** Its number in that stream, as the stream writes it. */
  readonly record: string;
};

/** Versions begin with this one, which screening makes. */
const FIRST_VERSION = 1;

/**
 * The step that one comment's changes, in any order, leave to count.
 * @param counted what was counted of it; undefined when nothing was
 * @returns undefined when nothing is left; `unclear` when the changes do not tell how the comment was screened
 */
export const stepOf = (
  changes: readonly CommentChange[],
  counted: Counted | undefined,
): Step | 'unclear' | undefined => {
  const inOrder = changes.toSorted((one, other) => placeOf(one) - placeOf(other));
  const [first, last] = [inOrder[0], inOrder.at(-1)] as [CommentChange, CommentChange];
  const before = (last.after ?? last.before) as Comment;
  const after = last.after ? countedOf(last.after) : removedOf(before.version);
  if (counted && (counted.version >= after.version || isSameCount(counted, after))) return undefined;

  const oldest = (first.before ?? first.after) as Comment;
  if (!counted && oldest.version !== FIRST_VERSION) return 'unclear';
  return {
    id: before.id,
    authorKey: authorOf(inOrder),
    before: counted,
    after,
    lookedAt: lookAt(last.after),
    comment: before,
    screened: counted ? undefined : screened(oldest),
    removed: last.after ? undefined : removed(before, last.at),
  };
};

/** An erased comment no longer names its author. */
const authorOf = (changes: readonly CommentChange[]): string | undefined =>
  changes.flatMap(({ before, after }) => [before?.authorKey, after?.authorKey]).find(Boolean);

/** What was counted before a comment's changes, if none was lost; undefined for a new comment. */
export const assumedBefore = (changes: readonly CommentChange[]): Counted | undefined => {
  const [first] = changes.toSorted((one, other) => placeOf(one) - placeOf(other));
  return first?.before && countedOf(first.before);
};

/**
 * The step that is left to count of an existing comment; undefined for none.
 * @param screenedAs the status that its oldest decision found, where there is one
 */
export const stepTo = (
  comment: Comment,
  counted: Counted | undefined,
  screenedAs: Status | undefined,
): Step | undefined => {
  const after = countedOf(comment);
  const isBehind = counted?.status !== 'removed' && (counted?.version ?? 0) > after.version;
  if (isBehind || (counted && isSameCount(counted, after))) return undefined;
  return {
    id: comment.id,
    authorKey: comment.authorKey || undefined,
    before: counted,
    after,
    lookedAt: lookAt(comment),
    comment,
    screened: counted ? undefined : screened(firstOf(comment, screenedAs)),
    removed: undefined,
  };
};

/** A comment as screening left it. The stream may have sealed the event of that already, so that nothing which came later may be in it. */
const firstOf = ({ decision, ...comment }: Comment, screenedAs: Status | undefined): Comment => ({
  ...comment,
  ...(comment.version === FIRST_VERSION && decision !== undefined ? { decision } : {}),
  status: screenedAs ?? comment.status,
  version: FIRST_VERSION,
});

/**
 * The step of a comment that is gone, by what was counted of it; undefined when its removal was counted.
 * @param version the last that its trail tells of @param at when it was missed, in milliseconds since 1970
 */
export const stepToRemoval = (
  { site, article, id }: CommentRef,
  { before, version, at }: { readonly before: Counted; readonly version: number; readonly at: number },
): Step | undefined => {
  if (before.status === 'removed') return undefined;
  const after = removedOf(Math.max(version, before.version));
  const event = { site, article, comment: id, version: after.version, at };
  return {
    id,
    authorKey: undefined,
    before,
    after,
    screened: undefined,
    removed: { ...event, by: UNKNOWN, action: 'remove', before: before.status, after: undefined },
  };
};

/** Withdrawing is its author's own act. */
const lookAt = (comment: Comment | undefined): number | undefined =>
  comment?.decision === undefined || comment.status === 'withdrawn' ? undefined : comment.since;

/** A removal comes after the version it removes. */
const placeOf = ({ before, after }: CommentChange): number => after?.version ?? (before?.version ?? 0) + 0.5;

const removedOf = (version: number): Counted => ({
  version: version + 1,
  status: 'removed',
  seen: false,
  place: undefined,
});

/** The event that a comment's first version leaves: the stream writes it, the same whenever that is. */
export const screened = (comment: Comment): AuditEvent => ({
  ...subject(comment),
  version: comment.version,
  at: comment.createdAt,
  // What the newsroom writes is not screened; its event is written with it.
  by: comment.staffId ?? 'screening',
  action: comment.staffId === undefined ? 'screen' : 'reply',
  before: undefined,
  after: comment.status,
  ...(comment.decision === undefined ? {} : { batch: comment.decision }),
});

/** Who removed a comment that was not due, or without the stream telling when. */
const UNKNOWN = 'unknown';
/** Clocks may differ by so much. */
const CLOCKS_MS = HOUR_MS;

const isByRetention = ({ status, expiresAt }: Comment, at: number): boolean =>
  isDue({ status, ...(expiresAt === undefined ? {} : { expiresAt }) }, at + CLOCKS_MS);

/** The event of a removal, which the stream writes too. */
const removed = (comment: Comment, at: number): AuditEvent => ({
  ...subject(comment),
  version: comment.version + 1,
  at,
  by: isByRetention(comment, at) ? 'retention' : UNKNOWN,
  action: 'remove',
  before: comment.status,
  after: undefined,
});

const subject = ({ site, article, id, policyVersion }: Comment) => ({
  site,
  article,
  comment: id,
  policy: policyVersion,
});
