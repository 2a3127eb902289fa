import type { Comment } from '../wire.ts';
import type { Listing } from './listing.ts';
import { isWaiting } from './row.ts';

/** Rows of a selection, at most. */
export const SELECTION_MAX = 1_000;

/** Ticks every row that waits, those of the pages to come included. @param tell how many are ticked so far */
export const tickAll = async (listing: Listing, tell: (count: number) => void): Promise<void> => {
  let ticked = tick(listing);
  while (listing.next.value !== null && ticked < SELECTION_MAX) {
    tell(ticked);
    await listing.more();
    if (listing.moreFailed.value !== undefined) return;
    ticked = tick(listing);
  }
};

/** @returns how many are ticked */
const tick = (listing: Listing): number => {
  const waiting = listing.rows.value.filter(isWaiting).slice(0, SELECTION_MAX);
  for (const row of waiting) row.isChecked.value = true;
  return waiting.length;
};

/** Where a comment leads: hosts in its text, and of its author's page. */
export const hostsOf = ({ text, author: { url } }: Comment): readonly string[] => {
  const addresses = [...text.matchAll(/\bhttps?:\/\/[^\s<>"]+/gi)].map(([address]) => address);
  const hosts = [...addresses, ...(url ? [url] : [])].flatMap((address) =>
    URL.canParse(address) ? new URL(address).host : [],
  );
  return [...new Set(hosts)];
};
