import type { Comment } from '../comment/comment.ts';
import type { AppealOutcome } from '../moderation/author/appeal.ts';
import type { SettleAppeal } from '../storage/receipt-store.ts';
import type { Consumer, Failure } from './consumer.ts';

/**
 * Answers the appeals of comments that a moderator decided on, and takes those of withdrawn and removed ones away. An appeal is answered
 * once however often the decision is told.
 */
export const settleAppeals: Consumer<{ readonly store: SettleAppeal }, 'comment'> = {
  name: 'settle-appeals',
  kinds: ['comment'],
  follow: async ({ store }, changes) => {
    const failed: Failure[] = [];
    for (const { site, article, before, after, at, record } of changes) {
      const outcome = outcomeOf(before, after);
      if (!before || !outcome) continue;
      try {
        const changedAt = after?.since ?? at;
        await store.settleAppeal(
          { site, article, id: before.id },
          { outcome, at: changedAt, comment: after },
        );
      } catch (cause) {
        failed.push({ record, cause });
      }
    }
    return failed;
  },
};

/** Undefined where no appeal can be concerned: nobody appeals against a publication. */
const outcomeOf = (before: Comment | undefined, after: Comment | undefined): AppealOutcome | undefined => {
  if (!before) return undefined;
  if (!after || after.status === 'withdrawn') return 'gone';
  if (before.status === 'approved') return undefined;
  if (after.seen && after.decision !== before.decision)
    return after.status === 'approved' || after.status === 'pending' ? 'granted' : 'upheld';
  return 'changed';
};
