import type { Reply as CommentList } from '../../src/api/readers/list-comments.ts';
import { identiconOf } from './identicon.ts';
import { nodesOf } from './markup.ts';
import { node } from './nodes.ts';
import { addressOf, type Place } from './place.ts';

type Shown = CommentList['comments'][number];

/** A page of comments as a list of its own, with a heading; markup like that of the API's fragment. */
export const drawList = (place: Place, list: CommentList, isNumbered: boolean): HTMLElement => {
  const { words, language } = place;
  const title = list.count > 0 ? words.counted(list.count) : words.title;
  const section = node(
    'section',
    {
      class: 'comments',
      id: isNumbered ? undefined : 'comments',
      'aria-label': title,
      'data-depth-max': String(list.depthMax),
      lang: language,
    },
    node('header', {}, node('h2', {}, title)),
    list.count > 0 ? undefined : node('p', { class: 'none' }, words.none),
    node('ol'),
  );
  addTo(section, place, list);
  return section;
};

/** Puts a page at the end of a list: replies under their thread's first comment, and the way to the page after it. */
export const addTo = (section: HTMLElement, place: Place, list: CommentList): void => {
  section.querySelector('[rel=next]')?.closest('p')?.remove();
  const byId = new Map(list.comments.map((comment) => [comment.id, comment]));
  for (const comment of list.comments)
    if (!articleIn(section, comment.id)) placed(section, drawComment(place, comment, byId), comment);
  if (list.next === null) return;
  const way = { href: '#comments', rel: 'next', 'data-cursor': list.next };
  section.append(node('p', { class: 'ways' }, node('a', way, place.words.more)));
};

/** The comment of an id in a list. */
export const articleIn = (section: ParentNode, id: string): HTMLElement | null =>
  section.querySelector<HTMLElement>(`[id="comment-${CSS.escape(id)}"]`);

/** Which page comes next: a cursor of the script's own lists, or, after a list that came with the page, whatever surrounds its last comment. */
export const pageAfter = (section: HTMLElement, link: HTMLElement): Readonly<Record<string, string>> => {
  const { cursor } = link.dataset;
  if (cursor) return { cursor };
  const last = [...section.querySelectorAll('article[id^="comment-"]:not(.own)')].at(-1);
  return { around: last?.id.replace(/^comment-/, '') ?? '', limit: '100' };
};

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

const drawComment = (place: Place, comment: Shown, byId: ReadonlyMap<string, Shown>): HTMLElement => {
  const { words, language } = place;
  const id = `comment-${comment.id}`;
  if (comment.removed) return node('article', { id }, node('p', { class: 'removed' }, words.removed));
  const answered = byId.get(comment.parent ?? '');
  // It stands beside what it answers, so that nothing else says whom.
  const beside = answered?.depth === comment.depth && answered.author;
  return node(
    'article',
    { id },
    node(
      'header',
      {},
      comment.identicon ? identiconOf(comment.identicon) : undefined,
      node('h3', {}, byline(comment)),
      comment.staff ? node('span', { class: 'badge' }, words.staff) : undefined,
      node('a', { href: `#${id}` }, timeOf(comment.createdAt, language)),
    ),
    beside ? node('p', { class: 'answered' }, words.inReplyTo(beside)) : undefined,
    nodesOf(comment.html),
    comment.edited ? node('p', { class: 'edited' }, words.edited[comment.edited]) : undefined,
    waysOf(place, comment),
  );
};

const byline = ({ author, url }: Shown): HTMLElement => {
  const name = author ?? '';
  const link = url && node('a', { href: url, rel: 'nofollow ugc noopener' }, name);
  return node('bdi', { class: 'author' }, link || name);
};

const timeOf = (createdAt: string, language: string): HTMLElement => {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return node('time', { datetime: createdAt }, format.format(new Date(createdAt)));
};

const waysOf = (place: Place, { id, author }: Shown): HTMLElement => {
  const { words } = place;
  const name = author ?? '';
  const page = location.href.split('#')[0] ?? '';
  const reply = addressOf(place, 'form', { as: 'page', parent: id, page });
  const report = addressOf(place, 'report', { comment: id, page });
  return node(
    'footer',
    {},
    node('a', { href: reply, rel: 'nofollow', 'aria-label': words.replyTo(name) }, words.reply),
    ' ',
    node('a', { href: report, rel: 'nofollow', 'aria-label': words.reportOf(name) }, words.report),
  );
};
