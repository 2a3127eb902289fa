import { useDesk } from '../desk.ts';
import type { Work } from '../queue/work.ts';
import { RowView } from '../row/row-view.tsx';
import { failureSentence } from '../shell/failure.ts';
import { Skeleton } from '../shell/skeleton.tsx';
import type { Queue } from '../wire.ts';
import { keepInPlace } from './keep-in-place.ts';
import type { Listing } from './listing.ts';
import { select } from './moves.ts';
import type { Row } from './row.ts';

type Props = {
  readonly listing: Listing;
  readonly queue: Queue | undefined;
  readonly work: Work;
  readonly label: string;
};

/** The rows of a list, or why there are none. */
export const ListView = ({ listing, queue, work, label }: Props) => {
  const state = listing.state.value;
  const rows = listing.rows.value;
  if (typeof state === 'object') return <Failed listing={listing} status={state.failed} />;
  if (state === 'loading' && rows.length === 0) return <Skeleton />;
  const onSelect = (row: Row, isShown: boolean) =>
    keepInPlace(row.id, () => {
      if (isShown) select(listing, row.id);
      else listing.selected.value = row.id;
    });
  const open = (kind: 'author' | 'article') => (row: Row) => {
    work.dialog.value = { kind, row };
  };
  return (
    <>
      <ol class="rows" aria-label={label}>
        {rows.map((row) => (
          <RowView
            key={row.id}
            {...{ row, listing, queue, onSelect }}
            onAct={work.act}
            onAuthor={open('author')}
            onArticle={open('article')}
          />
        ))}
      </ol>
      <More listing={listing} />
    </>
  );
};

const More = ({ listing }: { readonly listing: Listing }) => {
  const desk = useDesk();
  const { more, goOn, partial } = desk.words.value.queue;
  const examined = listing.examined.value;
  const failed = listing.moreFailed.value;
  if (listing.next.value === null) return null;
  return (
    <p class="more">
      {examined !== undefined && <span>{partial(examined)}</span>}
      {failed !== undefined && (
        <span role="alert">{failureSentence(desk, { isOk: false, status: failed })}</span>
      )}
      <button type="button" onClick={() => void listing.more()}>
        {examined === undefined ? more : goOn}
      </button>
    </p>
  );
};

const Failed = ({ listing, status }: { readonly listing: Listing; readonly status: number }) => {
  const desk = useDesk();
  return (
    <div class="state" role="alert">
      <p>{failureSentence(desk, { isOk: false, status })}</p>
      <button type="button" onClick={() => void listing.load()}>
        {desk.words.value.frame.retry}
      </button>
    </div>
  );
};
