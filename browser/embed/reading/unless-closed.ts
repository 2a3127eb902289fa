import type { Reply as FormReply } from '../../../src/api/readers/open-form.ts';
import { addressOf, askFor, type Place } from '../place.ts';

/** Adds a form to a page that brought its comments and none: the page may know that the article is closed. */
export const unlessClosed = async (place: Place, add: () => void, ended: AbortSignal): Promise<void> => {
  if (place.closed === 'page') return;
  const form = await askFor<FormReply>(addressOf(place, 'form')).catch(() => undefined);
  if (form?.mode !== 'closed' && !ended.aborted) add();
};
