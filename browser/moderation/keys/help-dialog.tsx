import { useDesk } from '../desk.ts';
import { Dialog } from '../shell/dialog.tsx';

/** All keys, and what they do. */
export const HelpDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { keys } = useDesk().words.value.frame;
  const lines: readonly (readonly [readonly string[], string])[] = [
    [['j', 'k'], keys.move],
    [['a'], keys.approve],
    [['r'], keys.reject],
    [['s'], keys.spam],
    [['z'], keys.undo],
    [['y'], keys.reply],
    [['e'], keys.edit],
    [['b'], keys.ban],
    [['i'], keys.author],
    [['o'], keys.article],
    [['x'], keys.select],
    [['Maj', 'a', 'r', 's'], keys.bulk],
    [['n'], keys.fresh],
    [['/'], keys.search],
    [['?'], keys.help],
  ];
  return (
    <Dialog title={keys.title} onClose={onClose}>
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
