import { useDesk } from '../desk.ts';
import { Dialog } from '../shell/dialog.tsx';

/** All keys, and what they do. */
export const HelpDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { frame, queue } = useDesk().words.value;
  const { keys, help, search } = frame;
  const { actions } = queue;
  const lines: readonly (readonly [readonly string[], string])[] = [
    [['j', 'k'], keys.move],
    [['a'], actions.approve],
    [['r', '1–9'], keys.reject],
    [['s'], actions.spam],
    [['u'], actions.restore],
    [['z'], keys.undo],
    [['y'], actions.reply],
    [['e'], actions.edit],
    [['b'], actions.ban],
    [['i'], keys.author],
    [['o'], keys.article],
    [['x'], actions.select],
    [['Maj', 'a', 'r', 's'], keys.bulk],
    [['n'], keys.fresh],
    [['/'], search],
    [['?'], keys.help],
  ];
  return (
    <Dialog title={help} onClose={onClose}>
      <dl class="keys">
        {lines.map(([pressed, meaning]) => (
          <div key={meaning}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key} class="key">
                  {key === 'Maj' ? '⇧' : key}
                </kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{keys.off}</p>
    </Dialog>
  );
};
