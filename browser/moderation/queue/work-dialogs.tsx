import { BanDialog } from '../bans/ban-dialog.tsx';
import type { Replied } from '../calls/comment-calls.ts';
import { useDesk } from '../desk.ts';
import { statusOf } from '../list/row.ts';
import { ArticlePanel } from '../panels/article-panel.tsx';
import { AuthorPanel } from '../panels/author-panel.tsx';
import { articleName, authorName } from '../row/names.ts';
import { Dialog } from '../shell/dialog.tsx';
import type { Queue } from '../wire.ts';
import { EditDialog } from './edit-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ReplyDialog } from './reply-dialog.tsx';
import { noteOf, type OpenDialog, type Work } from './work.ts';

type Props = {
  readonly work: Work;
  readonly queue: Queue | undefined;
};

/** The dialog that is open, if one is. */
export const WorkDialogs = ({ work, queue }: Props) => {
  const dialog = work.dialog.value;
  // An answer may come when another one is open.
  const onClose = () => {
    if (work.dialog.value === dialog) work.dialog.value = undefined;
  };
  return dialog ? <Opened {...{ dialog, work, queue, onClose }} /> : null;
};

type OpenedProps = Props & { readonly dialog: OpenDialog; readonly onClose: () => void };

const Opened = ({ dialog, work, queue, onClose }: OpenedProps) => {
  const { drafts, words } = useDesk();
  if (dialog.kind === 'reason')
    return (
      <ReasonDialog
        note={drafts.of(noteOf(dialog.rows))}
        mayHaveReplies={dialog.rows.some(
          ({ comment }) => statusOf(comment.value.status, queue) === 'approved',
        )}
        onReason={(details) => work.reject(dialog.rows, details)}
        onClose={onClose}
      />
    );
  const { kind, row } = dialog;
  const comment = row.comment.value;
  if (kind === 'reply') {
    const approves = statusOf(comment.status, queue) !== 'approved';
    const onSent = (replied: Replied) => {
      onClose();
      work.replied(row, replied);
    };
    return <ReplyDialog {...{ row, approves, onSent, onClose }} />;
  }
  if (kind === 'ban') return <BanDialog row={row} onClose={onClose} />;
  if (kind === 'edit') return <EditDialog row={row} onClose={onClose} />;
  if (kind === 'author')
    return (
      <Dialog title={authorName(comment, words.value.queue)} onClose={onClose}>
        <AuthorPanel comment={comment} />
      </Dialog>
    );
  return (
    <Dialog title={articleName(comment.article)} onClose={onClose}>
      <ArticlePanel id={comment.article.id} />
    </Dialog>
  );
};
