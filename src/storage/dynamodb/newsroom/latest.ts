import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { CommentId } from '../../../comment/comment.ts';
import { firstIdAt } from '../../../comment/comment-id.ts';
import { DAY_MS } from '../../../comment/time.ts';
import type { DecidedComment, KeepLatest, ListLatest } from '../../moderation-store.ts';
import { type Item, optional, textOf, toItem } from '../attributes.ts';
import { itemToComment } from '../codecs/comment-item.ts';
import { EXPIRES_AT, toSeconds } from '../codecs/expiry.ts';
import { putOf } from '../expressions.ts';
import { commentKey, latestKey, latestPartition } from '../keys.ts';
import { searchEntries } from '../lists/search-entries.ts';
import { eventOf } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { createMemberNames } from '../team/member-names.ts';

const KEPT_DAYS = 30;
/** Entries that are looked at for one page, each with its comment; and those of which few comments are read. */
const EXAMINED_MAX = 200;
const SIFTED_MAX = 1_000;

/** What was decided or published on a site. It holds no text: comments are read as they are now. */
export const createKeepLatest = (table: Table): KeepLatest => ({
  keepLatest: async ({ article, action, by, reason, ...ref }) => {
    const item = toItem({
      ...latestKey(ref),
      ...{ article, action, by, reason },
      [EXPIRES_AT]: toSeconds(ref.at + KEPT_DAYS * DAY_MS),
    });
    await table.send(new PutItemCommand(putOf(table, item)));
  },
});

export const createListLatest = (table: Table): ListLatest => ({
  listLatest: async ({ site, limit, from, after, before, actions, matches = () => true }) => {
    const query = {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
      ExpressionAttributeValues: toItem({
        ':pk': latestPartition(site),
        ':from': `L#${after === undefined ? '' : firstIdAt(after + 1)}`,
        ':until': `L#${before === undefined ? '~' : firstIdAt(before)}`,
      }),
      ScanIndexForward: false,
    };
    const find = async (entries: readonly Item[], found: readonly DecidedComment[]) => {
      const asked = entries.filter(({ action }) => actions?.includes(action?.S ?? '') ?? true);
      const decided = await commentsOf(table, site, asked);
      const isNew = ({ id }: DecidedComment) => !found.some((other) => other.id === id);
      return decided.filter(({ value }) => isNew(value) && matches(value));
    };
    const examinedMax = actions ? SIFTED_MAX : EXAMINED_MAX;
    return searchEntries(table, query, { limit, from, examinedMax, find });
  },
});

/** The comments behind entries of one page, each where its newest entry stands. What is gone is left out. */
const commentsOf = async (
  table: Table,
  site: string,
  entries: readonly Item[],
): Promise<readonly { readonly entry: Item; readonly value: DecidedComment }[]> => {
  type Decided = DecidedComment['decided'] & {
    readonly article: string;
    readonly version: number;
    readonly entry: Item;
  };
  const decided = new Map<CommentId, Decided>();
  for (const entry of entries) {
    const { comment, at, version } = eventOf(textOf(entry, 'sk'));
    const said = { ...optional('by', entry), ...optional('reason', entry) };
    if (!decided.has(comment))
      decided.set(comment, {
        entry,
        article: textOf(entry, 'article'),
        action: textOf(entry, 'action'),
        at,
        version,
        ...said,
      });
  }
  const keys = [...decided].map(([id, { article }]) => commentKey(site, article, id));
  const [items, names] = await Promise.all([
    table.getAll(keys),
    createMemberNames(table).readMemberNames(
      site,
      [...decided.values()].flatMap(({ by }) => by ?? []),
    ),
  ]);
  const comments = table.readable(items, itemToComment);
  return [...decided].flatMap(([id, { article: _, version, entry, by, ...of }]) => {
    const comment = comments.find((one) => one.id === id && (one.decidedVersion ?? version) === version);
    const name = by === undefined ? {} : { by: names.get(by) ?? by };
    return comment ? [{ entry, value: { ...comment, decided: { ...of, ...name } } }] : [];
  });
};
