import { createDayCounts } from './audit/day-counts.ts';
import { createListAudit } from './audit/list-events.ts';
import { createScanTrails } from './audit/scan-trails.ts';
import { createAuthors } from './authors.ts';
import { createBans } from './bans/bans.ts';
import { createComments } from './comments.ts';
import { createLookUp } from './guards/look-up.ts';
import { maintenanceStore, repairStore } from './jobs/job-stores.ts';
import { createFetchMemory, createResetMemory } from './learning/memories.ts';
import { createFetchSpamPages, createForgetSpamPages } from './learning/spam-pages.ts';
import { createNewest } from './lists/newest.ts';
import { createQueues } from './lists/queues.ts';
import { createRecent } from './lists/recent.ts';
import { createSearches } from './lists/searches.ts';
import { createShown } from './lists/shown.ts';
import { createSurroundings } from './lists/surroundings.ts';
import { createListLatest } from './newsroom/latest.ts';
import { createPolicyVersions } from './newsroom/policy-versions.ts';
import { createTexts } from './newsroom/texts.ts';
import { createFindAppeal } from './receipts/appeals.ts';
import { receiptsStore } from './receipts/receipt-stores.ts';
import { createReceiptWindows } from './receipts/windows.ts';
import { createHasReports, createReporters, createReports } from './reports/reports.ts';
import type { Send } from './send.ts';
import { createArticles, createSaveArticle, createSaveSite, createSites, type SiteCache } from './sites.ts';
import { createReadSurges } from './surges/read-surges.ts';
import { createSurges } from './surges/surges.ts';
import { openTable, type Reporter, type Table } from './table.ts';
import { createInvitations, createTeam } from './team/invitations.ts';
import { createMemberNames } from './team/member-names.ts';
import { createMembers, createSaveMember } from './team/members.ts';

export { maintenanceStore, repairStore, streamStore } from './jobs/job-stores.ts';

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

/** For public feeds. */
export const feedsStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createArticles(table),
  ...createNewest(table),
});

/** For lists as markup: an article's, and a site's newest comments. */
export const listsStore = (table: Table, cache: SiteCache) => ({
  ...readersStore(table, cache),
  ...createNewest(table),
});

/** For forms. */
export const formsStore = (table: Table, cache: SiteCache) => ({
  ...readersStore(table, cache),
  ...createReadSurges(table, cache),
});

/** For submissions. */
export const authorsStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createArticles(table),
  ...createLookUp(table, cache),
  ...createComments(table),
  ...createReceiptWindows(table),
});

export const moderatorsStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createMembers(table),
  ...createArticles(table),
  ...createSaveArticle(table),
  ...createComments(table),
  ...createTexts(table),
  ...createListLatest(table),
  ...createAuthors(table),
  ...createQueues(table, cache),
  ...createSearches(table, cache),
  ...createShown(table),
  ...createSurroundings(table, cache),
  ...createHasReports(table),
  ...createFindAppeal(table),
  ...createFetchMemory(table, cache),
  ...createResetMemory(table, cache),
  ...createFetchSpamPages(table, cache),
  ...createForgetSpamPages(table, cache),
});

/** For bans. */
export const bansStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createComments(table),
  ...createBans(table, cache),
  ...createMembers(table),
});

/** For whoever ends surges. */
export const surgesStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createMembers(table),
  ...createSurges(table),
});

/** For readers' reports. */
export const reportsStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createArticles(table),
  ...createShown(table),
  ...createComments(table),
  ...createReports(table),
});

/** For moderators who look at those who report, and mute them. */
export const reportersStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createMembers(table),
  ...createReporters(table),
});

/** For looking at what a list's entry would match. */
export const previewStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createMembers(table),
  ...createRecent(table),
});

/** For sites' policies. */
export const policyStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createSaveSite(table),
  ...createMembers(table),
  ...createMemberNames(table),
  ...createPolicyVersions(table, cache),
  ...createListLatest(table),
});

/** For looking back at what was done. */
export const recordsStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createListAudit(table, cache),
  ...createDayCounts(table),
  ...createFetchMemory(table, cache),
  ...createMembers(table),
  ...createMemberNames(table),
});

/** For who is on a site's team. */
export const rosterStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createMembers(table),
  ...createTeam(table),
});

/** For who changes it. */
export const teamStore = (table: Table, cache: SiteCache) => ({
  ...rosterStore(table, cache),
  ...createSaveMember(table),
  ...createInvitations(table),
});

const wholeStore = (table: Table, cache: SiteCache) => ({
  ...createScanTrails(table),
  ...recordsStore(table, cache),
  ...createRecent(table),
  ...policyStore(table, cache),
  ...createBans(table, cache),
  ...reportsStore(table, cache),
  ...receiptsStore(table, cache),
  ...createReporters(table),
  ...formsStore(table, cache),
  ...feedsStore(table, cache),
  ...authorsStore(table, cache),
  ...moderatorsStore(table, cache),
  ...teamStore(table, cache),
  ...repairStore(table, cache),
  ...maintenanceStore(table, cache),
});

/** All stores in one. */
export type Store = ReturnType<typeof wholeStore>;
export const createStore = (options: StoreOptions): Store => openStore(wholeStore, options);
