import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk.ts';
import type { Listing } from './listing.ts';

type Props = {
  readonly listing: Listing;
  /** What a list without rows shows instead. */
  readonly children?: ComponentChildren;
};

/** Tells who cannot see it what a list holds, once it is loaded; not with each decision. */
export const ListStatus = ({ listing, children }: Props) => {
  const { words } = useDesk();
  const said = useSignal('');
  useSignalEffect(() => {
    const isReady = listing.state.value === 'ready';
    const count = listing.rows.peek().length;
    const hasMore = listing.next.peek() !== null;
    said.value = isReady && count > 0 ? words.peek().search.shown(count, hasMore) : '';
  });
  return <div role="status">{children || <span class="hidden">{said.value}</span>}</div>;
};
