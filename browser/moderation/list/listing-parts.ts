import type { Signal } from '@preact/signals';
import type { Answer, Comment, Page } from '../wire.ts';
import type { Row } from './row.ts';

export type ListingState = 'loading' | 'ready' | { readonly failed: number };
/** By age, or by what the API thinks more urgent, which may change. */
export type Order = 'oldest' | 'newest' | 'urgent';
type AskPage = (cursor: string | undefined) => Promise<Answer<Page>>;

/** What a list holds. It changes by itself nowhere. */
export type ListingParts = {
  readonly ask: AskPage;
  readonly order: Order;
  /** What of a queue is listed, as one text. */
  readonly filters?: string;
  readonly rows: Signal<readonly Row[]>;
  readonly state: Signal<ListingState>;
  readonly selected: Signal<string | undefined>;
  /** Rises when the selected row is to take the focus. */
  readonly focusWanted: Signal<number>;
  readonly next: Signal<string | null>;
  /** The status with which the next page failed; the rows that are there stay. */
  readonly moreFailed: Signal<number | undefined>;
  /** How far a filtered page looked, when it stopped before it was full. */
  readonly examined: Signal<number | undefined>;
  /** What is new and waits to be shown. */
  readonly fresh: Signal<readonly Comment[]>;
  /** All that was shown here, so that what was decided here never comes back as new. */
  readonly seen: Set<string>;
  /** The next page under way, and how often the list began again and was compared. */
  readonly underWay: { page: Promise<void> | undefined; load: number; check: number };
};
