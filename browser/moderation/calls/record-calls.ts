import type { Ask } from '../session/ask.ts';
import type { AuditPage, Stats } from '../wire.ts';
import { adminRoute as route } from './admin-route.ts';

/** Looking back at what was done. */
export const recordCalls = (ask: Ask, site: string) => {
  const path = { site };
  return {
    audit: (query: Readonly<Record<string, string>>) =>
      ask<AuditPage>(route('GET', 'audit'), { path, query }),
    /** The same as a table for spreadsheets, with a line of titles. */
    auditTable: (query: Readonly<Record<string, string>>) =>
      ask<string>(route('GET', 'audit'), { path, query: { ...query, as: 'csv', limit: '100' } }),
    stats: (days: number) => ask<Stats>(route('GET', 'stats'), { path, query: { days: String(days) } }),
  };
};
