import { createLinks, createTrails } from '../audit/trails.ts';
import { createWasUndone } from '../audit/was-undone.ts';
import { createComments } from '../comments.ts';
import { createLessons } from '../learning/lessons.ts';
import { createFetchMemory } from '../learning/memories.ts';
import { createSpamPages } from '../learning/spam-pages.ts';
import { createKeepLatest } from '../newsroom/latest.ts';
import { createSettleAppeal } from '../receipts/settle-appeals.ts';
import { createRecounts } from '../recounts.ts';
import { createOpenMatters } from '../reports/open-matters.ts';
import { createSettleReports } from '../reports/settle-reports.ts';
import type { SiteCache } from '../sites.ts';
import { createSites } from '../sites.ts';
import { createSurges } from '../surges/surges.ts';
import type { Table } from '../table.ts';
import { createTallies } from '../tallies.ts';
import { createCheckpoints, createCleanup, createNetworks } from './cleanup.ts';
import { createJobRuns } from './job-runs.ts';
import { createSiteCounts } from './site-counts.ts';

/** For the stream. */
export const streamStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createSurges(table),
  ...createKeepLatest(table),
  ...createTallies(table, cache),
  ...createRecounts(table, cache),
  ...createComments(table),
  ...createFetchMemory(table, cache),
  ...createLessons(table, cache),
  ...createSpamPages(table, cache),
  ...createLinks(table),
  ...createSettleReports(table),
  ...createSettleAppeal(table),
  ...createWasUndone(table),
});

/** For repairing what the stream lost. */
export const repairStore = (table: Table, cache: SiteCache) => ({
  ...createNetworks(table),
  ...createCheckpoints(table),
  ...createJobRuns(table),
  ...createSiteCounts(table),
  ...createTrails(table),
  ...createOpenMatters(table),
  ...streamStore(table, cache),
});

/** For the other jobs. */
export const maintenanceStore = (table: Table, cache: SiteCache) => ({
  ...createSites(table, cache),
  ...createSurges(table),
  ...createCleanup(table),
  ...createNetworks(table),
  ...createCheckpoints(table),
  ...createJobRuns(table),
});
