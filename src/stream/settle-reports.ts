import type { Comment } from '../comment/comment.ts';
import type { Status } from '../comment/status.ts';
import type { ReportOutcome } from '../moderation/report.ts';
import type { CommentChange } from '../moderation/steps.ts';
import type { SettleReports } from '../storage/report-store.ts';
import type { Consumer, Failure } from './consumer.ts';

/**
 * Settles the reports of comments that changed. A moderator's approval says that there is nothing wrong with one, a refusal that its
 * reporters were right; both count for the weight of their next reports and take the comment off the queue `reported`.
 */
export const settleReports: Consumer<{ readonly store: SettleReports }, 'comment'> = {
  name: 'settle-reports',
  kinds: ['comment'],
  follow: async ({ store }, changes) => {
    const failed: Failure[] = [];
    for (const change of changes) {
      const outcome = outcomeOf(change);
      const { site, article, after, before, at, record } = change;
      const id = (after ?? before)?.id;
      if (!outcome || !id) continue;
      try {
        const changedAt = after ? lastChangeOf(after) : at;
        await store.settleReports({ site, article, id }, { outcome, at: changedAt, comment: after });
      } catch (cause) {
        failed.push({ record, cause });
      }
    }
    return failed;
  },
};

/** When a comment was changed last: an edit leaves its status alone. */
const lastChangeOf = ({ edit, version, since }: Comment): number =>
  edit?.version === version ? edit.at : since;

/** What nobody looked at: published, held, or removed with its thread. */
const unseen = {
  ...{ approved: 'changed', pending: 'held' },
  ...{ rejected: 'gone', spam: 'gone', withdrawn: 'gone' },
} as const satisfies Readonly<Record<Status, ReportOutcome>>;

/** Undefined where no reports can be concerned: a new comment has none. */
const outcomeOf = ({ before, after }: CommentChange): ReportOutcome | undefined => {
  if (!before) return undefined;
  if (!after || after.status === 'withdrawn') return 'gone';
  if (!after.seen) return unseen[after.status];
  if (after.decision === before.decision) return 'changed';
  return after.status === 'approved' ? 'refused' : 'agreed';
};
