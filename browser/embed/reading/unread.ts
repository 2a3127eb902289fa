import { node } from '../nodes.ts';
import { isOnlyOne } from '../page-facts.ts';
import type { Words } from '../script-words.ts';

/** Codes of a page that names a site or an article wrongly: asking again does not help. */
const FOR_GOOD = /^(site-not-found|invalid-.+)$/;

/** Says that the comments do not load, and offers to try again where that may help. @returns whether it may */
export const sayUnread = (element: HTMLElement, words: Words, code: string, again: () => void): boolean => {
  element.querySelector(':scope > .unread')?.remove();
  const said = node('p', { class: 'unread', role: 'status' }, words.unread);
  element.prepend(said);
  if (FOR_GOOD.test(code)) return false;
  const button = node('button', { type: 'button' }, words.again);
  button.addEventListener('click', again);
  said.append(' ', button);
  return true;
};

/** Says that a linked comment is not there, above the others; on a page of several lists it may be in another. */
export const sayGone = (list: HTMLElement | null, words: Words): void => {
  if (!isOnlyOne()) return;
  list?.querySelector(':scope > .gone')?.remove();
  list?.querySelector(':scope > header')?.after(node('p', { class: 'gone', role: 'status' }, words.gone));
};
