import type { Signal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import type { Row } from '../list/row.ts';
import { useBusy } from '../shell/busy.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import type { BanKind } from '../wire.ts';
import { banning } from './banned.ts';
import { Duration } from './duration-choice.tsx';

type Props = { readonly row: Row; readonly onClose: () => void };
const KINDS = ['author', 'email', 'network', 'range'] as const;

/** Bans who wrote a comment: as an author, by address, or by network. Nothing of them is shown, since none of it is kept in the clear. */
export const BanDialog = ({ row, onClose }: Props) => {
  const desk = useDesk();
  const { words } = desk;
  const { add } = words.value.bans;
  const { isBusy, problem, field, send } = useBusy();
  const { id, article, author } = row.comment.value;
  const reason = desk.drafts.of(`ban ${id}`);
  const submit = (event: SubmitEvent) => {
    const sent = new FormData(event.currentTarget as HTMLFormElement);
    const kind = String(sent.get('kind'));
    const days = Number(sent.get('days'));
    const { answer, say } = banning(desk, {
      ...{ kind: (kind === 'range' ? 'network' : kind) as BanKind, article: article.id, comment: id },
      ...(kind === 'range' ? { range: true } : {}),
      reason: reason.value.trim(),
      ...(days > 0 ? { days } : {}),
    });
    void send(answer, (added) => {
      desk.drafts.drop(`ban ${id}`);
      say(added);
      onClose();
    });
  };
  return (
    <Dialog title={add.titleOf(author.name)} onClose={onClose}>
      <form onSubmit={submit}>
        <KindChoice />
        <Reason text={reason} />
        <Duration />
        <ProblemLine text={problem.value} field={field.value} />
        <BusyButton isBusy={isBusy}>{words.value.queue.actions.ban}</BusyButton>
      </form>
    </Dialog>
  );
};

/** By what its author is banned. */
const KindChoice = () => {
  const { add } = useDesk().words.value.bans;
  return (
    <fieldset class="modes">
      <legend>{add.kind}</legend>
      {KINDS.map((kind, at) => (
        <label key={kind} class="choice">
          <input type="radio" name="kind" value={kind} defaultChecked={at === 0} />
          {add.kindsOf[kind]}
        </label>
      ))}
    </fieldset>
  );
};

/** Why, in a line for the team. */
export const Reason = ({ text }: { readonly text: Signal<string> }) => (
  <label class="field">
    {useDesk().words.value.bans.add.reason}
    <input
      name="reason"
      required
      maxLength={200}
      autocomplete="off"
      value={text.value}
      onInput={({ currentTarget }) => {
        text.value = currentTarget.value;
      }}
    />
  </label>
);
