import type { CommentRef } from '../../comment/comment.ts';
import { Refusal, type RefusalCode } from '../../comment/refusal.ts';
import { SECOND_MS } from '../../comment/time.ts';
import type { ReceiptAct, TakeReceiptPlace } from '../../storage/receipt-store.ts';
import type { TakenPlace } from '../../storage/window-place.ts';
import { unlessRefused } from '../decisions/apply-changes.ts';

type Asked = {
  readonly ref: CommentRef;
  readonly act: ReceiptAct;
  /** What is said when the window is full. */
  readonly code: RefusalCode;
  readonly now: number;
};

/** Takes a place in a receipt's window. @throws {Refusal} `code`, with when there is a place again */
export const takePlace = async (
  store: TakeReceiptPlace,
  { ref, act, code, now }: Asked,
): Promise<TakenPlace> => {
  const place = await store.takeReceiptPlace(ref, act, now);
  if (place.isTaken) return place;
  const retryAfterS = Math.max(1, Math.ceil((place.freeAt - now) / SECOND_MS));
  const detail = `Too many of these requests for one comment; the next is accepted in ${retryAfterS} seconds.`;
  throw new Refusal(code, detail, { retryAfterS });
};

/** Does what a place was taken for; what is refused takes none, but where the storage fails: giving it back would wait as long again. */
export const inPlace = async <T>(place: TakenPlace, act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'storage-unavailable') await unlessRefused(place.giveBack);
    throw error;
  }
};
