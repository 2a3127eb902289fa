import { articleIn } from '../list.ts';

/** A comment, and where on the screen it stands. */
export type Seen = { readonly id: string; readonly top: number };

/** The first comment of a list that its reader has not passed; the last one for whoever has passed them all. What is gone cannot be asked for. */
export const seenIn = (list: HTMLElement | null): Seen | undefined => {
  let seen: Seen | undefined;
  for (const article of list?.querySelectorAll('article[id]:not(.own)') ?? []) {
    if (article.querySelector(':scope > .removed')) continue;
    const { top, bottom } = article.getBoundingClientRect();
    seen = { id: article.id.replace(/^comment-/, ''), top };
    if (bottom > 0) break;
  }
  return seen;
};

/** What moves by less is moved by the page, as it settles, and not by its reader. */
const LINE = 24;

/** The same for a reader who may have gone elsewhere since. */
export const seenSince = (list: HTMLElement | null, before: Seen): Seen | undefined => {
  const now = seenIn(list);
  return now?.id === before.id && Math.abs(now.top - before.top) < LINE ? before : now;
};

/** Moves the page so that a comment stands where it stood. */
export const keepPlace = (list: HTMLElement | null, seen: Seen | undefined): void => {
  const article = list && seen && articleIn(list, seen.id);
  if (article) scrollBy({ top: article.getBoundingClientRect().top - seen.top, behavior: 'instant' });
};
