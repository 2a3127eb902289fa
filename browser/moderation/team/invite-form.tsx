import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { resetSent } from '../fields/reset-sent.ts';
import { SelectField } from '../fields/select-field.tsx';
import { useBusy } from '../shell/busy.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import type { AddedMember, Role } from '../wire.ts';
import { CopyField } from './copy-field.tsx';

const ROLES: readonly Role[] = ['moderator', 'admin'];

/** Invites somebody by e-mail. No mail is sent: the link is shown once, to be passed on. */
export const InviteForm = ({ onInvited }: { readonly onInvited: () => void }) => {
  const { calls, words } = useDesk();
  const { team } = words.value;
  const { isBusy, problem, field, send } = useBusy();
  const added = useSignal<AddedMember | undefined>(undefined);
  const submit = (event: SubmitEvent) => {
    const form = event.currentTarget as HTMLFormElement;
    const sent = new FormData(form);
    const text = (name: string) => String(sent.get(name) ?? '').trim();
    void send(
      calls.addMember({ name: text('name'), email: text('email'), role: text('role') as Role }),
      (reply) => {
        added.value = reply;
        resetSent(form, sent);
        onInvited();
      },
    );
  };
  return (
    <section>
      <h2>{team.invite.title}</h2>
      <form class="narrow" onSubmit={submit}>
        <InvitedFields />
        <ProblemLine text={problem.value} field={field.value} />
        <BusyButton isBusy={isBusy}>{team.invite.send}</BusyButton>
      </form>
      {added.value && <InvitationLink added={added.value} />}
    </section>
  );
};

/** Who is invited: a name, an address and a role. */
const InvitedFields = () => {
  const { team } = useDesk().words.value;
  return (
    <>
      <label class="field">
        {team.invite.name}
        <input name="name" required maxLength={80} autocomplete="off" />
      </label>
      <label class="field">
        {team.invite.email}
        <input name="email" type="email" required maxLength={254} autocomplete="off" />
        <small>{team.invite.emailHint}</small>
      </label>
      <SelectField
        name="role"
        label={team.invite.role}
        options={ROLES.map((role) => [role, team.roles[role]])}
      />
    </>
  );
};

const InvitationLink = ({ added: { member, invitation } }: { readonly added: AddedMember }) => {
  const { words, times } = useDesk();
  const said = words.value.team.invite;
  if (!invitation) return null;
  return (
    <div class="notice" role="status">
      <p>{said.link(member.name, times.value.exact(invitation.expiresAt))}</p>
      <CopyField label={said.address} value={invitation.link} />
    </div>
  );
};
