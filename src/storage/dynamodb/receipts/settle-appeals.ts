import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { CommentRef } from '../../../comment/comment.ts';
import { type Appeal, type AppealOutcome, appealedStatuses } from '../../../moderation/author/appeal.ts';
import type { SettleAppeal } from '../../receipt-store.ts';
import { hasMovedOn } from '../audit/has-moved-on.ts';
import { transact } from '../conditional-writes.ts';
import { type Condition, deleteOf, isStill, putOf } from '../expressions.ts';
import { appealKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { appealToItem, itemToAppeal } from './appeal-items.ts';
import { countAppeals } from './appeals.ts';

/** What follows for a comment's appeal when it changes. A read unit where there is none: it may have come just before. */
export const createSettleAppeal = (table: Table): SettleAppeal => ({
  settleAppeal: async (ref, settled) => {
    const item = await table.get(appealKey(ref), { ConsistentRead: true });
    const appeal = item && table.readable([item], itemToAppeal)[0];
    if (!appeal || (await isOfLater(table, appeal, settled))) return;
    const part = isAnswerOf(settled, appeal)
      ? reopened(table, appeal, settled)
      : partOf(table, ref, appeal, { ...settled, outcome: outcomeOf(settled) });
    // Where the condition is not met, it was settled before.
    if (part) await transact(table, part);
  },
});

type Settled = Parameters<SettleAppeal['settleAppeal']>[1];

/** Whether an appeal asks about nothing that happened so early. Of what is published nobody asks anything, and another text is no answer. */
const isOfLater = async (
  table: Table,
  { at, waitsSince = at }: Appeal,
  { outcome, at: changedAt, comment }: Settled,
): Promise<boolean> => {
  if (!comment || outcome === 'gone' || waitsSince <= changedAt) return false;
  const mayBeEarlier = outcome === 'changed' || comment.status === 'approved';
  return !mayBeEarlier || hasMovedOn(table, comment);
};

/** Whether what was taken back is the decision that answered the appeal. */
const isAnswerOf = ({ outcome, undoneAt }: Settled, { answer, answeredAt }: Appeal): boolean =>
  outcome === 'undone' && answer !== undefined && answeredAt === undoneAt;

/** It waits as before. A decision of before is no answer any more, however late it is told. */
const reopened = (
  table: Table,
  { answer: _, answeredAt, ...asked }: Appeal,
  { at, comment }: Settled,
): readonly TransactWriteItem[] | undefined => {
  const listedAs = appealedStatuses.find((status) => status === comment?.status);
  if (!comment || !listedAs) return undefined;
  const item = appealToItem({ ...asked, listedAs, waitsSince: at + 1 }, comment);
  return [
    { Put: putOf(table, item, [isStill('answered', answeredAt), ['pk', 'exists']]) },
    ...countAppeals(table, asked.site, 1),
  ];
};

/** Whoever takes back the decision that an appeal is against, grants it. */
const outcomeOf = ({ outcome, comment }: Settled): Exclude<AppealOutcome, 'undone'> => {
  if (outcome !== 'undone') return outcome;
  return comment?.status === 'approved' || comment?.status === 'pending' ? 'granted' : 'changed';
};

const partOf = (
  table: Table,
  ref: CommentRef,
  appeal: Appeal,
  { outcome, at, comment }: Settled & { readonly outcome: Exclude<AppealOutcome, 'undone'> },
): readonly TransactWriteItem[] | undefined => {
  const { listedAs, ...unlisted } = appeal;
  const only: readonly Condition[] = [isStill('listed', listedAs), ['pk', 'exists']];
  const leaves = countAppeals(table, ref.site, listedAs === undefined ? 0 : -1);
  const isOver = !comment || outcome === 'gone' || (isBeforeDecision(appeal) && outcome !== 'changed');
  if (isOver) return [{ Delete: deleteOf(table, appealKey(ref), [...only]) }, ...leaves];
  if (listedAs === undefined) return undefined;
  if (outcome === 'changed') return [{ Put: putOf(table, appealToItem(appeal, comment), [...only]) }];
  const answered = { ...unlisted, answer: outcome, answeredAt: at };
  return [{ Put: putOf(table, appealToItem(answered, comment), [...only]) }, ...leaves];
};

/** One that came before any decision is forgotten with the first: that can be appealed against. */
const isBeforeDecision = ({ listedAs, answer }: Appeal): boolean =>
  listedAs === 'pending' || (listedAs === undefined && answer === undefined);
