import type { Reply as CommentList } from '../../src/api/readers/list-comments.ts';
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
    { class: 'comments', id: isNumbered ? undefined : 'comments', 'aria-label': title, lang: language },
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
  const authors = new Map(list.comments.map(({ id, author }) => [id, author]));
  for (const comment of list.comments)
    if (!articleIn(section, comment.id))
      placed(section, drawComment(place, comment, authors), comment.thread, comment.id);
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

/** Puts a comment under the thread that holds another, or at the end of the list. */
export const placed = (section: HTMLElement, comment: HTMLElement, beside: string, id: string): void => {
  const thread = beside === id ? undefined : articleIn(section, beside)?.closest('.comments > ol > li');
  const list = thread ? repliesOf(thread) : topOf(section);
  list.append(node('li', {}, comment));
};

const repliesOf = (thread: Element): Element =>
  thread.querySelector(':scope > ol') ?? thread.appendChild(node('ol'));

const topOf = (section: HTMLElement): Element => {
  const known = section.querySelector(':scope > ol');
  if (known) return known;
  const made = node('ol');
  section.querySelector(':scope > header')?.after(made);
  return made;
};

const drawComment = (
  place: Place,
  comment: Shown,
  authors: ReadonlyMap<string, string | null>,
): HTMLElement => {
  const { words, language } = place;
  const id = `comment-${comment.id}`;
  if (comment.removed) return node('article', { id }, node('p', { class: 'removed' }, words.removed));
  const above = comment.parent === comment.thread ? null : authors.get(comment.parent ?? '');
  return node(
    'article',
    { id },
    node(
      'header',
      {},
      node('h3', {}, byline(comment)),
      comment.staff ? node('span', { class: 'badge' }, words.staff) : undefined,
      node('a', { href: `#${id}` }, timeOf(comment.createdAt, language)),
    ),
    above ? node('p', { class: 'answered' }, words.inReplyTo(above)) : undefined,
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
