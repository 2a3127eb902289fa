import { PutItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import { dayOf } from '../../comment/time.ts';
import type { AuditEvent, StatusChange } from '../../moderation/status-change.ts';
import type {
  AddComment,
  FindChange,
  FindChanges,
  FindComment,
  FindComments,
  SaveStatus,
} from '../comment-store.ts';
import type { Item } from './attributes.ts';
import { changeToUpdate, commentToItem, hasStanding, itemToComment } from './codecs/comment-item.ts';
import { eventToItem } from './codecs/event-item.ts';
import { transact, type Unmet, writeIf } from './conditional-writes.ts';
import { putOf, updateOf } from './expressions.ts';
import { commentKey, eventKey } from './keys.ts';
import type { Table } from './table.ts';
import { memberKey } from './team/member-item.ts';
import { createMemberNames } from './team/member-names.ts';
import { touchDay } from './touched-days.ts';

export const createComments = (
  table: Table,
): FindComment & FindComments & FindChange & FindChanges & AddComment & SaveStatus => ({
  find: async ({ site, article, id }) => {
    const item = await table.get(commentKey(site, article, id), { ConsistentRead: true });
    // Report a damaged item, and treat it as absent.
    return item && table.readable([item], itemToComment)[0];
  },

  findAll: async (refs) => {
    const items = await table.getAll(refs.map(({ site, article, id }) => commentKey(site, article, id)));
    return table.readable(items, itemToComment);
  },

  findChange: async ({ site, article, id: comment, version, since, edit }) => {
    if (edit?.version === version) return { by: await nameOf(table, site, edit.by), at: edit.at };
    const event = await table.get(eventKey({ site, article, comment, at: since, version }));
    const by = byIn(event);
    return { by: by === undefined ? undefined : await nameOf(table, site, by), at: since };
  },

  findChanges: async (site, comments) => {
    const keys = comments.map(({ article, id: comment, since, version }) =>
      eventKey({ site, article, comment, at: since, version }),
    );
    const events = new Map((await table.getAll(keys)).map((item) => [item.sk?.S, item]));
    const ids = keys.map(({ sk }) => byOfDecision(events.get(sk)));
    const names = await createMemberNames(table).readMemberNames(
      site,
      ids.filter((id) => id !== undefined),
    );
    return comments.map(({ since }, at) => ({ by: names.get(ids[at] ?? '') ?? ids[at], at: since }));
  },

  add: async (comment) => {
    // Both writes in one round trip: the nightly jobs find the comment through its day even if the stream loses it.
    const [added] = await Promise.all([create(table, comment), table.send(putDay(table, comment))]);
    return added;
  },

  saveStatus: async (change) => {
    const unmet = await transact(table, partsOf(table, change), requestTokenOf(change));
    const met = unmet?.parts.get(0);
    // The first attempt succeeded but its answer was lost, so the retry met its own result.
    if (unmet && !(met && hasStanding(met, change.comment))) throw changedMeanwhile(unmet);
  },
});

/** Who takes a later decision back did not make the one before it. */
const byOfDecision = (event: Item | undefined) => (event?.action?.S === 'undo' ? undefined : byIn(event));

const byIn = (event: Item | undefined) => (event?.action?.S === 'screen' ? undefined : event?.by?.S);

const nameOf = async (table: Table, site: string, id: string): Promise<string> =>
  (await table.get(memberKey(site, id)))?.name?.S ?? id;

/** A change and its event. */
export const partsOf = (table: Table, change: StatusChange): readonly TransactWriteItem[] => {
  const { site, article, id } = change.comment;
  return [
    { Update: updateOf(table, commentKey(site, article, id), changeToUpdate(change)) },
    { Put: putOf(table, eventToItem(change.event)) },
  ];
};

export const changedMeanwhile = ({ cause }: Unmet) =>
  new Refusal('changed-meanwhile', 'Somebody else changed the comment first.', { cause });

const create = async (table: Table, comment: Comment) => {
  const put = putOf(table, commentToItem(comment), [['pk', 'absent']]);
  const unmet = await writeIf(() => table.send(new PutItemCommand(put)));
  if (!unmet) return { comment, added: true };
  const stored = unmet.parts.get(0);
  if (!stored) throw unmet.cause;
  return { comment: itemToComment(stored), added: false };
};

/** The day on which a comment came in. */
export const putDay = (table: Table, { site, article, createdAt }: Comment) =>
  touchDay(table, { site, article, day: dayOf(createdAt) });

/** The ends of the batch and of the comment's id, which are random, and the new version: what is decided anew on a later one is another request. */
export const requestTokenOf = ({
  comment,
  event,
}: {
  readonly comment: Pick<Comment, 'id'>;
  readonly event: AuditEvent;
}) => `${event.batch?.slice(-16)}${comment.id.slice(-12)}-${event.version.toString(36)}`;
