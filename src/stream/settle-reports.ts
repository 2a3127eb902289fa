import type { Comment } from '../comment/comment.ts';
import type { Status } from '../comment/status.ts';
import type { ReportOutcome } from '../moderation/report.ts';
import type { CommentChange } from '../moderation/steps.ts';
import type { WasUndone } from '../storage/comment-store.ts';
import type { EraseReports, SettleReports } from '../storage/report-store.ts';
import type { Consumer, Failure } from './consumer.ts';
import { undoneAt } from './undone.ts';

type Store = SettleReports & EraseReports & WasUndone;

/**
 * Settles the reports of comments that changed. A moderator's approval says that there is nothing wrong with one, a refusal that its
 * reporters were right; both change the weight of their next reports and take the comment off the queue `reported`, until they are undone. Erasing a
 * comment removes its reports.
 */
export const settleReports: Consumer<{ readonly store: Store }, 'comment'> = {
  name: 'settle-reports',
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
  const { site, article, after, before, at } = change;
  const undone = await undoneAt(store, change);
  const outcome = undone === undefined ? outcomeOf(change) : 'undone';
  const id = (after ?? before)?.id;
  if (!outcome || !id) return;
  await store.settleReports(
    { site, article, id },
    {
      ...{ outcome, at: after ? timeOf(outcome, after) : at, comment: after },
      ...(undone === undefined ? {} : { undoneAt: undone }),
    },
  );
  if (after?.erasedAt !== undefined) await store.eraseReports({ site, article, id });
};

/** When what concerns the reports happened. An edit leaves the status alone, and answers no report that came after the decision. */
const timeOf = (outcome: ReportOutcome | 'undone', { edit, version, since }: Comment): number => {
  const isAnswer = outcome === 'agreed' || outcome === 'refused';
  return edit?.version === version && !isAnswer ? edit.at : since;
};

/** Statuses that no moderator gave after a look: published, held, or removed with the thread. */
const unseen = {
  ...{ approved: 'changed', pending: 'held' },
  ...{ rejected: 'gone', spam: 'gone', withdrawn: 'gone' },
} as const satisfies Readonly<Record<Status, ReportOutcome>>;

/** Undefined when the change cannot concern reports: a new comment has none. */
const outcomeOf = ({ before, after }: CommentChange): ReportOutcome | undefined => {
  if (!before) return undefined;
  if (!after || after.status === 'withdrawn') return 'gone';
  if (!after.seen) return unseen[after.status];
  if (after.decision === before.decision) return 'changed';
  return after.status === 'approved' ? 'refused' : 'agreed';
};
