import type { Reply as FormReply } from '../../../src/api/readers/open-form.ts';
import { draftText, dropDraft } from '../kept/draft.ts';
import { node } from '../nodes.ts';
import { addressOf, askFor, type Place } from '../place.ts';
import { takeTo } from './permalink.ts';

/** Asks whether a page that brought its comments and no form may have one: the page may know that the article is closed. */
export const unlessClosed = async (
  place: Place,
  act: (isClosed: boolean) => void,
  ended: AbortSignal,
): Promise<void> => {
  const isClosed =
    place.closed === 'page' ||
    (await askFor<FormReply>(addressOf(place, 'form')).catch(() => undefined))?.mode === 'closed';
  if (!ended.aborted) act(isClosed);
};

/** Under a list to which nothing can be sent any more, what was typed and never taken stands to be copied or thrown away. */
export const showDraft = (list: HTMLElement, place: Place): void => {
  const { words } = place;
  const text = draftText(place);
  if (!text) return;
  const field = node('textarea', { readonly: '', rows: '9', dir: 'auto' }, text);
  const drop = node('button', { type: 'button' }, words.discard);
  const draft = node('div', { class: 'comment-form' }, node('label', {}, words.text, field), drop);
  drop.addEventListener('click', () => {
    dropDraft(place);
    draft.remove();
    takeTo(list.querySelector('h2'));
  });
  list.append(draft);
};
