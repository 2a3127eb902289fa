import { DAY_MS, dayOf } from '../comment/time.ts';
import { readName } from '../moderation/day-counts.ts';
import type { ReadDayCounts } from '../storage/audit-store.ts';
import type { FetchMemory } from '../storage/learning-store.ts';
import type { ReadMemberNames } from '../storage/team-store.ts';

type Deps = {
  readonly store: ReadDayCounts & FetchMemory & ReadMemberNames;
  readonly now: () => number;
};

/** A site's counts of the last days, the names of members, and how the filter did by the site's memory. */
export const readStats = async ({ store, now }: Deps, site: string, days: number) => {
  const all = Array.from({ length: days }, (_, at) => dayOf(now() - (days - 1 - at) * DAY_MS));
  const [from, until] = [all[0] ?? '', all.at(-1) ?? ''];
  const [counted, memory] = await Promise.all([
    store.readDayCounts(site, from, until),
    store.fetchMemory(site),
  ]);
  const members = counted.flatMap(({ counts }) => Object.keys(counts).flatMap(memberIn));
  const names = await store.readMemberNames(site, members);

  return { days: all, counted, names, audits: memory.periods.map(({ audit }) => audit) };
};

/** The member whose decisions a count is of. */
const memberIn = (name: string): readonly string[] => {
  const [kind, of] = readName(name) ?? [];
  return kind === 'member' && of !== undefined ? [of] : [];
};
