import { createComments } from '../comments.ts';
import { createArticles, createSites, type SiteCache } from '../sites.ts';
import type { Table } from '../table.ts';
import { createAppeals, createFindAppeal, createFindAppeals } from './appeals.ts';
import { createHasReply, createOwnChanges } from './own-changes.ts';
import { createOwnData } from './own-data.ts';
import { createReadForEdit } from './read-for-edit.ts';
import { createReceiptWindows } from './windows.ts';

/** For looking at a receipt. */
export const receiptStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createArticles(table),
  ...createComments(table),
  ...createHasReply(table),
  ...createFindAppeal(table),
});

/** For an author's edit. */
export const editsStore = (table: Table, cache: SiteCache) => ({
  ...receiptStore(table, cache),
  ...createOwnChanges(table),
  ...createReceiptWindows(table),
  ...createReadForEdit(table, cache),
});

export const appealsStore = (table: Table, cache: SiteCache) => ({
  ...receiptStore(table, cache),
  ...createAppeals(table),
});

/** For what an author takes along, or has erased. */
export const ownDataStore = (table: Table, cache: SiteCache) => ({
  ...receiptStore(table, cache),
  ...createOwnChanges(table),
  ...createReceiptWindows(table),
  ...createOwnData(table, cache),
  ...createFindAppeals(table),
});

export const receiptsStore = (table: Table, cache: SiteCache) => ({
  ...editsStore(table, cache),
  ...appealsStore(table, cache),
  ...ownDataStore(table, cache),
});
