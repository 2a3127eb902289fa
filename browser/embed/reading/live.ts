import type { Reply as CommentList } from '../../../src/api/readers/list-comments.ts';
import { learnFates } from '../kept/fates.ts';
import { addTo, articleIn, countOf, recount } from '../list.ts';
import { node, tell } from '../nodes.ts';
import { addressOf, askFor, codeOf, type Place, pageAddress } from '../place.ts';
import { isWhole } from './paging.ts';
import { takeTo } from './permalink.ts';

const EVERY_MS = 60_000;

/** Does something every minute while an element is `live` and somebody may look. */
export const everyMinute = (element: HTMLElement, act: () => void, ended: AbortSignal): void => {
  const timer = setInterval(() => {
    if (element.hasAttribute('live') && !document.hidden && navigator.onLine) act();
  }, EVERY_MS);
  ended.addEventListener('abort', () => clearInterval(timer));
};

/** Asks for the article's count and says how many comments are new. The browser sends the ETag of the answer before. */
export const lookForNew = async (list: HTMLElement, place: Place, onWanted: () => void): Promise<void> => {
  const asked = addressOf(place, 'comments', { order: 'newest', limit: '1' });
  const page = await askFor<CommentList>(asked).catch(() => undefined);
  if (page) showFresh(list, place, page.count - countOf(list), onWanted);
};

/** The notice lies over the list's end, so that nothing moves; none new takes it away. */
const showFresh = (list: HTMLElement, { words }: Place, count: number, onWanted: () => void): void => {
  const known = list.querySelector<HTMLButtonElement>(':scope > .fresh > button');
  if (count <= 0) known?.parentElement?.remove();
  if (known) known.textContent = words.fresh(count);
  if (known || count <= 0) return;
  const button = node('button', { type: 'button' }, words.fresh(count));
  const notice = node('div', { class: 'fresh', role: 'status' }, button);
  button.addEventListener('click', () => {
    notice.remove();
    onWanted();
  });
  list.append(notice);
};

/**
 * New comments join a list that has all of them.
 * @returns the first of them, null if none is missing, or undefined where the list lacks others as well
 * @throws as `askFor` does
 */
const joinNew = async (list: HTMLElement, place: Place): Promise<HTMLElement | null | undefined> => {
  if (place.order === 'newest' || !isWhole(list)) return undefined;
  const page = await askFor<CommentList>(pageAddress(place, { limit: '100' }));
  const first = page.comments.find(({ id }) => !articleIn(list, id));
  if (page.next) return undefined;
  await addTo(list, place, page.comments);
  recount(list, place, page.count);
  return first ? articleIn(list, first.id) : null;
};

type Joined = { readonly list: HTMLElement; readonly place: Place };

/** Has new comments join a list, moves focus to the first, and tells the element's page. @returns false where the list lacks others as well */
export const joinTold = async (
  element: HTMLElement,
  { list, place }: Joined,
  onUnread: (code: string) => void,
): Promise<boolean> => {
  try {
    const first = await joinNew(list, place);
    if (first === undefined) return false;
    // What is new may be one's own, which stands there already.
    void learnFates(place, () => list);
    takeTo(first);
    tell(element, 'loaded', { article: place.article });
  } catch (error) {
    onUnread(codeOf(error));
  }
  return true;
};
