import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { CommentRef } from '../../../comment/comment.ts';
import type { Appeal } from '../../../moderation/author/appeal.ts';
import type { SettleAppeal } from '../../receipt-store.ts';
import { transact } from '../conditional-writes.ts';
import { type Condition, deleteOf, isStill, putOf } from '../expressions.ts';
import { appealKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { appealToItem, itemToAppeal } from './appeal-items.ts';
import { countAppeals } from './appeals.ts';

/** What follows for a comment's appeal when it changes. Half a read unit where there is none. */
export const createSettleAppeal = (table: Table): SettleAppeal => ({
  settleAppeal: async (ref, settled) => {
    const item = await table.get(appealKey(ref));
    const appeal = item && itemToAppeal(item);
    if (!appeal || (appeal.at > settled.at && settled.outcome !== 'gone')) return;
    const part = partOf(table, ref, appeal, settled);
    // Where the condition is not met, it was settled before.
    if (part) await transact(table, part);
  },
});

type Settled = Parameters<SettleAppeal['settleAppeal']>[1];

const partOf = (
  table: Table,
  ref: CommentRef,
  appeal: Appeal,
  { outcome, at, comment }: Settled,
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
