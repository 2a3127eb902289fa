import type { HasReply, SaveErasure, SaveRevision } from '../../receipt-store.ts';
import { toItem } from '../attributes.ts';
import { commentToItem, hasStanding } from '../codecs/comment-item.ts';
import { eventToItem } from '../codecs/event-item.ts';
import { VERSION } from '../codecs/shown-map.ts';
import { hasRevision, revisionToUpdate } from '../codecs/text-updates.ts';
import { changedMeanwhile, requestTokenOf } from '../comments.ts';
import { transact } from '../conditional-writes.ts';
import { putOf, updateOf } from '../expressions.ts';
import { articlePartition, commentKey, VIEW } from '../keys.ts';
import { hasAny } from '../lists/pages.ts';
import type { Table } from '../table.ts';

/** What the holder of a receipt changes of a comment: one transaction of the comment and its event. */
export const createOwnChanges = (table: Table): SaveRevision & SaveErasure => ({
  saveRevision: async (change) => {
    const { comment, event } = change;
    const { site, article, id } = comment;
    const unmet = await transact(
      table,
      [
        { Update: updateOf(table, commentKey(site, article, id), revisionToUpdate(comment)) },
        { Put: putOf(table, eventToItem(event)) },
      ],
      requestTokenOf(change),
    );
    const met = unmet?.parts.get(0);
    // The first attempt succeeded but its answer was lost, so the retry met its own result.
    if (unmet && !(met && hasRevision(met, comment))) throw changedMeanwhile(unmet);
  },

  saveErasure: async (change) => {
    const { comment, event } = change;
    const unmet = await transact(
      table,
      [
        { Put: putOf(table, commentToItem(comment), [[VERSION, '=', comment.version - 1]]) },
        { Put: putOf(table, eventToItem(event)) },
      ],
      requestTokenOf(change),
    );
    const met = unmet?.parts.get(0);
    if (unmet && !(met && hasStanding(met, comment))) throw changedMeanwhile(unmet);
  },
});

/** Behind a comment's place in its thread; places have letters and digits only. */
const BEHIND = '!';
const LAST = '~';

/** Replies come later than what they answer, so only the rest of the thread is looked at. */
export const createHasReply = (table: Table): HasReply => ({
  hasReply: ({ site, article, id, root }) =>
    hasAny(table, {
      IndexName: VIEW,
      KeyConditionExpression: 'v = :v AND vs BETWEEN :from AND :until',
      FilterExpression: 'shown.parent = :id',
      ExpressionAttributeValues: toItem({
        ':v': articlePartition(site, article),
        ':from': `${root}${id === root ? '' : id}${BEHIND}`,
        ':until': `${root}${LAST}`,
        ':id': id,
      }),
    }),
});
