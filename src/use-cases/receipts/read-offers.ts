import type { Article } from '../../comment/article.ts';
import type { Comment } from '../../comment/comment.ts';
import { isWithinWindow, type Offers, offersOf } from '../../moderation/author/offers.ts';
import type { FindAppeal, HasReply } from '../../storage/receipt-store.ts';

type Deps = { readonly store: HasReply & FindAppeal };

type Moment = {
  readonly now: number;
  /** Undefined where it is not known: then it takes comments. */
  readonly article: Pick<Article, 'mode'> | undefined;
};

/** What a comment's author may do with it now. One round trip; replies are looked for only while it matters. */
export const readOffers = async (
  { store }: Deps,
  comment: Comment,
  { now, article }: Moment,
): Promise<Offers> => {
  const [isAnswered, appeal] = await Promise.all([
    isWithinWindow(comment, now) ? store.hasReply(comment) : false,
    store.findAppeal(comment),
  ]);
  return offersOf(comment, { now, isAnswered, appeal, mode: article?.mode ?? 'open' });
};
