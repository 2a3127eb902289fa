import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Comment, CommentId } from '../../../comment/comment.ts';
import { DAY_MS } from '../../../comment/time.ts';
import type { FindReplied, SaveEdit, SaveReply } from '../../moderation-store.ts';
import { toItem } from '../attributes.ts';
import { commentToItem, STATUS } from '../codecs/comment-item.ts';
import { eventToItem } from '../codecs/event-item.ts';
import { EXPIRES_AT, toSeconds } from '../codecs/expiry.ts';
import { versionIn } from '../codecs/shown-map.ts';
import { editToUpdate, hasEdit } from '../codecs/text-updates.ts';
import { changedMeanwhile, partsOf, putDay, requestTokenOf } from '../comments.ts';
import { transact } from '../conditional-writes.ts';
import { checkOf, isStill, putOf, updateOf } from '../expressions.ts';
import { commentKey, repliedKey } from '../keys.ts';
import type { Table } from '../table.ts';

/** What the newsroom writes itself: other texts for comments, and replies. */
export const createTexts = (table: Table): SaveEdit & FindReplied & SaveReply => ({
  saveEdit: async (edit) => {
    const { site, article, id } = edit.comment;
    const parts = [
      { Update: updateOf(table, commentKey(site, article, id), editToUpdate(edit)) },
      { Put: putOf(table, eventToItem(edit.event)) },
    ];
    const unmet = await transact(table, parts, requestTokenOf(edit));
    const met = unmet?.parts.get(0);
    // The first attempt succeeded but its answer was lost, so the retry met its own result.
    if (unmet && !(met && hasEdit(met, edit))) throw changedMeanwhile(unmet);
  },

  findReplied: async (site, fingerprint) => {
    const item = await table.get(repliedKey(site, fingerprint), { ConsistentRead: true });
    return item?.id?.S as CommentId | undefined;
  },

  saveReply: async (reply, { approval, latest }) => {
    const { site, fingerprint, id, createdAt } = reply.comment;
    const replied = toItem({
      ...repliedKey(site, fingerprint),
      id,
      [EXPIRES_AT]: toSeconds(createdAt + DAY_MS),
    });
    const parts = [
      { Put: putOf(table, commentToItem(reply.comment), [['pk', 'absent']]) },
      { Put: putOf(table, eventToItem(reply.event)) },
      ...(approval ? partsOf(table, approval) : [isStillPublished(table, reply.comment)]),
      { Put: putOf(table, replied, [isStill('id', latest)]) },
    ];
    // Each attempt is a request of its own: a second one may hold another approval.
    const [unmet] = await Promise.all([transact(table, parts), table.send(putDay(table, reply.comment))]);
    const met = unmet?.parts.get(0);
    const isOwn = met && versionIn(met) !== undefined;
    if (unmet && !isOwn) throw changedMeanwhile(unmet);
  },
});

/** What a reply answers, where that is not published with it. */
const isStillPublished = (table: Table, { site, article, parent }: Comment): TransactWriteItem => ({
  ConditionCheck: checkOf(table, commentKey(site, article, parent as CommentId), [STATUS, '=', 'approved']),
});
