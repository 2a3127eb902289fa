import type { Comment, CommentRef } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Status } from '../../comment/status.ts';
import { DAY_MS, SECOND_MS } from '../../comment/time.ts';
import { isBlatant } from '../../comment/verdict.ts';
import type { DecisionName } from '../status-change.ts';

/** A moderator's answer to an appeal: `granted` publishes or requeues the comment, `upheld` keeps the decision. */
export const appealAnswers = ['granted', 'upheld'] as const;
export type AppealAnswer = (typeof appealAnswers)[number];

/** An author's wish that somebody looks again at what was decided of their comment; one for each comment. */
export type Appeal = CommentRef & {
  readonly at: number;
  /** Why, in the author's words. */
  readonly text?: string;
  /** How the comment stood; moderators find it in the queue `appeals`. Absent where nobody is asked, or it was answered. */
  readonly listedAs?: AppealedStatus;
  readonly answer?: AppealAnswer;
  readonly answeredAt?: number;
  /** From when on a decision answers it, where the one that had answered it was taken back. */
  readonly waitsSince?: number;
};
/** What can be appealed against. */
export const appealedStatuses = ['rejected', 'spam', 'pending'] as const satisfies readonly Status[];
export type AppealedStatus = (typeof appealedStatuses)[number];

type Judged = Pick<Comment, 'site' | 'article' | 'id' | 'status' | 'createdAt' | 'seen' | 'verdict'>;

/**
 * An author's appeal. Of blatant spam and of what banned people send it is taken as well and asks nobody: they must not learn that they
 * were found out.
 * @throws {Refusal} `nothing-to-appeal` when the comment is published or withdrawn, or waits for less than a day
 */
export const appealOf = (comment: Judged, { text, at }: Pick<Appeal, 'text' | 'at'>): Appeal => {
  const { site, article, id, status, createdAt, seen, verdict } = comment;
  if (status === 'approved' || status === 'withdrawn')
    throw new Refusal('nothing-to-appeal', 'The comment was neither rejected nor does it wait.');
  const waitMs = appealableFrom(status, createdAt) - at;
  if (waitMs > 0)
    throw new Refusal('nothing-to-appeal', 'The comment waits: a day after it was sent its author may ask.', {
      retryAfterS: Math.ceil(waitMs / SECOND_MS),
    });
  const isQuiet = status === 'spam' && !seen && isBlatant(verdict);
  return {
    ...{ site, article, id, at },
    ...(text === undefined ? {} : { text }),
    ...(isQuiet ? {} : { listedAs: status }),
  };
};

/** Whether a decision repeats the one before, so that all it does is answer an open appeal. */
export const upholds = (
  { status }: Pick<Comment, 'status'>,
  { decision }: { readonly decision: DecisionName },
): boolean => (decision === 'reject' && status === 'rejected') || (decision === 'spam' && status === 'spam');

/** How long a comment waits before its author may ask whether it was forgotten. */
const WAITS_MS = DAY_MS;

/** From when on an author may appeal: against a rejection at once, against waiting, or what seems to be that, after a day. */
const appealableFrom = (status: AppealedStatus, createdAt: number): number =>
  status === 'rejected' ? createdAt : createdAt + WAITS_MS;

/** Whether an author may appeal by now. */
export const mayAppeal = (
  { status, createdAt }: Pick<Comment, 'status' | 'createdAt'>,
  now: number,
): boolean => status !== 'approved' && status !== 'withdrawn' && now >= appealableFrom(status, createdAt);

/** What a change of a comment says to its appeal: an answer, that a decision was taken back, that the comment is gone, or nothing but that it changed. */
export type AppealOutcome = AppealAnswer | 'undone' | 'gone' | 'changed';
