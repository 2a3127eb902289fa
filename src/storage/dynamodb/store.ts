import { createAuthors } from './authors.ts';
import { createBans } from './bans/bans.ts';
import { createComments } from './comments.ts';
import { createLookUp } from './guards/look-up.ts';
import { createCheckpoints, createCleanup, createNetworks } from './jobs/cleanup.ts';
import { createJobRuns } from './jobs/job-runs.ts';
import { createLessons } from './learning/lessons.ts';
import { createFetchMemory, createResetMemory } from './learning/memories.ts';
import { createFetchSpamPages, createForgetSpamPages, createSpamPages } from './learning/spam-pages.ts';
import { createQueues } from './lists/queues.ts';
import { createRecent } from './lists/recent.ts';
import { createShown } from './lists/shown.ts';
import { createRecounts } from './recounts.ts';
import type { Send } from './send.ts';
import { createArticles, createSites, type SiteCache } from './sites.ts';
import { openTable, type Reporter, type Table } from './table.ts';
import { createTallies } from './tallies.ts';

export type StoreOptions = SiteCache & {
  readonly tableName: string;
  readonly send: Send;
  /** Called with each item that cannot be read. */
  readonly report: Reporter;
};

/** Opens one of the stores below. Each has only the methods that some functions need, which keeps their bundles small. */
export const openStore = <S>(parts: (table: Table, cache: SiteCache) => S, options: StoreOptions): S =>
  parts(openTable(options.tableName, options.send, options.report), options);

/** For the functions that readers read from. */
export const readersStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createArticles(table),
  ...createShown(table),
});

/** For submissions and receipts. */
export const authorsStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createArticles(table),
  ...createLookUp(table, cache),
  ...createComments(table),
});

export const moderatorsStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createArticles(table),
  ...createComments(table),
  ...createAuthors(table),
  ...createQueues(table, cache),
  ...createFetchMemory(table, cache),
  ...createResetMemory(table, cache),
  ...createFetchSpamPages(table, cache),
  ...createForgetSpamPages(table),
});

/** For bans. */
export const bansStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createComments(table),
  ...createBans(table, cache),
});

/** For looking at what a list's entry would match. */
export const previewStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createRecent(table),
});

/** For the stream. */
export const streamStore = (table: Table, cache: SiteCache) => ({
  ...createTallies(table, cache),
  ...createRecounts(table, cache),
  ...createComments(table),
  ...createFetchMemory(table, cache),
  ...createLessons(table, cache),
  ...createSpamPages(table, cache),
});

/** For repairing what the stream lost. */
export const repairStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createNetworks(table),
  ...createJobRuns(table),
  ...streamStore(table, cache),
});

/** For the other jobs. */
export const maintenanceStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createCleanup(table),
  ...createNetworks(table),
  ...createCheckpoints(table),
  ...createJobRuns(table),
});

const wholeStore = (table: Table, cache: SiteCache) => ({
  ...createRecent(table),
  ...createBans(table, cache),
  ...readersStore(table, cache),
  ...authorsStore(table, cache),
  ...moderatorsStore(table, cache),
  ...repairStore(table, cache),
  ...maintenanceStore(table, cache),
});

/** All stores in one. */
export type Store = ReturnType<typeof wholeStore>;
export const createStore = (options: StoreOptions): Store => openStore(wholeStore, options);
