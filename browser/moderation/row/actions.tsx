import { useDesk } from '../desk.ts';
import { Key } from '../shell/key.tsx';
import type { Status } from '../wire.ts';
import { type Act, keyOf, nameOf } from './acts.ts';

type Props = {
  readonly status: Status;
  readonly acts: readonly Act[];
  readonly onAct: (act: Act) => void;
};

/** The buttons of the selected row; on a phone they are a bar at the bottom of the screen. */
export const Actions = ({ status, acts, onAct }: Props) => {
  const { words, keysOn } = useDesk();
  const { actions } = words.value.queue;
  return (
    <div class="actions">
      {acts.map((act) => (
        <button
          key={act}
          type="button"
          class={act}
          onClick={() => onAct(act)}
          {...(keysOn.value ? { 'aria-keyshortcuts': keyOf[act] } : {})}
        >
          {actions[nameOf(act, [status])]}
          <Key name={keyOf[act]} />
        </button>
      ))}
    </div>
  );
};
