import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { type Busy, useBusy } from '../shell/busy.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { DataTable } from '../shell/data-table.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import type { AuditPage } from '../wire.ts';
import { wholeTable } from './audit-csv.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import { readOn } from './read-on.ts';
import { saveTable } from './save-table.ts';
import type { AuditQuery } from './site-days.ts';

/** What was done on the site, newest first. */
export const AuditView = () => {
  const { words } = useDesk();
  const { frame, records, queue } = words.value;
  const busy = useBusy();
  const trail = useTrail(busy);
  return (
    <div class="column alone wide">
      <h1>{frame.views.audit}</h1>
      <p>{records.lead}</p>
      <AuditFilters onShow={trail.show} onSave={trail.save} isBusy={busy.isBusy} />
      <p role="status">{trail.saved.value !== undefined && records.saved(trail.saved.value)}</p>
      <ProblemLine text={busy.problem.value} />
      {trail.page.value ? <Entries page={trail.page.value} /> : !busy.problem.value && <Skeleton />}
      {trail.page.value?.next && (
        <p class="more">
          <BusyButton isBusy={busy.isBusy} isPrimary={false} onClick={trail.more}>
            {trail.page.value.entries.length > 0 ? queue.more : queue.goOn}
          </BusyButton>
        </p>
      )}
    </div>
  );
};

type Shown = Pick<AuditPage, 'entries' | 'next'>;
type Trail = {
  /** All entries that were read, and what follows. */
  readonly page: Signal<Shown | undefined>;
  readonly show: (query: AuditQuery) => void;
  readonly save: (query: AuditQuery) => void;
  /** Pages of a table under way. */
  readonly saved: Signal<number | undefined>;
  readonly more: () => void;
};

const useTrail = ({ run }: Busy): Trail => {
  const { calls, me } = useDesk();
  const shown = useSignal<Shown | undefined>(undefined);
  const query = useSignal<AuditQuery>({});
  const saved = useSignal<number | undefined>(undefined);
  const ask = (cursor: string | null) => calls.audit({ ...query.value, ...(cursor ? { cursor } : {}) });
  const load = (before?: Shown) => {
    saved.value = undefined;
    void run(readOn(ask, before?.next ?? null), ({ entries, next }) => {
      shown.value = { entries: [...(before?.entries ?? []), ...entries], next };
    });
  };
  useEffect(() => load(), []);
  return {
    ...{ page: shown, saved },
    save: (asked) => {
      const tell = (pages: number) => {
        saved.value = pages;
      };
      void run(wholeTable(calls.auditTable, asked, tell), (table) => saveTable(`audit-${me.site.id}`, table));
    },
    show: (asked) => {
      query.value = asked;
      load();
    },
    more: () => load(shown.value),
  };
};

const Entries = ({ page: { entries, next } }: { readonly page: Shown }) => {
  const { columns, none } = useDesk().words.value.records;
  if (entries.length === 0) return next === null ? <p class="state">{none}</p> : null;
  return (
    <DataTable titles={Object.values(columns)}>
      {entries.map((entry) => (
        <AuditRow key={`${entry.at} ${entry.action} ${entry.comment ?? entry.subject}`} entry={entry} />
      ))}
    </DataTable>
  );
};
