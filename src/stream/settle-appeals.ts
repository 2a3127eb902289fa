import type { Comment } from '../comment/comment.ts';
import type { AppealOutcome } from '../moderation/author/appeal.ts';
import type { CommentChange } from '../moderation/steps.ts';
import type { WasUndone } from '../storage/comment-store.ts';
import type { SettleAppeal } from '../storage/receipt-store.ts';
import type { Consumer, Failure } from './consumer.ts';
import { undoneAt } from './undone.ts';

type Store = SettleAppeal & WasUndone;

/**
 * Answers the appeals of comments that a moderator decided on, lets those wait again whose answer was taken back, and takes those of withdrawn
 * and removed comments away. An appeal is answered once however often the decision is told.
 */
export const settleAppeals: Consumer<{ readonly store: Store }, 'comment'> = {
  name: 'settle-appeals',
  kinds: ['comment'],
  follow: async ({ store }, changes) => {
    const failed: Failure[] = [];
    for (const change of changes)
      try {
        await settle(store, change);
      } catch (cause) {
        failed.push({ record: change.record, cause });
      }
    return failed;
  },
};

const settle = async (store: Store, change: CommentChange): Promise<void> => {
  const { site, article, before, after, at } = change;
  const undone = await undoneAt(store, change);
  const outcome = undone === undefined ? outcomeOf(before, after) : 'undone';
  if (!before || !outcome) return;
  await store.settleAppeal(
    { site, article, id: before.id },
    {
      ...{ outcome, at: after?.since ?? at, comment: after },
      ...(undone === undefined ? {} : { undoneAt: undone }),
    },
  );
};

/** Undefined when the change cannot concern an appeal: nobody appeals against a publication. */
const outcomeOf = (before: Comment | undefined, after: Comment | undefined): AppealOutcome | undefined => {
  if (!before) return undefined;
  if (!after || after.status === 'withdrawn') return 'gone';
  if (before.status === 'approved') return undefined;
  if (after.seen && after.decision !== before.decision)
    return after.status === 'approved' || after.status === 'pending' ? 'granted' : 'upheld';
  return 'changed';
};
