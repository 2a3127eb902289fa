import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import { MINUTE_MS } from '../../comment/time.ts';

/** How long authors may change or withdraw a comment, unless somebody answers it before. Source: Isso. */
const CHANGE_MS = 15 * MINUTE_MS;

/** The end of that time, in milliseconds since 1970. */
export const changeableUntil = ({ createdAt }: Pick<Comment, 'createdAt'>): number => createdAt + CHANGE_MS;

type Changing = Pick<Comment, 'status' | 'createdAt' | 'edited'>;
type Moment = { readonly now: number; readonly isAnswered: boolean };

/**
 * Lets an author withdraw a comment.
 * @throws {Refusal} `already-decided` when it was rejected or withdrawn, `too-late`, `already-answered`
 */
export const requireChangeable = (comment: Changing, { now, isAnswered }: Moment): void => {
  const { status } = comment;
  if (status === 'withdrawn')
    throw new Refusal('already-decided', 'The comment was withdrawn by its author.');
  if (status === 'rejected') throw new Refusal('already-decided', 'The comment was rejected.');
  if (now > changeableUntil(comment))
    throw new Refusal('too-late', 'A comment can be changed or withdrawn for 15 minutes.');
  if (isAnswered) throw new Refusal('already-answered', 'A published comment answers this one.');
};

/** Lets an author edit a comment, too. @throws {Refusal} as above; `already-decided` also when the newsroom edited it */
export const requireEditable = (comment: Changing, moment: Moment): void => {
  requireChangeable(comment, moment);
  if (comment.edited === 'newsroom')
    throw new Refusal('already-decided', 'The newsroom edited the comment: its words stand.');
};
