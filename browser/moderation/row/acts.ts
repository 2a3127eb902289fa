import { statusOf } from '../list/row.ts';
import type { Comment, Decision, Queue, Status } from '../wire.ts';
import { isErased } from './names.ts';

export type Act = Decision | 'reply' | 'edit' | 'ban';

/** The keys of acts, which their buttons show. */
export const keyOf: Readonly<Record<Act, string>> = {
  approve: 'a',
  reject: 'r',
  spam: 's',
  restore: 'u',
  reply: 'y',
  edit: 'e',
  ban: 'b',
};

const standing: Readonly<Record<Status, Act | undefined>> = {
  pending: 'restore',
  approved: 'approve',
  rejected: 'reject',
  spam: 'spam',
  withdrawn: undefined,
};
const ACTS: readonly Act[] = ['approve', 'reject', 'spam', 'restore', 'reply', 'edit', 'ban'];
const DECISIONS: readonly Act[] = ['approve', 'reject', 'spam', 'restore'];

/** What may be done with a comment: every move but staying, which answers an appeal or reports. Who withdrew it can be banned, until they erase it; the newsroom cannot. */
export const actsFor = (comment: Comment, queue: Queue | undefined): readonly Act[] => {
  const status = statusOf(comment.status, queue);
  const possible = comment.staff || isErased(comment) ? ACTS.filter((act) => act !== 'ban') : ACTS;
  if (status === 'withdrawn') return possible.filter((act) => act === 'ban');
  return possible.filter(
    (act) => !DECISIONS.includes(act) || act !== standing[status] || answers(act, queue),
  );
};

const answers = (act: Act, queue: Queue | undefined): boolean =>
  (queue === 'appeals' && act !== 'restore') || (queue === 'reported' && act === 'approve');

/** What an act is called on comments of some statuses: to leave all of them where they are has a name of its own. */
export const nameOf = (act: Act, statuses: readonly Status[]): Act | 'keep' | 'uphold' => {
  if (!statuses.every((status) => act === standing[status])) return act;
  return act === 'approve' ? 'keep' : 'uphold';
};
