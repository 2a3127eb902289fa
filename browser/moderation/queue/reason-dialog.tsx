import { type Signal, useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Key } from '../shell/key.tsx';
import type { Details } from './decide.ts';
import { TextField } from './text-field.tsx';

type Props = {
  /** Whether replies may hang on what is rejected. */
  readonly mayHaveReplies: boolean;
  readonly onReason: (details: Details) => void;
  readonly onClose: () => void;
};

const NOTE_MAX = 1_000;

/** Why a comment is rejected: a number, or `r` again for no reason at all; and a word to its author. */
export const ReasonDialog = ({ mayHaveReplies, onReason, onClose }: Props) => {
  const { reasons } = useDesk().words.value.queue;
  const note = useSignal('');
  const thread = useSignal(false);
  const codes = Object.keys(reasons.list);
  const choose = (reason: string | undefined) =>
    onReason({
      ...(reason ? { reason } : {}),
      ...(note.value.trim() ? { note: note.value.trim() } : {}),
      ...(thread.value ? { thread: true } : {}),
    });
  const onKeyDown = (event: KeyboardEvent) => {
    // Held down, the key that opened this would answer it as well.
    if (event.repeat || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const reason = codes[Number(event.key) - 1];
    if (!reason && event.key !== 'r') return;
    event.preventDefault();
    choose(reason);
  };
  return (
    <Dialog title={reasons.title} onClose={onClose} onKeyDown={onKeyDown}>
      <ReasonList codes={codes} onChoose={choose} />
      <TextField label={reasons.note} hint={reasons.noteHint} rows={2} maxLength={NOTE_MAX} text={note} />
      {mayHaveReplies && <ThreadChoice isChosen={thread} />}
    </Dialog>
  );
};

type ListProps = {
  readonly codes: readonly string[];
  readonly onChoose: (reason: string | undefined) => void;
};

/** A button for each reason, under its key, and one for none. */
const ReasonList = ({ codes, onChoose }: ListProps) => {
  const { reasons } = useDesk().words.value.queue;
  return (
    <ul class="reasons">
      {codes.map((code, at) => (
        <li key={code}>
          <button type="button" onClick={() => onChoose(code)}>
            <Key name={String(at + 1)} /> {reasons.list[code]}
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={() => onChoose(undefined)}>
          <Key name="r" /> {reasons.none}
        </button>
      </li>
    </ul>
  );
};

/** Whether the replies go along. */
const ThreadChoice = ({ isChosen }: { readonly isChosen: Signal<boolean> }) => (
  <label class="choice">
    <input
      type="checkbox"
      checked={isChosen.value}
      onChange={({ currentTarget }) => {
        isChosen.value = currentTarget.checked;
      }}
    />
    {useDesk().words.value.queue.reasons.thread}
  </label>
);

const isTyping = ({ target }: Event): boolean => target instanceof HTMLTextAreaElement;
