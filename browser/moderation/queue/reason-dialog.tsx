import { type Signal, useSignal } from '@preact/signals';
import { NOTE_MAX } from '../../../src/comment/limits.ts';
import { useDesk } from '../desk.ts';
import { TextField } from '../fields/text-field.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { Key } from '../shell/key.tsx';
import type { Details } from './decide.ts';

type Props = {
  /** Kept until it is sent. */
  readonly note: Signal<string>;
  /** Whether replies may hang on what is rejected. */
  readonly mayHaveReplies: boolean;
  readonly onReason: (details: Details) => void;
  readonly onClose: () => void;
};

const NONE = '';
const NONE_KEY = 'r';

/**
 * Why a comment is rejected, and a word to its author. A number rejects at once, as does `r` again for no reason at all; who chooses otherwise
 * says when it is done.
 */
export const ReasonDialog = ({ note, mayHaveReplies, onReason, onClose }: Props) => {
  const { words, keysOn } = useDesk();
  const { reasons, actions } = words.value.queue;
  const thread = useSignal(false);
  const codes = Object.keys(reasons.list);
  const reject = (reason: string) =>
    onReason({
      ...(reason === NONE ? {} : { reason }),
      ...(note.value.trim() ? { note: note.value.trim() } : {}),
      ...(thread.value ? { thread: true } : {}),
    });
  const onKeyDown = (event: KeyboardEvent) => {
    // Held down, the key that opened this would answer it as well.
    if (!keysOn.value || event.repeat || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const reason = event.key === NONE_KEY ? NONE : codes[Number(event.key) - 1];
    if (reason === undefined) return;
    event.preventDefault();
    reject(reason);
  };
  return (
    <Dialog title={actions.reject} onClose={onClose} onKeyDown={onKeyDown}>
      <form
        onSubmit={(event) => {
          reject(String(new FormData(event.currentTarget).get('reason')));
        }}
      >
        <ReasonList codes={codes} />
        <TextField label={reasons.note} hint={reasons.noteHint} rows={2} maxLength={NOTE_MAX} text={note} />
        {mayHaveReplies && <ThreadChoice isChosen={thread} />}
        <button type="submit" class="primary">
          {actions.reject}
        </button>
      </form>
    </Dialog>
  );
};

/** The reasons, each after its key, and none. The focus begins here, where keys are meant for reasons. */
const ReasonList = ({ codes }: { readonly codes: readonly string[] }) => {
  const { words, keysOn } = useDesk();
  const { reasons } = words.value.queue;
  const options = [
    ...codes.map((code, at) => [code, String(at + 1), reasons.list[code]] as const),
    [NONE, NONE_KEY, reasons.none] as const,
  ];
  return (
    <fieldset class="reasons">
      <legend>
        {reasons.legend}
        {keysOn.value && <span class="by-key"> {reasons.byKey}</span>}
      </legend>
      {options.map(([code, key, name], at) => (
        <label key={code} class="choice">
          <input
            type="radio"
            name="reason"
            value={code}
            required
            {...(at === 0 ? { autofocus: true } : {})}
          />
          {name}
          <Key name={key} />
        </label>
      ))}
    </fieldset>
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
