import { useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { TextField } from '../fields/text-field.tsx';
import type { Row } from '../list/row.ts';
import { useBusy } from '../shell/busy.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import { readAgain } from './read-again.ts';

type Props = { readonly row: Row; readonly onClose: () => void };

/** Changes a comment's text; the one that was submitted is kept. */
export const EditDialog = ({ row, onClose }: Props) => {
  const desk = useDesk();
  const { words, calls, toasts, undos, drafts } = desk;
  const { edit, quote } = words.value.queue;
  const { isBusy, problem, field, send } = useBusy();
  const comment = row.comment.value;
  const opened = useRef(comment.text).current;
  const name = `edit ${comment.id}`;
  const text = drafts.of(name, comment.text);
  const isDraft = useRef(text.peek() !== comment.text).current && text.value !== comment.text;
  const saved = (sent: string, version: number) => {
    const typed = text.value;
    drafts.drop(name);
    row.comment.value = { ...row.comment.value, version, text: sent };
    undos.push({ row, textBefore: comment.text });
    toasts.show({ text: edit.saved, tone: 'done', isUndoable: true });
    // What was typed meanwhile is a draft of what was saved.
    if (typed === sent) onClose();
    else drafts.of(name, sent).value = typed;
  };
  /** What was typed becomes a draft of the text as it is now. */
  const rebase = async () => {
    const found = await readAgain(desk, row);
    if (found) drafts.of(name, found.text).value = text.value;
  };
  const save = () => {
    const sent = text.value;
    return send(calls.edit(comment, sent), ({ version }) => saved(sent, version), rebase);
  };
  return (
    <Dialog title={edit.title(comment.author.name)} onClose={onClose}>
      <form onSubmit={() => void save()}>
        {isDraft && (
          <p class="buttons" role="status">
            {edit.draft}
            <button
              type="button"
              onClick={() => {
                text.value = comment.text;
              }}
            >
              {edit.afresh}
            </button>
          </p>
        )}
        <TextField name="text" label={edit.text} hint={edit.hint} rows={8} required dir="auto" text={text} />
        <ProblemLine text={problem.value} field={field.value} />
        {comment.text !== opened && <blockquote dir="auto">{quote(comment.text)}</blockquote>}
        <BusyButton isBusy={isBusy}>{words.value.frame.save}</BusyButton>
      </form>
    </Dialog>
  );
};
