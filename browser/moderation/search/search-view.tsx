import { useEffect, useMemo } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { useKeys } from '../keys/keyboard.ts';
import { ListStatus } from '../list/list-status.tsx';
import { ListView } from '../list/list-view.tsx';
import { createListing } from '../list/listing.ts';
import { BulkBar } from '../queue/bulk-bar.tsx';
import { useWork } from '../queue/work.ts';
import { WorkDialogs } from '../queue/work-dialogs.tsx';
import { SearchForm } from './search-form.tsx';

type Query = Readonly<Record<string, string>>;

/** Comments in every state: of one article, of one author, or with some words. */
export const SearchView = ({ query }: { readonly query: Query }) => {
  const { words } = useDesk();
  const isAsked = Boolean(query.article || query.author || query.q);
  return (
    <div class="column alone">
      <h1>{words.value.frame.views.search}</h1>
      <SearchForm query={query} />
      {isAsked && <Found key={JSON.stringify(query)} query={query} />}
    </div>
  );
};

const Found = ({ query }: { readonly query: Query }) => {
  const { calls, words, language, reloads } = useDesk();
  const listing = useMemo(
    () =>
      createListing({
        ask: (cursor) => calls.comments({ ...query, ...(cursor ? { cursor } : {}) }),
        order: 'newest',
      }),
    [language.value],
  );
  useEffect(() => void listing.load(), [listing, reloads.value]);
  const work = useWork({ listing, queue: undefined });
  useKeys(work.keymap);
  const { search } = words.value;
  const isEmpty = listing.state.value === 'ready' && listing.rows.value.length === 0;
  return (
    <>
      <ListStatus key={language.value} listing={listing}>
        {isEmpty && <p class="state">{search.nothing}</p>}
      </ListStatus>
      <ListView {...{ listing, work }} queue={undefined} label={search.found} />
      <BulkBar listing={listing} work={work} queue={undefined} />
      <WorkDialogs work={work} queue={undefined} />
    </>
  );
};
