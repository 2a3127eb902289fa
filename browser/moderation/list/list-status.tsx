import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import type { Listing } from './listing.ts';
import { isWaiting } from './row.ts';

type Props = {
  readonly listing: Listing;
  /** What a list without rows shows instead. */
  readonly children?: ComponentChildren;
};

/** Tells who cannot see it what a list holds, once it is loaded; not with each decision, after which it would not be true. */
export const ListStatus = ({ listing, children }: Props) => {
  const { words } = useDesk();
  const said = useSignal('');
  const loaded = useRef<number | undefined>(undefined);
  useSignalEffect(() => {
    const isReady = listing.state.value === 'ready';
    const count = listing.rows.value.filter(isWaiting).length;
    if (isReady && loaded.current === count) return;
    const isFirst = isReady && loaded.current === undefined && count > 0;
    loaded.current = isReady ? count : undefined;
    said.value = isFirst ? words.peek().search.shown(count, listing.next.peek() !== null) : '';
  });
  return <div role="status">{children || <span class="hidden">{said.value}</span>}</div>;
};
