import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Listing } from './listing.ts';

/** What follows from a list, kept up to date; of another list once the view shows another. */
export const useOfList = <T>(listing: Listing, derive: (listing: Listing) => T): T =>
  useMemo(() => computed(() => derive(listing)), [listing]).value;
