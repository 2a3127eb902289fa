import { createBookmarks, createCleanup, createNetworks } from './cleanup.ts';
import { createComments } from './comments.ts';
import { createQueues } from './queues.ts';
import { createRecall } from './recall.ts';
import type { Send } from './send.ts';
import { createShown } from './shown.ts';
import { createArticles, createSites, type SiteCache } from './sites.ts';
import { openTable, type Reporter } from './table.ts';
import { createTallies } from './tallies.ts';

export type StoreOptions = SiteCache & {
  readonly tableName: string;
  readonly send: Send;
  /** Told of items that cannot be read. */
  readonly report: Reporter;
};

/** Everything the use cases ask of the database. */
export type Store = ReturnType<typeof createStore>;

export const createStore = ({ tableName, send, report, ...cache }: StoreOptions) => {
  const table = openTable(tableName, send, report);
  return {
    ...createSites(table, cache),
    ...createArticles(table),
    ...createRecall(table),
    ...createComments(table),
    ...createShown(table),
    ...createQueues(table),
    ...createTallies(table),
    ...createCleanup(table),
    ...createNetworks(table),
    ...createBookmarks(table),
  };
};
