import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Key } from '../shell/key.tsx';
import type { Details } from './decide.ts';

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
      <ul class="reasons">
        {codes.map((code, at) => (
          <li key={code}>
            <button type="button" onClick={() => choose(code)}>
              <Key name={String(at + 1)} /> {reasons.list[code]}
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => choose(undefined)}>
            <Key name="r" /> {reasons.none}
          </button>
        </li>
      </ul>
      <label class="field">
        {reasons.note}
        <textarea
          rows={2}
          maxLength={NOTE_MAX}
          value={note.value}
          onInput={({ currentTarget }) => {
            note.value = currentTarget.value;
          }}
        />
        <small>{reasons.noteHint}</small>
      </label>
      {mayHaveReplies && (
        <label class="choice">
          <input
            type="checkbox"
            checked={thread.value}
            onChange={({ currentTarget }) => {
              thread.value = currentTarget.checked;
            }}
          />
          {reasons.thread}
        </label>
      )}
    </Dialog>
  );
};

const isTyping = ({ target }: Event): boolean => target instanceof HTMLTextAreaElement;
