import { requireClock } from '../comment/clock.ts';
import type { Comment } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import { type Appeal, appealOf } from '../moderation/author/appeal.ts';
import type { FindAppeal, SaveAppeal } from '../storage/receipt-store.ts';

type Deps = { readonly store: FindAppeal & SaveAppeal };

/**
 * Asks moderators to look at a comment again, once; the same again changes nothing.
 * @returns the appeal @throws {Refusal} `nothing-to-appeal`, `already-appealed`, `changed-meanwhile`
 */
export const appealDecision = async (
  { store }: Deps,
  comment: Comment,
  { text }: Pick<Appeal, 'text'>,
  now: number,
): Promise<Appeal> => {
  requireClock(now);
  const appeal = appealOf(comment, { at: now, ...(text === undefined ? {} : { text }) });
  const before = await store.findAppeal(comment);
  if (before) return sameOr(appeal, before);

  const saved = await store.saveAppeal(appeal, comment);
  if (saved === 'known') return sameOr(appeal, await store.findAppeal(comment));
  if (saved === 'changed')
    throw new Refusal('changed-meanwhile', 'The comment has changed since it was read.');
  return appeal;
};

/** A button pressed twice, or a request whose answer was lost, asks once: until the same words are answered they are no second appeal. */
const sameOr = (appeal: Appeal, before: Appeal | undefined): Appeal => {
  if (before && before.text === appeal.text && before.answer === undefined) return before;
  throw new Refusal('already-appealed', 'A review of this comment was asked for before.');
};
