import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { Moment } from '../row/moment.tsx';
import { useBusy } from '../shell/busy.ts';
import { ConfirmButton } from '../shell/confirm-button.tsx';
import { DataTable } from '../shell/data-table.tsx';
import { placeHref } from '../shell/place.ts';
import { ProblemLine } from '../shell/problem.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import { useTeamNames } from '../shell/team-names.ts';
import type { Ban } from '../wire.ts';
import { BanForm } from './ban-form.tsx';
import { lift } from './banned.ts';

/** Who is banned and who is always let in; both can be added and lifted. */
export const BansView = () => {
  const { calls, words } = useDesk();
  const { frame, bans: said } = words.value;
  const bans = useSignal<readonly Ban[] | undefined>(undefined);
  const { problem, run } = useBusy();
  const load = () =>
    void run(calls.bans(), (reply) => {
      bans.value = reply.bans;
    });
  useEffect(load, []);
  return (
    <div class="column alone">
      <h1>{frame.views.bans}</h1>
      <p>{said.lead}</p>
      <ProblemLine text={problem.value} />
      {bans.value ? <Bans bans={bans.value} onLifted={load} /> : <Skeleton />}
      <BanForm onAdded={load} />
    </div>
  );
};

const Bans = ({ bans, onLifted }: { readonly bans: readonly Ban[]; readonly onLifted: () => void }) => {
  const said = useDesk().words.value.bans;
  const nameOf = useTeamNames();
  const { columns } = said;
  if (bans.length === 0) return <p class="state">{said.none}</p>;
  return (
    <DataTable
      titles={[columns.who, columns.effect, columns.reason, columns.until, columns.by, columns.acts]}
    >
      {bans.map((ban) => (
        <BanRow key={ban.id} ban={ban} by={nameOf(ban.by)} onLifted={onLifted} />
      ))}
    </DataTable>
  );
};

type RowProps = { readonly ban: Ban; readonly by: string; readonly onLifted: () => void };

const BanRow = ({ ban, by, onLifted }: RowProps) => {
  const desk = useDesk();
  const { words, times } = desk;
  const said = words.value.bans;
  return (
    <tr>
      <th scope="row">
        <bdi>{ban.label}</bdi> <span class="soft">({said.kinds[ban.kind]})</span>
      </th>
      <td>{said.effects[ban.effect]}</td>
      <td>{ban.reason}</td>
      <td>{ban.until === null ? said.forGood : times.value.exact(ban.until)}</td>
      <td>
        {by} <Moment at={ban.createdAt} />{' '}
        {ban.from && (
          <a href={placeHref('search', { article: ban.from.article })}>
            {`${words.value.records.comment} · ${ban.from.article}`}
          </a>
        )}
      </td>
      <td>
        <ConfirmButton
          label={said.lift}
          title={said.liftNames[ban.effect](ban.label)}
          question={said.liftLead}
          onConfirm={() => void lift(desk, ban, onLifted)}
        />
      </td>
    </tr>
  );
};
