import type { CommentRef } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import { SECOND_MS } from '../../comment/time.ts';
import type { ReceiptAct, TakeReceiptPlace } from '../../storage/receipt-store.ts';

/** Takes a place in a receipt's window. @throws {Refusal} `too-many-requests` */
export const takePlace = async (
  store: TakeReceiptPlace,
  ref: CommentRef,
  act: ReceiptAct,
  now: number,
): Promise<void> => {
  const place = await store.takeReceiptPlace(ref, act, now);
  if (place.isTaken) return;
  const retryAfterS = Math.max(1, Math.ceil((place.freeAt - now) / SECOND_MS));
  throw new Refusal(
    'too-many-requests',
    `Too many of these requests for one comment; the next is accepted in ${retryAfterS} seconds.`,
    { retryAfterS },
  );
};
