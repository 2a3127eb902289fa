import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { Dialog } from './dialog.tsx';

type Props = {
  readonly label: string;
  /** Of the question; the label when absent. */
  readonly title?: string;
  /** What it does, and whether it can be undone. */
  readonly question: string;
  readonly onConfirm: () => void;
};

/** A button for what cannot be undone: it asks once more. */
export const ConfirmButton = ({ label, title = label, question, onConfirm }: Props) => {
  const { frame } = useDesk().words.value;
  const isOpen = useSignal(false);
  const close = () => {
    isOpen.value = false;
  };
  return (
    <>
      <button
        type="button"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {label}
      </button>
      {isOpen.value && (
        <Dialog title={title} onClose={close}>
          <p>{question}</p>
          <p class="buttons">
            <button type="button" onClick={close}>
              {frame.cancel}
            </button>
            <button
              type="button"
              class="primary"
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {label}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
};
