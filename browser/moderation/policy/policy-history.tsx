import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { useBusy } from '../shell/busy.ts';
import { ConfirmButton } from '../shell/confirm-button.tsx';
import { DataTable } from '../shell/data-table.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import type { PolicyNow, PolicyVersion } from '../wire.ts';
import { DiffView } from './diff-view.tsx';
import { written } from './draft.ts';
import { placed, savedBy } from './save-policy.ts';
import { settingName } from './setting-name.ts';

type Props = { readonly now: PolicyNow; readonly onSaved: (saved: PolicyNow) => void };

/** The versions of the policy: each can be compared with the one in force, and brought back. */
export const PolicyHistory = ({ now, onSaved }: Props) => {
  const said = useDesk().words.value.policy.history;
  const { versions, next, looked, failed, load, look, rollBack } = useHistory({ now, onSaved });
  if (versions.value.length === 0) return <ProblemLine text={failed} />;
  const { columns } = said;
  return (
    <section>
      <DataTable
        caption={said.title}
        titles={[columns.version, columns.saved, columns.changed, columns.acts]}
      >
        {versions.value.map((version) => (
          <Fragment key={version.version}>
            <VersionRow
              version={version}
              isCurrent={version.version === now.version}
              onLook={() => look(version.version)}
              onRollBack={() => void rollBack(version.version)}
            />
            {looked.value?.version === version.version && (
              <Difference from={looked.value} to={now} columns={Object.keys(columns).length} />
            )}
          </Fragment>
        ))}
      </DataTable>
      {next.value !== null && (
        <button type="button" onClick={() => load(next.value ?? undefined)}>
          {said.more}
        </button>
      )}
      <ProblemLine text={failed} />
    </section>
  );
};

const useHistory = ({ now, onSaved }: Props) => {
  const desk = useDesk();
  const { policy } = desk.words.value;
  const versions = useSignal<readonly PolicyVersion[]>([]);
  const next = useSignal<string | null>(null);
  const looked = useSignal<PolicyNow | undefined>(undefined);
  const { problem, run } = useBusy();
  const looking = useBusy();
  const load = (cursor?: string) =>
    void run(desk.calls.policyHistory(cursor), (page) => {
      versions.value = [...(cursor ? versions.value : []), ...page.versions];
      next.value = page.next;
    });
  useEffect(load, [now.version]);
  const look = (version: number) =>
    void looking.run(desk.calls.policy(version), (found) => {
      looked.value = found;
    });
  const rollBack = async (to: number) => {
    const saved = await savedBy(desk, await desk.calls.rollBackPolicy({ to, version: now.version }));
    problem.value = saved.problems.map((one) => placed(desk.words.value, one)).join(' ');
    if (!saved.now) return;
    desk.toasts.show({ text: policy.history.done(to), tone: 'done' });
    onSaved(saved.now);
  };
  const failed = problem.value ?? looking.problem.value;
  return { versions, next, looked, failed, load, look, rollBack };
};

type DifferenceProps = { readonly from: PolicyNow; readonly to: PolicyNow; readonly columns: number };

/** What changed since a version, below its row: nobody looks for it under the table. */
const Difference = ({ from, to, columns }: DifferenceProps) => {
  const said = useDesk().words.value.policy.history;
  return (
    <tr>
      <td colSpan={columns}>
        <strong role="status">{said.difference(from.version, to.version)}</strong>
        <DiffView before={written(from.policy)} after={written(to.policy)} />
      </td>
    </tr>
  );
};

type RowProps = {
  readonly version: PolicyVersion;
  readonly isCurrent: boolean;
  readonly onLook: () => void;
  readonly onRollBack: () => void;
};

const VersionRow = ({ version: of, isCurrent, onLook, onRollBack }: RowProps) => {
  const { words, times, me } = useDesk();
  const said = words.value.policy.history;
  const { version, at, name, by, note, restored, changed } = of;
  return (
    <tr>
      <th scope="row">{said.version(version)}</th>
      <td>
        <span class="when">{times.value.exact(at)}</span>{' '}
        <span class="soft">{name ?? words.value.records.machines[by] ?? by}</span>
      </td>
      <td>
        {restored !== null && <>{said.restored(restored)} </>}
        {note !== null && <q>{note}</q>}{' '}
        <span class="soft">{changed.map((place) => settingName(words.value, place)).join(' · ')}</span>
      </td>
      <td>
        {isCurrent ? (
          said.current
        ) : (
          <span class="buttons">
            <button type="button" aria-label={said.lookName(version)} onClick={onLook}>
              {said.look}
            </button>
            {me.member.role === 'admin' && (
              <ConfirmButton
                label={said.rollBack}
                title={said.rollBackName(version)}
                question={said.rollBackLead}
                onConfirm={onRollBack}
              />
            )}
          </span>
        )}
      </td>
    </tr>
  );
};
