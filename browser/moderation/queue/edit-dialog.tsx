import { useDesk } from '../desk.ts';
import type { Row } from '../list/row.ts';
import { useBusy } from '../shell/busy.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import { TextField } from './text-field.tsx';

type Props = { readonly row: Row; readonly onClose: () => void };

/** Changes a comment's text; the one that was submitted is kept. */
export const EditDialog = ({ row, onClose }: Props) => {
  const { words, calls, toasts, undos, drafts } = useDesk();
  const { edit } = words.value.queue;
  const { isBusy, problem, run } = useBusy();
  const comment = row.comment.value;
  const name = `edit ${comment.id}`;
  const text = drafts.of(name, comment.text);
  const save = () =>
    run(calls.edit(comment, text.value), ({ version }) => {
      drafts.drop(name);
      row.comment.value = { ...row.comment.value, version, text: text.value };
      undos.push({ row, textBefore: comment.text });
      toasts.show({ text: edit.saved, tone: 'done', isUndoable: true });
      onClose();
    });
  return (
    <Dialog title={edit.title(comment.author.name)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={edit.text} hint={edit.hint} rows={8} required dir="auto" text={text} />
        <ProblemLine text={problem.value} />
        <button type="submit" class="primary" disabled={isBusy.value}>
          {words.value.frame.save}
        </button>
      </form>
    </Dialog>
  );
};
