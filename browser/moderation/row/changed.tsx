import { useDesk } from '../desk.ts';
import type { Comment } from '../wire.ts';
import { Icon } from './icons.tsx';

/** Who changed the text last, and why its author asks to look again: of the queue of appeals alone. */
export const Changed = ({ comment }: { readonly comment: Comment }) => {
  const { queue: words } = useDesk().words.value;
  const { edited } = comment;
  const appeal = 'appeal' in comment ? comment.appeal : undefined;
  return (
    <>
      {edited && <p class="soft">{words.edited[edited]}</p>}
      {appeal && (
        <p class="answered appeal">
          <Icon name="answer" />
          <span>
            {words.appeal.asks} {appeal.text && <q>{appeal.text}</q>}
          </span>
        </p>
      )}
    </>
  );
};
