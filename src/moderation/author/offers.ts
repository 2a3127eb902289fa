import type { ArticleMode } from '../../comment/article.ts';
import type { Comment } from '../../comment/comment.ts';
import { type Appeal, mayAppeal } from './appeal.ts';
import { changeableUntil } from './change-window.ts';

/** What the author of a comment may do with it at the moment, and what became of their appeal. */
export type Offers = {
  /** Until when it may be withdrawn, in milliseconds since 1970; absent where it may not. */
  readonly changeableUntil?: number;
  /** Whether its text may be changed until then. */
  readonly isEditable: boolean;
  readonly isAppealable: boolean;
  readonly appeal?: Pick<Appeal, 'at' | 'answer' | 'answeredAt'>;
};

/** Whether a comment may be withdrawn as far as time tells; only then are its replies read. */
export const isWithinWindow = (
  { status, createdAt }: Pick<Comment, 'status' | 'createdAt'>,
  now: number,
): boolean => status !== 'rejected' && status !== 'withdrawn' && now <= changeableUntil({ createdAt });

type Known = {
  readonly now: number;
  readonly isAnswered: boolean;
  readonly appeal: Appeal | undefined;
  /** How the article takes comments: one that takes none takes no new text either, but lets its comments be withdrawn. */
  readonly mode: ArticleMode;
};

/** Offers only what would not be refused. */
export const offersOf = (
  comment: Pick<Comment, 'status' | 'createdAt' | 'edited'>,
  { now, isAnswered, appeal, mode }: Known,
): Offers => {
  const isChangeable = isWithinWindow(comment, now) && !isAnswered;
  return {
    ...(isChangeable ? { changeableUntil: changeableUntil(comment) } : {}),
    isEditable: isChangeable && comment.edited !== 'newsroom' && mode !== 'closed',
    isAppealable: appeal === undefined && mayAppeal(comment, now),
    ...(appeal ? { appeal } : {}),
  };
};

/** For a comment whose author is offered nothing. */
export const noOffers: Offers = { isEditable: false, isAppealable: false };
