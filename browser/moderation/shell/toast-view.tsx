import { useDesk } from '../desk.ts';
import { takeBack } from '../queue/take-back.ts';
import { Icon } from '../row/icons.tsx';
import { Key } from './key.tsx';
import type { Toast } from './toasts.ts';

/** What was done last, and how to take it back. */
export const ToastView = () => {
  const desk = useDesk();
  const { toasts, words, undos } = desk;
  const toast = toasts.shown.value;
  const actOnce = ({ act }: Toast) => {
    toasts.hide();
    act?.run();
  };
  return (
    <div class="toast" role="status">
      {toast && (
        <p data-tone={toast.tone}>
          <Icon name={toast.tone === 'done' ? 'check' : 'alert'} />
          <span>{toast.text}</span>
          {toast.isUndoable && undos.count.value > 0 && (
            <button type="button" onClick={() => void takeBack(desk)}>
              {words.value.queue.actions.undo}
              <Key name="z" />
            </button>
          )}
          {toast.act && (
            <button type="button" onClick={() => actOnce(toast)}>
              {toast.act.label}
            </button>
          )}
          <button type="button" class="icon-only" onClick={toasts.hide}>
            <Icon name="close" />
            <span class="hidden">{words.value.frame.close}</span>
          </button>
        </p>
      )}
    </div>
  );
};
