import { useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Desk, useDesk } from '../desk.ts';
import { useKeys } from '../keys/keyboard.ts';
import { ListView } from '../list/list-view.tsx';
import { createListing, type Listing } from '../list/listing.ts';
import { isWaiting } from '../list/row.ts';
import { SidePanel } from '../panels/side-panel.tsx';
import type { Act } from '../row/actions.tsx';
import { Key } from '../shell/key.tsx';
import { placeHref } from '../shell/place.ts';
import type { Queue } from '../wire.ts';
import { BulkBar } from './bulk-bar.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { Filters } from './filters.tsx';
import { useWork } from './work.ts';
import { WorkDialogs } from './work-dialogs.tsx';

const ACTS: readonly Act[] = ['approve', 'reject', 'spam', 'restore', 'reply', 'edit', 'ban'];

type Props = { readonly queue: Queue; readonly query: Readonly<Record<string, string>> };

/** One queue: filters, rows, what is new, and everything that is done with rows. */
export const QueueView = ({ queue, query }: Props) => {
  const desk = useDesk();
  const listing = useQueueListing(desk, queue, query);
  const work = useWork({ listing, queue, acts: ACTS });
  useKeys(work.keymap);
  useChecks(desk, listing, queue);
  const { frame } = desk.words.value;
  const isEmpty = useComputed(() => listing.state.value === 'ready' && !listing.rows.value.some(isWaiting));
  const isFiltered = Object.keys(query).some((name) => name !== 'order');
  return (
    <div class="beside">
      <div class="column">
        <h1 class="hidden">{frame.views[queue]}</h1>
        <div class="bar">
          <Filters listing={listing} query={query} href={(changed) => placeHref(queue, changed)} />
          <Fresh listing={listing} />
        </div>
        {isEmpty.value && listing.next.value === null && <EmptyQueue queue={queue} isFiltered={isFiltered} />}
        <ListView {...{ listing, queue, work }} acts={ACTS} label={frame.views[queue]} />
      </div>
      <SidePanel listing={listing} />
      <BulkBar listing={listing} work={work} queue={queue} />
      <WorkDialogs work={work} queue={queue} />
    </div>
  );
};

const useQueueListing = (desk: Desk, queue: Queue, query: Props['query']): Listing => {
  const isNewestFirst = query.order === 'newest' || queue === 'recent';
  const listing = useMemo(
    () =>
      createListing({
        ask: (cursor) => desk.calls.queue(queue, { ...query, ...(cursor ? { cursor } : {}) }),
        isNewestFirst,
      }),
    [queue, JSON.stringify(query), desk.language.value],
  );
  useEffect(() => void listing.load(), [listing]);
  return listing;
};

/** Looks at the list again when counts differ from what this page expects, or when something was decided since. */
const useChecks = (desk: Desk, listing: Listing, queue: Queue): void => {
  const before = useRef<string | undefined>(undefined);
  useSignalEffect(() => {
    const { queues, lastDecisionAt } = desk.counted.value ?? {};
    const { count, oldestAt } = queues?.[queue] ?? {};
    if (count === undefined || listing.state.peek() !== 'ready') return;
    const told = `${count} ${oldestAt} ${lastDecisionAt}`;
    const last = before.current ?? (isExpected(listing, count) ? told : undefined);
    if (told !== last) void listing.check(desk.words.peek().queue.conflict.elsewhere);
    before.current = told;
  });
};

/** What a list counts itself, as far as it is loaded. */
const isExpected = ({ rows, fresh, next }: Listing, count: number): boolean =>
  next.peek() !== null || count === rows.peek().filter(isWaiting).length + fresh.peek().length;

const Fresh = ({ listing }: { readonly listing: Listing }) => {
  const { words } = useDesk();
  const count = listing.fresh.value.length;
  return (
    <p class="fresh" role="status">
      {count > 0 && (
        <button type="button" onClick={listing.showFresh}>
          {words.value.queue.fresh(count)}
          <Key name="n" />
        </button>
      )}
    </p>
  );
};
