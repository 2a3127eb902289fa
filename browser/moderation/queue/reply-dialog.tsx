import type { Replied } from '../calls/comment-calls.ts';
import { useDesk } from '../desk.ts';
import { TextField } from '../fields/text-field.tsx';
import type { Row } from '../list/row.ts';
import { useBusy } from '../shell/busy.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import { readAgain } from './read-again.ts';

type Props = {
  readonly row: Row;
  /** The comment waits: the reply approves it. */
  readonly approves: boolean;
  readonly onSent: (replied: Replied) => void;
  readonly onClose: () => void;
};

/** A reply in the newsroom's name, which approves a comment that waits in the same act. */
export const ReplyDialog = ({ row, approves, onSent, onClose }: Props) => {
  const desk = useDesk();
  const { words, calls, drafts } = desk;
  const { reply: said, actions, quote } = words.value.queue;
  const { isBusy, problem, field, send } = useBusy();
  const { article, id, version, author, text: quoted } = row.comment.value;
  const name = `reply ${id}`;
  const text = drafts.of(name);
  const reply = () => {
    const sent = text.value;
    const approval = approves ? { approve: { version } } : {};
    return send(
      calls.reply({ article: article.id, parent: id, text: sent, ...approval }),
      (replied) => {
        if (text.value === sent) drafts.drop(name);
        onSent(replied);
      },
      () => readAgain(desk, row),
    );
  };
  return (
    <Dialog title={said.title(author.name)} onClose={onClose}>
      <blockquote dir="auto">{quote(quoted)}</blockquote>
      <form onSubmit={() => void reply()}>
        <TextField name="text" label={said.text} rows={5} required text={text} />
        <ProblemLine text={problem.value} field={field.value} />
        <BusyButton isBusy={isBusy}>{approves ? said.sendAndApprove : actions.reply}</BusyButton>
      </form>
    </Dialog>
  );
};
