import type { Desk } from '../desk.ts';
import { isWaiting, type Row } from '../list/row.ts';

/** A list that was opened while a decision was under way has a row of its own for its comment: what became of it shows there as well. */
export const passOn = ({ shown }: Pick<Desk, 'shown'>, row: Row): void => {
  const { queue, listing } = shown.current ?? {};
  const other = listing?.rows.value.find(({ id }) => id === row.id);
  if (!other || other === row) return;
  other.comment.value = { ...other.comment.value, ...row.comment.value };
  // What was decided last stays in the list of that.
  if (queue !== 'recent' && isWaiting(other)) other.phase.value = row.phase.value;
};
