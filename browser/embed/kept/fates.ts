import type { Reply as Receipt } from '../../../src/api/readers/show-receipt.ts';
import { articleIn } from '../list.ts';
import { askFor, codeOf, type Place } from '../place.ts';
import { dropOwn, keepOwn, type Own, ownComments } from './own.ts';
import { hideOwn, showOwn } from './own-card.ts';

/** Receipts asked for when a list is shown; the latest. */
const ASKED_MAX = 5;
const GONE: ReadonlySet<string> = new Set(['comment-erased', 'receipt-not-found']);

type ListNow = () => HTMLElement | null;

/**
 * Asks what became of one's own comments that the list shows to their author alone, and says so. Without an answer they stay as they are.
 * @param listNow the list that is shown by now, if one is: it may be another when an answer comes
 */
export const learnFates = async (place: Place, listNow: ListNow): Promise<void> => {
  const list = listNow();
  const open = ownComments(place).filter(
    ({ id, receipt }) => receipt && list && articleIn(list, id)?.matches('.own'),
  );
  await Promise.all(open.slice(-ASKED_MAX).map((own) => learnFate(listNow, place, own)));
};

/** Acts when a page comes back as it was left: its reader may have changed a comment on its receipt's page meanwhile. */
export const whenReturned = (act: () => void, signal: AbortSignal): void =>
  window.addEventListener('pageshow', ({ persisted }) => persisted && act(), { signal });

const learnFate = async (listNow: ListNow, place: Place, own: Own): Promise<void> => {
  try {
    const receipt = await askFor<Receipt>(own.receipt ?? '');
    if (receipt.status === 'withdrawn') return forget(listNow(), place, own);
    const { status, author, text, html } = receipt;
    const because = status === 'not-published' ? receipt.because[0] : undefined;
    const now = { ...own, status, author, text, html, because };
    if (JSON.stringify(now) === JSON.stringify(own)) return;
    const changed = { ...now, at: Date.now() };
    keepOwn(place, changed);
    const list = listNow();
    if (list) showOwn(list, place, changed);
  } catch (error) {
    if (GONE.has(codeOf(error))) forget(listNow(), place, own);
  }
};

const forget = (list: HTMLElement | null, place: Place, own: Own): void => {
  dropOwn(place, own);
  if (list) hideOwn(list, own);
};
