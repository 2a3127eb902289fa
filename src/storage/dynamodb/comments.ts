import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Refusal } from '../../comment/refusal.ts';
import type { Standing, StatusChange } from '../../moderation/decision.ts';
import type { AddComment, FindComment, SaveStatus } from '../comment-store.ts';
import type { Item } from './attributes.ts';
import { transact, writeIf } from './conditional-writes.ts';
import { putOf, updateOf } from './expressions.ts';
import { commentToItem, eventToItem, itemToComment, toSeconds, verdictAttribute } from './items.ts';
import { commentKey, viewOf } from './keys.ts';
import type { Table } from './table.ts';
import { writeVerdict } from './verdicts.ts';

export const createComments = (table: Table): FindComment & AddComment & SaveStatus => ({
  find: async ({ site, article, id }) => {
    const item = await table.get(commentKey(site, article, id), { ConsistentRead: true });
    // One that cannot be read is reported and, for everybody else, not there.
    return item && table.readable([item], itemToComment)[0];
  },

  add: async (comment) => {
    const put = putOf(table, commentToItem(comment), [['pk', 'absent']]);
    const unmet = await writeIf(() => table.send(new PutItemCommand(put)));
    if (!unmet) return { comment, added: true };
    const stored = unmet.parts.get(0);
    if (!stored) throw unmet.cause;
    return { comment: itemToComment(stored), added: false };
  },

  saveStatus: async (change) => {
    const parts = [
      { Update: statusUpdate(table, change.comment) },
      { Put: putOf(table, eventToItem(change.event)) },
    ];
    const unmet = await transact(table, parts, requestTokenOf(change));
    // The answer to the first attempt was lost, and the retry met its own result.
    if (unmet && !isOwnWrite(unmet.parts.get(0), change.comment))
      throw new Refusal('changed-meanwhile', 'Somebody else changed the comment first.', {
        cause: unmet.cause,
      });
  },
});

/** The last 16 letters of the batch and of the comment: 36 is the longest DynamoDB takes. */
const requestTokenOf = ({ comment, event }: StatusChange) =>
  `${event.batch?.slice(-16)}-${comment.id.slice(-16)}`;

const statusUpdate = (table: Table, comment: Standing) => {
  const set = {
    status: comment.status,
    version: comment.version,
    since: comment.since,
    decision: comment.decision,
    v: viewOf(comment)?.v,
    vs: viewOf(comment)?.vs,
    expiresAt: comment.expiresAt === undefined ? undefined : toSeconds(comment.expiresAt),
    verdict: undefined,
    queueVerdict: undefined,
    [verdictAttribute(comment)]: writeVerdict(comment.verdict),
  };
  return updateOf(table, commentKey(comment.site, comment.article, comment.id), {
    set,
    remove: Object.keys(set).filter((name) => set[name as keyof typeof set] === undefined),
    only: [['version', '=', comment.version - 1]],
  });
};

const isOwnWrite = (item: Item | undefined, { version, decision }: Standing): boolean =>
  item?.version?.N === String(version) && decision !== undefined && item.decision?.S === decision;
