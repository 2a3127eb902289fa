import type { Reply as CommentList } from '../../../src/api/readers/list-comments.ts';
import { addTo, articleIn, drawList } from '../list.ts';
import { node, tell } from '../nodes.ts';
import { askFor, codeOf, type Place, pageAddress } from '../place.ts';
import { takeTo } from './permalink.ts';

/** Puts the ways to other pages around a page that was drawn. @param isStart whether nothing comes before it */
export const addWays = (
  section: HTMLElement,
  { words, order }: Place,
  { next, previous }: CommentList,
  isStart: boolean,
): void => {
  const start = order === 'oldest' ? words.fromStart : words.orders.newest;
  if (!isStart && previous !== null) wayBefore(section, { href: '#comments', rel: 'start' }, start);
  if (!isStart && previous)
    wayBefore(section, { href: '#comments', rel: 'prev', 'data-cursor': previous }, words.previous);
  if (next) section.append(way({ href: '#comments', rel: 'next', 'data-cursor': next }, words.more));
};

const way = (attributes: Readonly<Record<string, string>>, label: string): HTMLElement =>
  node('p', { class: 'ways' }, node('a', attributes, label));

const wayBefore = (section: HTMLElement, attributes: Readonly<Record<string, string>>, label: string): void =>
  section.querySelector(':scope > ol')?.before(way(attributes, label));

type Turned = {
  readonly list: HTMLElement;
  readonly place: Place;
  readonly link: HTMLAnchorElement;
};

/** Loads the page that a link leads to, moves focus to what came, and tells the element's page. It never throws. */
export const turnTold = async (element: HTMLElement, { list, place, link }: Turned): Promise<void> => {
  const { article, words } = place;
  try {
    takeTo(await turnPage(list, place, link));
    tell(element, 'loaded', { article });
  } catch (error) {
    tell(element, 'error', { sentence: words.unread, code: codeOf(error) });
  }
};

/** Loads the page that a link leads to into its list, which the link says meanwhile, unless it is on its way. @returns the first comment that came @throws as `askFor` does */
const turnPage = async (
  section: HTMLElement,
  place: Place,
  link: HTMLAnchorElement,
): Promise<HTMLElement | null> => {
  if (link.getAttribute('aria-disabled')) return null;
  link.setAttribute('aria-disabled', 'true');
  const { words } = place;
  link.textContent = words.loading;
  try {
    const first = await loadNew(section, place, link);
    link.textContent = link.rel === 'prev' ? words.previous : words.more;
    return first;
  } catch (error) {
    // A link that came with the page leads somewhere by itself: the next click follows it.
    if (!link.dataset.cursor) link.removeAttribute('rel');
    link.textContent = `${words.unread} ${words.again}`;
    throw error;
  } finally {
    link.removeAttribute('aria-disabled');
  }
};

/** Pages that one click asks for at most, where those before held nothing new. */
const PAGES_MAX = 20;

/** A long thread may fill whole pages with comments that the list has: it goes on to the first page that holds another. */
const loadNew = async (
  section: HTMLElement,
  place: Place,
  link: HTMLAnchorElement,
): Promise<HTMLElement | null> => {
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const first = await loadPage(section, place, link);
    if (first || !link.isConnected) return first;
  }
  return null;
};

const loadPage = async (
  section: HTMLElement,
  place: Place,
  link: HTMLAnchorElement,
): Promise<HTMLElement | null> => {
  const isBefore = link.rel === 'prev';
  const asked = { ...placeAt(section, link, isBefore ? 0 : -1), limit: '100' };
  const page = await askFor<CommentList>(pageAddress(place, asked));
  const first = await (isBefore ? addBefore : addAfter)(section, place, page);
  const cursor = isBefore ? page.previous : page.next;
  if (isBefore && !cursor) section.querySelector('[rel=start]')?.closest('p')?.remove();
  if (cursor) link.dataset.cursor = cursor;
  else link.closest('p')?.remove();
  return first ? articleIn(section, first.id) : null;
};

/** A cursor of the script's own lists; of a list that came with the page, whatever surrounds its first or last comment. */
const placeAt = (section: HTMLElement, { dataset: { cursor } }: HTMLElement, at: 0 | -1) =>
  cursor ? { cursor } : { around: shownIn(section).at(at) ?? '' };

const shownIn = (section: HTMLElement): readonly string[] =>
  [...section.querySelectorAll('article[id^="comment-"]:not(.own)')].map(({ id }) =>
    id.replace(/^comment-/, ''),
  );

const addAfter = async (section: HTMLElement, place: Place, { comments }: CommentList) => {
  const known = comments.findLastIndex(({ id }) => isThere(section, id));
  const added = comments.slice(known + 1);
  await addTo(section, place, added);
  return added[0];
};

const addBefore = async (section: HTMLElement, place: Place, { comments, ...page }: CommentList) => {
  const known = comments.findIndex(({ id }) => isThere(section, id));
  const added = comments.slice(0, known < 0 ? comments.length : known);
  const drawn = await drawList(place, { ...page, count: added.length, comments: added });
  section.querySelector(':scope > ol')?.prepend(...drawn.querySelectorAll(':scope > ol > li'));
  return added[0];
};

/** One's own comment may stand in the list before its page came. */
const isThere = (section: HTMLElement, id: string): boolean =>
  articleIn(section, id)?.matches(':not(.own)') ?? false;

/** Whether a list has all comments, as far as its links say. */
export const isWhole = (section: HTMLElement): boolean => !section.querySelector(':scope > .ways');
