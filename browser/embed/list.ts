import type { Reply as CommentList } from '../../src/api/readers/list-comments.ts';
import { node } from './nodes.ts';
import type { Place } from './place.ts';
import { dateFormat, drawComment } from './reading/draw-comment.ts';
import { leadHere } from './reading/permalink.ts';

type Shown = CommentList['comments'][number];

/** A page of comments as a list of its own, with a heading; markup like that of the API's fragment. @param id of the list on the page */
export const drawList = async (
  place: Place,
  list: Pick<CommentList, 'count' | 'depthMax' | 'timeZone' | 'comments'>,
  id?: string,
): Promise<HTMLElement> => {
  const { words, language } = place;
  const title = titleOf(place, list.count);
  const section = node(
    'section',
    {
      class: 'comments',
      id,
      'aria-label': title + place.nth,
      'data-depth-max': String(list.depthMax),
      'data-time-zone': list.timeZone,
      'data-closed': place.closed,
      lang: language,
      dir: 'ltr',
    },
    node('header', {}, node('h2', {}, title)),
    list.count > 0 || place.closed ? undefined : node('p', { class: 'none' }, words.none),
    node('ol'),
    place.closed ? node('p', { class: 'shut' }, words.shut) : undefined,
  );
  await addTo(section, place, list.comments);
  return section;
};

const titleOf = ({ words }: Place, count: number): string => (count > 0 ? words.counted(count) : words.title);

/** How many comments a list's heading states; where it states none, how many are shown. */
export const countOf = (section: HTMLElement): number =>
  Number(section.querySelector('h2')?.textContent?.replace(/\D/g, '')) ||
  section.querySelectorAll('article:not(.own)').length;

/** Corrects a list's heading. */
export const recount = (section: HTMLElement, place: Place, count: number): void => {
  const title = titleOf(place, count);
  section.querySelector('h2')?.replaceChildren(title);
  if (section.ariaLabel) section.ariaLabel = title + place.nth;
};

/** Comments drawn at a stretch, before the browser may do something else, and milliseconds after which a stretch ends sooner. */
const SLICE = 20;
const SLICE_MS = 10;

/** Puts comments at the end of a list, replies under their thread's first comment; those that stand there already stay. */
export const addTo = async (
  section: HTMLElement,
  place: Place,
  comments: CommentList['comments'],
): Promise<void> => {
  const format = dateFormat(place, section);
  let [drawn, start] = [0, performance.now()];
  for (const comment of comments) {
    if (drawn === SLICE || performance.now() - start > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      [drawn, start] = [0, performance.now()];
    }
    drawn += 1;
    if (articleIn(section, comment.id)) continue;
    const article = drawComment(place, comment, format);
    placed(section, article, comment);
    sayAnswered(section, article, comment, place);
  }
  leadHere(section);
};

/** The comment of an id in a list. */
export const articleIn = (section: ParentNode, id: string): HTMLElement | null =>
  section.querySelector<HTMLElement>(`#comment-${CSS.escape(id)}`);

type Placed = { readonly id: string; readonly parent?: string | null; readonly thread?: string };

/** Puts a comment under what it answers, or beside it where replies go no deeper; at the end of the list where neither is there. */
export const placed = (section: HTMLElement, article: HTMLElement, { id, parent, thread }: Placed): void => {
  const known = [parent, thread].find((other) => other && other !== id && articleIn(section, other));
  const above = known && articleIn(section, known)?.closest('li');
  const list = above ? repliesOf(section, above) : topOf(section);
  list.append(node('li', {}, article));
};

/** Levels of replies where the page does not say. */
const DEPTH_MAX = 5;

const repliesOf = (section: HTMLElement, above: Element): Element => {
  const depthMax = Number(section.dataset.depthMax) || DEPTH_MAX;
  const isDeepest = depthOf(above) >= depthMax;
  return (
    (isDeepest ? above.parentElement : above.querySelector(':scope > ol')) ?? above.appendChild(node('ol'))
  );
};

const depthOf = (item: Element): number => {
  let depth = 0;
  for (let at: Element | null | undefined = item; at; at = at.parentElement?.closest('.comments li'))
    depth += 1;
  return depth;
};

const topOf = (section: HTMLElement): Element => {
  const known = section.querySelector(':scope > ol');
  if (known) return known;
  const made = node('ol');
  section.querySelector(':scope > header')?.after(made);
  return made;
};

/** Says whom a comment answers that does not stand under it. */
const sayAnswered = (
  section: HTMLElement,
  article: HTMLElement,
  { parent }: Shown,
  { words }: Place,
): void => {
  const above = article.closest('ol')?.parentElement?.querySelector(':scope > article');
  if (!parent || above?.id === `comment-${parent}`) return;
  const known = articleIn(section, parent);
  const author = known?.querySelector('.author')?.textContent;
  const whom = author ? node('bdi', {}, author) : words.earlierComment;
  const way = known ? node('a', { href: `#${known.id}` }, whom) : whom;
  article.querySelector('header')?.after(node('p', { class: 'answered' }, `${words.inReplyTo} `, way));
};
