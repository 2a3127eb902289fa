import type { Comment } from '../wire.ts';
import type { Listing } from './listing.ts';
import { checkedRows } from './moves.ts';
import { isWaiting, type Row } from './row.ts';

/** Rows of a selection, at most. */
export const SELECTION_MAX = 1_000;

/**
 * Ticks every row that waits, those of the pages to come included, once: what somebody unticks meanwhile stays so, and nothing more is ticked once
 * nothing is any more.
 * @param tell how many are ticked so far @returns whether to go on
 */
export const tickAll = async (listing: Listing, tell: (count: number) => boolean): Promise<void> => {
  const known = new Set<Row>();
  tickNew(listing, known);
  while (listing.next.value !== null && known.size < SELECTION_MAX) {
    if (!tell(checkedRows(listing).length)) return;
    await listing.more();
    const isWanted = known.size === 0 || checkedRows(listing).length > 0;
    if (!isWanted || listing.moreFailed.value !== undefined) return;
    tickNew(listing, known);
  }
};

const tickNew = ({ rows }: Listing, known: Set<Row>): void => {
  for (const row of rows.value.filter(isWaiting).slice(0, SELECTION_MAX)) {
    if (!known.has(row)) row.isChecked.value = true;
    known.add(row);
  }
};

/** Where a comment leads: hosts in its text, and of its author's page. */
export const hostsOf = ({ text, author: { url } }: Comment): readonly string[] => {
  const addresses = [...text.matchAll(/\bhttps?:\/\/[^\s<>"]+/gi)].map(([address]) => address);
  const hosts = [...addresses, ...(url ? [url] : [])].flatMap((address) =>
    URL.canParse(address) ? new URL(address).host : [],
  );
  return [...new Set(hosts)];
};
