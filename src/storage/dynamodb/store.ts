import { createAuthors } from './authors.ts';
import { createBookmarks, createCleanup, createNetworks } from './cleanup.ts';
import { createComments } from './comments.ts';
import { createLessons } from './learning/lessons.ts';
import { createFetchMemory, createResetMemory } from './learning/memories.ts';
import { createQueues } from './lists/queues.ts';
import { createShown } from './lists/shown.ts';
import { createLookUp } from './look-up.ts';
import { createRecounts } from './recounts.ts';
import type { Send } from './send.ts';
import { createArticles, createSites, type SiteCache } from './sites.ts';
import { openTable, type Reporter, type Table } from './table.ts';
import { createTallies } from './tallies.ts';

export type StoreOptions = SiteCache & {
  readonly tableName: string;
  readonly send: Send;
  /** Told of items that cannot be read. */
  readonly report: Reporter;
};

/** Opens one of the stores below: each has what some functions ask for, so that a bundle carries no more. */
export const openStore = <S>(parts: (table: Table, cache: SiteCache) => S, options: StoreOptions): S =>
  parts(openTable(options.tableName, options.send, options.report), options);

/** For what readers read. */
export const readersStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createArticles(table),
  ...createShown(table),
});

/** For a comment's way in, and for its author's look at it. */
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
  ...createQueues(table),
  ...createFetchMemory(table, cache),
  ...createResetMemory(table, cache),
});

/** For the stream. */
export const streamStore = (table: Table, cache: SiteCache) => ({
  ...createTallies(table),
  ...createRecounts(table, cache),
  ...createComments(table),
  ...createFetchMemory(table, cache),
  ...createLessons(table, cache),
});

/** For making right what the stream lost. */
export const repairStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createNetworks(table),
  ...streamStore(table, cache),
});

/** For the other jobs. */
export const upkeepStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createCleanup(table),
  ...createNetworks(table),
  ...createBookmarks(table),
});

const wholeStore = (table: Table, cache: SiteCache) => ({
  ...readersStore(table, cache),
  ...authorsStore(table, cache),
  ...moderatorsStore(table, cache),
  ...repairStore(table, cache),
  ...upkeepStore(table, cache),
});

/** All of them in one. */
export type Store = ReturnType<typeof wholeStore>;
export const createStore = (options: StoreOptions): Store => openStore(wholeStore, options);
