import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { useBusy } from '../shell/busy.ts';
import { DataTable } from '../shell/data-table.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import type { Member } from '../wire.ts';
import { FeedSection } from './feed-section.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberRow } from './member-row.tsx';

/** Who moderates the site; admins invite, change roles and remove. */
export const TeamView = () => {
  const { calls, words, me } = useDesk();
  const { frame, team } = words.value;
  const members = useSignal<readonly Member[] | undefined>(undefined);
  const { problem, run } = useBusy();
  const load = () =>
    void run(calls.members(), (reply) => {
      members.value = reply.members;
    });
  useEffect(load, []);
  const isAdmin = me.member.role === 'admin';
  return (
    <div class="column alone">
      <h1>{frame.views.team}</h1>
      <p>{team.lead}</p>
      <ProblemLine text={problem.value} />
      {members.value ? <Members members={members.value} onChanged={load} /> : <Skeleton />}
      {isAdmin ? <InviteForm onInvited={load} /> : <p class="soft">{team.readOnly}</p>}
      <FeedSection onChanged={load} />
    </div>
  );
};

type Props = { readonly members: readonly Member[]; readonly onChanged: () => void };

const Members = ({ members, onChanged }: Props) => {
  const { words, me } = useDesk();
  const { columns } = words.value.team;
  const isAdmin = me.member.role === 'admin';
  const titles = [
    columns.name,
    columns.role,
    columns.state,
    columns.since,
    ...(isAdmin ? [columns.acts] : []),
  ];
  return (
    <DataTable titles={titles}>
      {members.map((member) => (
        <MemberRow key={member.id} member={member} onChanged={onChanged} />
      ))}
    </DataTable>
  );
};
