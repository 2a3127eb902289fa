import type { Reply as CommentList } from '../../../src/api/readers/list-comments.ts';
import { drawList } from '../list.ts';
import { askFor, type Place, pageAddress } from '../place.ts';
import { addWays } from './paging.ts';

/**
 * Draws the first page of the comments, or the one that holds a comment, to stand where an older list stood.
 * @returns the list, and whether the article is closed
 * @throws as `askFor` does
 */
export const drawPage = async (
  place: Place,
  old: HTMLElement | null,
  around: string | undefined,
): Promise<readonly [HTMLElement, boolean]> => {
  old?.setAttribute('aria-busy', 'true');
  const page = await askFor<CommentList>(pageAddress(place, around ? { around } : {})).finally(() =>
    old?.removeAttribute('aria-busy'),
  );
  const isTaken = document.getElementById('comments') !== null;
  const id = old ? old.id || undefined : isTaken ? undefined : 'comments';
  const shown = await drawList({ ...place, isClosed: page.closed }, page, id);
  addWays(shown, place, page, around === undefined);
  return [shown, page.closed];
};
