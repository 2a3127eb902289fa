import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { type Busy, useBusy } from '../shell/busy.ts';
import { DataTable } from '../shell/data-table.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import type { AuditEntry } from '../wire.ts';
import { wholeTable } from './audit-csv.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import { saveTable } from './save-table.ts';
import type { AuditQuery } from './site-days.ts';

/** What was done on the site, newest first. */
export const AuditView = () => {
  const { words } = useDesk();
  const { frame, records } = words.value;
  const busy = useBusy();
  const trail = useTrail(busy);
  return (
    <div class="column alone wide">
      <h1>{frame.views.audit}</h1>
      <p>{records.lead}</p>
      <AuditFilters onShow={trail.show} onSave={trail.save} isBusy={busy.isBusy.value} />
      <p role="status">{trail.saved.value !== undefined && records.saved(trail.saved.value)}</p>
      <ProblemLine text={busy.problem.value} />
      {trail.entries.value ? <Entries entries={trail.entries.value} /> : !busy.problem.value && <Skeleton />}
      {trail.next.value !== null && (
        <p class="more">
          <button type="button" disabled={busy.isBusy.value} onClick={trail.more}>
            {words.value.queue.more}
          </button>
        </p>
      )}
    </div>
  );
};

type Trail = {
  readonly entries: Signal<readonly AuditEntry[] | undefined>;
  readonly next: Signal<string | null>;
  readonly show: (query: AuditQuery) => void;
  readonly save: (query: AuditQuery) => void;
  /** Pages of a table under way. */
  readonly saved: Signal<number | undefined>;
  readonly more: () => void;
};

const useTrail = ({ run }: Busy): Trail => {
  const { calls, me } = useDesk();
  const entries = useSignal<readonly AuditEntry[] | undefined>(undefined);
  const next = useSignal<string | null>(null);
  const query = useSignal<AuditQuery>({});
  const saved = useSignal<number | undefined>(undefined);
  const load = (cursor: string | null) =>
    void run(calls.audit({ ...query.value, ...(cursor ? { cursor } : {}) }), (page) => {
      entries.value = [...(cursor ? (entries.value ?? []) : []), ...page.entries];
      next.value = page.next;
    });
  useEffect(() => load(null), []);
  return {
    ...{ entries, next, saved },
    save: (asked) => {
      const tell = (pages: number) => {
        saved.value = pages;
      };
      void run(wholeTable(calls.auditTable, asked, tell), (table) => saveTable(`audit-${me.site.id}`, table));
    },
    show: (asked) => {
      query.value = asked;
      load(null);
    },
    more: () => load(next.value),
  };
};

const Entries = ({ entries }: { readonly entries: readonly AuditEntry[] }) => {
  const { columns, none } = useDesk().words.value.records;
  if (entries.length === 0) return <p class="state">{none}</p>;
  return (
    <DataTable titles={Object.values(columns)}>
      {entries.map((entry) => (
        <AuditRow key={`${entry.at} ${entry.action} ${entry.comment ?? entry.subject}`} entry={entry} />
      ))}
    </DataTable>
  );
};
