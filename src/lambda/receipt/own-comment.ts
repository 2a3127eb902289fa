import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Layer } from '../chain.ts';
import { noReceipt, type OpenedReceipt } from './open-receipt.ts';

/** The comment behind a receipt, which is there. */
export type WithOwn = { readonly own: Comment };

/** @param erased whether what is left of an erased one will do @throws {Refusal} `receipt-not-found`, `comment-erased` */
export const ownComment =
  ({ now }: { readonly now: () => number }, { erased = false } = {}): Layer<OpenedReceipt, WithOwn> =>
  ({ comment }) => {
    const isPast = (comment?.expiresAt ?? Number.POSITIVE_INFINITY) <= now();
    if (!comment || isPast) throw noReceipt();
    if (comment.erasedAt !== undefined && !erased) throw commentErased();
    return { own: comment };
  };

export const commentErased = () => new Refusal('comment-erased', 'Its author had this comment erased.');
