import { node } from '../nodes.ts';
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
