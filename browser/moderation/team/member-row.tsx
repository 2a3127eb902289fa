import { useDesk } from '../desk.ts';
import { Moment } from '../row/moment.tsx';
import { ConfirmButton } from '../shell/confirm-button.tsx';
import { sayFailure } from '../shell/failure.ts';
import type { Answer, Member, Role } from '../wire.ts';

type Props = { readonly member: Member; readonly onChanged: () => void };

/** One of the team, and what an admin may do with them. */
export const MemberRow = ({ member, onChanged }: Props) => {
  const { words, me, times } = useDesk();
  const { team } = words.value;
  const { columns } = team;
  return (
    <tr>
      <th scope="row">
        <bdi>{member.name}</bdi>
        {member.id === me.member.id && ` (${team.you})`}
        {member.kind === 'program' && ` (${team.program})`}
      </th>
      <td data-label={columns.role}>{team.roles[member.role]}</td>
      <td data-label={columns.state}>
        {member.status === 'invited' && member.expiresAt
          ? team.invited(times.value.exact(member.expiresAt))
          : team.active}
      </td>
      <td data-label={columns.since}>
        <Moment at={member.createdAt} />
      </td>
      {me.member.role === 'admin' && (
        <td>
          <Acts member={member} onChanged={onChanged} />
        </td>
      )}
    </tr>
  );
};

const Acts = ({ member, onChanged }: Props) => {
  const desk = useDesk();
  const { calls, words, toasts } = desk;
  const { team } = words.value;
  const after = async (call: Promise<Answer<unknown>>, text: string) => {
    const answer = await call;
    if (answer.isOk) toasts.show({ text, tone: 'done' });
    else sayFailure(desk, answer);
    // What was refused may have been out of date.
    onChanged();
    if (member.id === desk.me.member.id) await desk.reenter();
  };
  const isInvited = member.status === 'invited';
  return (
    <p class="buttons">
      {!isInvited && (
        <RoleButton
          member={member}
          onChoose={(role) => void after(calls.changeMember(member, { role }), team.changed(member.name))}
        />
      )}
      <ConfirmButton
        label={isInvited ? team.withdraw : team.remove}
        title={isInvited ? team.withdrawName(member.name) : team.removeName(member.name)}
        question={isInvited ? team.withdrawLead(member.name) : team.removeLead(member.name)}
        onConfirm={() => void after(calls.removeMember(member), team.removed(member.name))}
      />
    </p>
  );
};

type RoleProps = { readonly member: Member; readonly onChoose: (role: Role) => void };

/** Gives the other role; who gives up their own is told what goes with it. */
const RoleButton = ({ member: { id, name, role }, onChoose }: RoleProps) => {
  const { words, me } = useDesk();
  const { team } = words.value;
  const isUp = role === 'moderator';
  return (
    <ConfirmButton
      label={isUp ? team.makeAdmin : team.makeModerator}
      question={id === me.member.id ? team.ownLead : team.roleLead(name)}
      onConfirm={() => onChoose(isUp ? 'admin' : 'moderator')}
    />
  );
};
