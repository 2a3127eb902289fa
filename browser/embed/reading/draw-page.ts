import type { Reply as CommentList } from '../../../src/api/readers/list-comments.ts';
import { drawList } from '../list.ts';
import { askFor, type Place, pageAddress } from '../place.ts';
import { addWays } from './paging.ts';

/** Which page of the comments: the first, or the one that holds a comment. */
export type Which = { readonly around?: string; readonly limit?: string };

/**
 * Draws a page of the comments, to stand where an older list stood.
 * @returns the list, and whether nothing can be written to it
 * @throws as `askFor` does
 */
export const drawPage = async (
  place: Place,
  old: HTMLElement | null,
  which: Which,
): Promise<readonly [HTMLElement, boolean]> => {
  if (!place.site || !place.article) throw new Error('invalid-fields');
  old?.setAttribute('aria-busy', 'true');
  const page = await askFor<CommentList>(pageAddress(place, which)).finally(() =>
    old?.removeAttribute('aria-busy'),
  );
  const isTaken = document.getElementById('comments') !== null;
  const id = old ? old.id || undefined : isTaken ? undefined : 'comments';
  const closed = place.closed === 'page' ? 'page' : page.closed ? 'article' : undefined;
  const shown = await drawList({ ...place, closed }, page, id);
  addWays(shown, place, page, which.around === undefined);
  return [shown, closed !== undefined];
};
