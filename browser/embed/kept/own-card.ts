import { articleIn, countOf, placed, recount } from '../list.ts';
import { nodesOf } from '../markup.ts';
import { node } from '../nodes.ts';
import type { Place } from '../place.ts';
import { type Own, ownComments } from './own.ts';

/** Milliseconds in which a list from a shared cache may still lack a published comment; the API's lists are at most 70 s old. */
const LATE_MS = 120_000;

/** Shows one's own comments of an article: each where it will stand, or marked where it stands. */
export const showAllOwn = (list: HTMLElement, place: Place): void => {
  for (const own of ownComments(place)) {
    const isLeftToTheList = own.status === 'published' && Date.now() - own.at > LATE_MS;
    if (!isLeftToTheList || articleIn(list, own.id)) showOwn(list, place, own);
  }
};

/** Shows one's own comment that was just taken, counted where it is new and published. @returns its element */
export const showTaken = (
  list: HTMLElement,
  place: Place,
  { own, isNew }: { readonly own: Own; readonly isNew: boolean },
): HTMLElement => {
  if (isNew && own.status === 'published') recount(list, place, countOf(list) + 1);
  return showOwn(list, place, own);
};

/** Shows one's own comment as it is known now. @returns its element */
export const showOwn = (list: HTMLElement, place: Place, own: Own): HTMLElement => {
  const known = articleIn(list, own.id);
  if (known && !known.matches('.own')) return marked(known, place, own);
  const shown = drawOwn(place, own);
  if (known) known.replaceWith(shown);
  else putInPlace(list, place, { shown, own });
  return shown;
};

/** Takes one's own comment off its list, unless readers see it there. */
export const hideOwn = (list: HTMLElement, { id }: Own): void => {
  const card = articleIn(list, id);
  if (card?.matches('.own')) card.closest('li')?.remove();
};

const putInPlace = (
  list: HTMLElement,
  { order }: Place,
  { shown, own }: { readonly shown: HTMLElement; readonly own: Own },
): void => {
  placed(list, shown, own);
  list.querySelector(':scope > .none')?.remove();
  const item = shown.closest('.comments > ol > li');
  if (order === 'newest' && !own.parent && item) item.parentElement?.prepend(item);
};

/** A published comment gets its author's way to it: to change it, withdraw it, or have it erased. */
const marked = (article: HTMLElement, { words }: Place, { receipt }: Own): HTMLElement => {
  const footer = article.querySelector('footer');
  if (footer && receipt && !footer.querySelector('.follow'))
    footer.append(' ', node('a', { href: receipt, class: 'follow' }, words.follow));
  return article;
};

const typed = (text: string): readonly Node[] =>
  text.split(/\n\s*\n/).map((paragraph) => node('p', { dir: 'auto', class: 'typed' }, paragraph));

const drawOwn = ({ words }: Place, { id, author, status, because, receipt, ...own }: Own): HTMLElement =>
  node(
    'article',
    { id: `comment-${id}`, class: 'own', tabindex: '-1' },
    node('header', {}, node('h3', {}, node('bdi', { class: 'author' }, author))),
    node('p', { class: 'state', 'data-status': status }, because ?? words.states[status]),
    ...(own.html ? [nodesOf(own.html)] : typed(own.text)),
    receipt ? node('p', { class: 'ways' }, node('a', { href: receipt }, words.follow)) : undefined,
  );
