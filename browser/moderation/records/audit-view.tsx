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
  const [reading, saving] = [useBusy(), useBusy()];
  const trail = useTrail(reading, saving);
  const problem = reading.problem.value ?? saving.problem.value;
  return (
    <div class="column alone wide">
      <h1>{frame.views.audit}</h1>
      <p>{records.lead}</p>
      <AuditFilters onShow={trail.show} onSave={trail.save} isBusy={saving.isBusy} />
      <p role="status">{trail.saved.value !== undefined && records.saved(trail.saved.value)}</p>
      <ProblemLine text={problem} />
      {trail.page.value ? <Entries page={trail.page.value} /> : !problem && <Skeleton />}
      {trail.page.value?.next && (
        <p class="more">
          <BusyButton isBusy={reading.isBusy} isPrimary={false} onClick={trail.more}>
            {trail.page.value.entries.length > 0 ? queue.more : queue.goOn}
          </BusyButton>
        </p>
      )}
    </div>
  );
};

/** What was asked for, all entries of it that were read, and what follows. */
type Shown = Pick<AuditPage, 'entries' | 'next'> & { readonly query: AuditQuery };
type Trail = {
  readonly page: Signal<Shown | undefined>;
  readonly show: (query: AuditQuery) => void;
  readonly save: (query: AuditQuery) => void;
  /** Pages of a table under way. */
  readonly saved: Signal<number | undefined>;
  readonly more: () => void;
};

const useTrail = (reading: Busy, saving: Busy): Trail => {
  const { calls, me } = useDesk();
  const shown = useSignal<Shown | undefined>(undefined);
  const saved = useSignal<number | undefined>(undefined);
  const load = ({ query, entries: before, next: from }: Shown) => {
    const ask = (cursor: string | null) => calls.audit({ ...query, ...(cursor ? { cursor } : {}) });
    void reading.run(readOn(ask, from), ({ entries, next }) => {
      shown.value = { query, entries: [...before, ...entries], next };
    });
  };
  const show = (query: AuditQuery) => {
    saved.value = undefined;
    load({ query, entries: [], next: null });
  };
  useEffect(() => show({}), []);
  return {
    ...{ page: shown, saved, show },
    save: (asked) => {
      const tell = (pages: number) => {
        saved.value = pages;
      };
      const table = wholeTable(calls.auditTable, asked, tell);
      void saving.run(table, (whole) => saveTable(`audit-${me.site.id}`, whole));
    },
    more: () => {
      if (shown.value) load(shown.value);
    },
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
