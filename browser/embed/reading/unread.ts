import { node } from '../nodes.ts';
import { isOnlyOne } from '../page-facts.ts';
import type { Words } from '../script-words.ts';

/** Codes of a page that names a site or an article wrongly: asking again does not help. */
const FOR_GOOD = /^(site-not-found|invalid-.+)$/;

/** Says that the comments do not load, and offers to try again where that may help. An attribute tells publishers the code. @returns whether it may */
export const sayUnread = (element: HTMLElement, words: Words, code: string, again: () => void): boolean => {
  const hadFocus = endUnread(element);
  const said = node('p', { class: 'unread', role: 'status', lang: words.locale, dir: 'ltr' }, words.unread);
  said.dataset.code = code;
  element.prepend(said);
  if (FOR_GOOD.test(code)) return false;
  const button = node('button', { type: 'button' }, words.again);
  button.addEventListener('click', again);
  said.append(' ', button);
  if (hadFocus) button.focus();
  return true;
};

/** Says no more that they do not load. @returns whether the way to try again had the focus */
export const endUnread = (element: HTMLElement): boolean => {
  const said = element.querySelector(':scope > .unread');
  const hadFocus = said?.contains(document.activeElement) ?? false;
  said?.remove();
  return hadFocus;
};

/** Says that a linked comment is not there, above the others; on a page of several lists it may be in another. */
export const sayGone = (list: HTMLElement | null, words: Words): void => {
  if (!isOnlyOne()) return;
  list?.querySelector(':scope > .gone')?.remove();
  list?.querySelector(':scope > header')?.after(node('p', { class: 'gone', role: 'status' }, words.gone));
};
