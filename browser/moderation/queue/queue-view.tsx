import { untracked, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Desk, useDesk } from '../desk.ts';
import { Filters } from '../filters/filters.tsx';
import { useKeys } from '../keys/keyboard.ts';
import { freshOf } from '../list/fresh.ts';
import { ListStatus } from '../list/list-status.tsx';
import { ListView } from '../list/list-view.tsx';
import { createListing, type Listing } from '../list/listing.ts';
import type { ListingState, Order } from '../list/listing-parts.ts';
import { isWaiting } from '../list/row.ts';
import { tickAll } from '../list/tick-all.ts';
import { useOfList } from '../list/use-of-list.ts';
import { SidePanel } from '../panels/side-panel.tsx';
import { Key } from '../shell/key.tsx';
import { goTo, placeHref } from '../shell/place.ts';
import type { Toast } from '../shell/toasts.ts';
import type { Queue } from '../wire.ts';
import { BulkBar } from './bulk-bar.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { useWork } from './work.ts';
import { WorkDialogs } from './work-dialogs.tsx';

/** In the address of a queue: all of it is ticked as soon as it is there. */
const TICK_ALL = 'all';

type Props = { readonly queue: Queue; readonly query: Readonly<Record<string, string>> };

/** One queue: filters, rows, what is new, and everything that is done with rows. */
export const QueueView = ({ queue, query }: Props) => {
  const desk = useDesk();
  const { tick, ...filters } = query;
  const listing = useQueueListing(desk, queue, filters);
  const work = useWork({ listing, queue });
  useKeys(work.keymap);
  useChecks(desk, listing, queue);
  useTickAll(desk, listing, tick === TICK_ALL);
  const { frame } = desk.words.value;
  const isEmpty = useOfList(
    listing,
    ({ state, rows }) => isReady(state.value) && !rows.value.some(isWaiting),
  );
  const isFiltered = Object.keys(filters).some((name) => name !== 'order');
  const empty = isEmpty && listing.next.value === null && (
    <EmptyQueue queue={queue} isFiltered={isFiltered} />
  );
  return (
    <div class="beside">
      <div class="column">
        <h1 class="hidden">{frame.views[queue]}</h1>
        <div class="bar">
          <Filters
            {...{ listing, query: filters }}
            order={orderOf(queue, filters)}
            href={(changed) => placeHref(queue, changed)}
          />
          <Fresh listing={listing} />
        </div>
        <ListStatus key={`${desk.language.value} ${JSON.stringify(filters)}`} listing={listing}>
          {isFiltered && empty}
        </ListStatus>
        {!isFiltered && empty}
        <ListView {...{ listing, queue, work }} label={frame.views[queue]} />
      </div>
      <SidePanel listing={listing} />
      <BulkBar
        {...{ listing, work, queue }}
        onAll={(shared) => goTo(placeHref(queue, { order: query.order, ...shared, tick: TICK_ALL }))}
      />
      <WorkDialogs work={work} queue={queue} />
    </div>
  );
};

/** Undefined where there is no choice. */
const orderOf = (queue: Queue, { order }: Props['query']): Order | undefined =>
  queue === 'recent' ? undefined : ((order ?? 'oldest') as Order);

const useQueueListing = (desk: Desk, queue: Queue, query: Props['query']): Listing => {
  const order = orderOf(queue, query) ?? 'newest';
  const listing = useMemo(
    () =>
      createListing({
        ask: async (cursor) => {
          const answer = await desk.calls.queue(queue, { ...query, ...(cursor ? { cursor } : {}) });
          return queue === 'recent' ? answer : desk.passed.without(answer);
        },
        order,
        filters: JSON.stringify({ ...query, order: undefined }),
      }),
    [queue, JSON.stringify(query), desk.language.value],
  );
  useEffect(() => void listing.load(), [listing, desk.reloads.value]);
  useEffect(() => {
    desk.shown.current = { queue, listing };
    return () => {
      desk.shown.current = undefined;
    };
  }, [queue, listing]);
  // The page counts when it opens.
  useEffect(() => void (desk.counts.peek() && desk.recount()), [queue]);
  return listing;
};

const isReady = (state: ListingState): boolean => state === 'ready';

const useTickAll = (desk: Desk, listing: Listing, isWanted: boolean): void => {
  const isThere = useOfList(listing, ({ state }) => isReady(state.value));
  useEffect(() => {
    if (!isWanted || !isThere) return undefined;
    const { loading } = desk.words.peek().queue.bulk;
    const { shown, show, hide } = desk.toasts;
    let progress: Toast | undefined;
    let isHere = true;
    const tell = (count: number) => {
      progress = { text: loading(count), tone: 'done' };
      if (isHere) show(progress);
      return isHere;
    };
    void tickAll(listing, tell).then(() => shown.peek() === progress && hide());
    return () => {
      isHere = false;
    };
  }, [listing, isWanted, isThere]);
};

/** Looks at the list again when counts differ from what this page expects, or when something was decided since. */
const useChecks = (desk: Desk, listing: Listing, queue: Queue): void => {
  const before = useRef<string | undefined>(undefined);
  useSignalEffect(() => {
    const { queues, lastDecisionAt } = desk.counted.value ?? {};
    const { count, oldestAt } = queues?.[queue] ?? {};
    if (count === undefined || listing.state.value !== 'ready') return;
    const told = `${count} ${oldestAt} ${lastDecisionAt}`;
    const last = before.current ?? (isExpected(listing, count) ? told : undefined);
    before.current = told;
    if (told !== last)
      void listing.check(desk.words.peek().queue.conflict.elsewhere).then((isKnown) => {
        // Looked at again with the next counts.
        if (!isKnown) before.current = undefined;
      });
  });
};

/** What a list counts itself, as far as it is loaded. */
const isExpected = (listing: Listing, count: number): boolean =>
  listing.next.peek() !== null ||
  count === untracked(() => listing.rows.value.filter(isWaiting).length + freshOf(listing).length);

const Fresh = ({ listing }: { readonly listing: Listing }) => {
  const { words } = useDesk();
  const count = useOfList(listing, freshOf).length;
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
