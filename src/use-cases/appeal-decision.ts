import { requireClock } from '../comment/clock.ts';
import type { Comment } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import { type Appeal, appealOf } from '../moderation/author/appeal.ts';
import type { FindComment } from '../storage/comment-store.ts';
import type { FindAppeal, SaveAppeal } from '../storage/receipt-store.ts';

/** Somebody may edit the comment at the same moment, which leaves what was decided of it. */
const TRIES = 3;

type Deps = { readonly store: FindComment & FindAppeal & SaveAppeal };

/**
 * Asks moderators to look at a comment again, once; the same again changes nothing.
 * @returns the appeal @throws {Refusal} `nothing-to-appeal`, `already-appealed`, `changed-meanwhile` when it stands otherwise by now
 */
export const appealDecision = async (
  { store }: Deps,
  comment: Comment,
  { text }: Pick<Appeal, 'text'>,
  now: number,
): Promise<Appeal> => {
  requireClock(now);
  let current: Comment | undefined = comment;
  for (let tried = 0; tried < TRIES && current?.status === comment.status; tried += 1) {
    const appeal = appealOf(current, { at: now, ...(text === undefined ? {} : { text }) });
    const before = await store.findAppeal(current);
    if (before) return sameOr(appeal, before);
    if ((await store.saveAppeal(appeal, current)) === 'saved') return appeal;
    current = await store.find(current);
  }
  throw new Refusal('changed-meanwhile', 'The comment has changed since it was read.');
};

/** A button pressed twice, or a request whose answer was lost, asks once: until the same words are answered they are no second appeal. */
const sameOr = (appeal: Appeal, before: Appeal): Appeal => {
  if (before.text === appeal.text && before.answer === undefined) return before;
  throw new Refusal('already-appealed', 'A review of this comment was asked for before.');
};
