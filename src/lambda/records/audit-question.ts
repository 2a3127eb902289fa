import type { Reply } from '../../api/moderators/records/list-audit.ts';
import { DAY_MS } from '../../comment/time.ts';
import type { AuditQuestion } from '../../storage/audit-store.ts';

type Asked = Pick<AuditQuestion, 'article' | 'comment' | 'by' | 'action'> & {
  readonly since?: string;
  readonly until?: string;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days and moments as milliseconds: a day that ends a span is in it. */
export const auditQuestion = ({ since, until, ...asked }: Asked): Omit<AuditQuestion, 'site' | 'limit'> => ({
  ...asked,
  ...(since === undefined ? {} : { since: Date.parse(since) }),
  ...(until === undefined ? {} : { until: Date.parse(until) + (DAY.test(until) ? DAY_MS - 1 : 0) }),
});

type Entry = Reply['entries'][number];

const COLUMNS = [
  ...(['at', 'by', 'name', 'action', 'article', 'comment', 'version', 'subject'] as const),
  ...(['before', 'after', 'reason', 'page', 'policy', 'batch'] as const),
] satisfies readonly (keyof Entry)[];

/** The columns, and a row for each entry. */
export const tableOf = (entries: readonly Entry[]) =>
  [COLUMNS, entries.map((entry) => COLUMNS.map((column) => entry[column]))] as const;
