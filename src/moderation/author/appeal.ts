import type { Comment, CommentRef } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Status } from '../../comment/status.ts';
import { DAY_MS } from '../../comment/time.ts';
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

type Judged = Pick<Comment, 'site' | 'article' | 'id' | 'status' | 'seen' | 'verdict'>;

/**
 * An author's appeal. Of blatant spam and of what banned people send it is taken as well and asks nobody: they must not learn that they
 * were found out.
 * @throws {Refusal} `nothing-to-appeal` when the comment is published or withdrawn
 */
export const appealOf = (comment: Judged, { text, at }: Pick<Appeal, 'text' | 'at'>): Appeal => {
  const { site, article, id, status, seen, verdict } = comment;
  if (status === 'approved' || status === 'withdrawn')
    throw new Refusal('nothing-to-appeal', 'The comment was neither rejected nor does it wait.');
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

/** Whether an author is offered an appeal: of a rejection at once, of what waits or seems to after a day. */
export const mayAppeal = (
  { status, createdAt }: Pick<Comment, 'status' | 'createdAt'>,
  now: number,
): boolean =>
  status === 'rejected' || ((status === 'pending' || status === 'spam') && now >= createdAt + WAITS_MS);

/** What a change of a comment says to its appeal: an answer, that a decision was taken back, that the comment is gone, or nothing but that it changed. */
export type AppealOutcome = AppealAnswer | 'undone' | 'gone' | 'changed';
