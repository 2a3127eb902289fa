import { useDesk } from '../desk.ts';
import type { Listing } from '../list/listing.ts';
import { selectedRow } from '../list/moves.ts';
import { useOfList } from '../list/use-of-list.ts';
import { authorName } from '../row/names.ts';
import { AuthorPanel } from './author-panel.tsx';

/** On a wide screen, the author of the selected comment stands beside it. */
export const SidePanel = ({ listing }: { readonly listing: Listing }) => {
  const { queue } = useDesk().words.value;
  const row = useOfList(listing, selectedRow);
  if (!row) return <aside class="side" />;
  const comment = row.comment.value;
  return (
    <aside class="side" aria-labelledby="side-title">
      <h2 id="side-title">
        <bdi>{authorName(comment, queue)}</bdi>
      </h2>
      <AuthorPanel comment={comment} />
    </aside>
  );
};
