import { signal } from '@preact/signals';
import type { Comment } from '../wire.ts';
import { compareWithNow, showFresh } from './fresh.ts';
import type { ListingParts, ListingState } from './listing-parts.ts';
import { loadFirst, loadMore } from './load-pages.ts';
import type { Row } from './row.ts';

/** A list of comments that loads by pages and never moves by itself. */
export type Listing = ListingParts & {
  readonly load: () => Promise<void>;
  readonly more: () => Promise<void>;
  /** Compares with the list as it is now: new rows wait, rows that left say so. Tells whether that is known. */
  readonly check: (goneSentence: string) => Promise<boolean>;
  readonly showFresh: () => void;
};

export const createListing = (asked: Pick<ListingParts, 'ask' | 'order' | 'filters'>): Listing => {
  const parts: ListingParts = {
    ...asked,
    rows: signal<readonly Row[]>([]),
    state: signal<ListingState>('loading'),
    selected: signal<string | undefined>(undefined),
    focusWanted: signal(0),
    next: signal<string | null>(null),
    moreFailed: signal<number | undefined>(undefined),
    examined: signal<number | undefined>(undefined),
    fresh: signal<readonly Comment[]>([]),
    seen: new Set(),
    underWay: { page: undefined, load: 0, check: 0 },
  };
  return {
    ...parts,
    load: () => loadFirst(parts),
    more: () => loadMore(parts),
    check: (goneSentence) => compareWithNow(parts, goneSentence),
    showFresh: () => showFresh(parts),
  };
};
