import { type DayCounts, type Kind, readName, secondsOf } from '../../moderation/day-counts.ts';
import { type Audit, auditTable } from '../../screening/filter/site/audit.ts';
import type { Reply } from '../moderators/records/read-stats.ts';

type Counted = {
  /** Every day to be shown, oldest first. */
  readonly days: readonly string[];
  readonly counted: readonly DayCounts[];
  readonly names: ReadonlyMap<string, string>;
  readonly audits: readonly Audit[];
};

/** What days counted, added up for people. */
export const statsView = ({ days, counted, names, audits }: Counted): Reply => {
  const byDay = new Map(counted.map((one) => [one.day, [one]]));
  const screened = sumsOf(counted, 'screened');
  const comments = total(screened);
  const waited = Object.entries(sumsOf(counted, 'waited'))
    .map(([bucket, count]) => [Number(bucket), count] as const)
    .sort(([one], [other]) => one - other);
  return {
    days: days.map((day) => dayView(day, byDay.get(day) ?? [])),
    comments,
    spamShare: comments === 0 ? null : (screened.spam ?? 0) / comments,
    actions: sumsOf(counted, 'did'),
    reasons: sumsOf(counted, 'reason'),
    waiting: {
      decisions: waited.reduce((sum, [, count]) => sum + count, 0),
      medianS: quantile(waited, 0.5),
      ninetyS: quantile(waited, 0.9),
    },
    members: Object.entries(sumsOf(counted, 'member'))
      .map(([id, decisions]) => ({ id, name: names.get(id) ?? null, decisions }))
      .sort((one, other) => other.decisions - one.decisions),
    filter: Object.fromEntries(
      Object.entries(auditTable(audits)).map(([agreement, reasons]) => [agreement, total(reasons)]),
    ),
  };
};

const dayView = (day: string, counted: readonly DayCounts[]) => {
  const screened = sumsOf(counted, 'screened');
  return {
    day,
    published: screened.approved ?? 0,
    held: screened.pending ?? 0,
    spam: screened.spam ?? 0,
    decisions: total(sumsOf(counted, 'member')),
  };
};

/** One kind's counts over some days. */
const sumsOf = (counted: readonly DayCounts[], wanted: Kind): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const [name, count] of counted.flatMap(({ counts }) => Object.entries(counts))) {
    const [kind, of = ''] = readName(name) ?? [];
    if (kind === wanted) sums[of] = (sums[of] ?? 0) + count;
  }
  return sums;
};

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The seconds within which a share of all waited. @param waited counts by bucket, shortest first */
const quantile = (waited: readonly (readonly [bucket: number, count: number])[], share: number) => {
  const all = waited.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [bucket, count] of waited) {
    seen += count;
    if (seen >= all * share) return Math.round(secondsOf(bucket));
  }
  return null;
};
