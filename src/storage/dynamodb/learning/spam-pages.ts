import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { CommentId, CommentRef } from '../../../comment/comment.ts';
import { isCommentId, timeOf } from '../../../comment/comment-id.ts';
import { DAY_MS } from '../../../comment/time.ts';
import type { FetchSpamPages, ForgetSpamPages, KeepSpamPage, SpamPages } from '../../learning-store.ts';
import { type Item, toItem } from '../attributes.ts';
import { writeIf } from '../conditional-writes.ts';
import { updateOf } from '../expressions.ts';
import { spamPagesKey } from '../keys.ts';
import type { Table } from '../table.ts';
import type { Clock } from './memories.ts';

/** Comments whose pages a site remembers: 26 bytes of id and at most 40 of page each stay under 4 KB, half a read unit. */
export const SPAM_PAGES_MAX = 60;
/** Comments of one page that are remembered, so that a campaign for one does not push the others out. */
const OF_ONE_MAX = 3;
const KEPT_MS = 90 * DAY_MS;

/** How many comments of the last 90 days each page has, from a site's item. */
export const itemToSpamPages = (item: Item | undefined, now: number): SpamPages => {
  const counts = new Map<string, number>();
  for (const { owner } of entriesOf(item, now)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return counts;
};

export const createFetchSpamPages = (table: Table, { now }: Clock): FetchSpamPages => ({
  fetchSpamPages: async (site) =>
    itemToSpamPages(await table.get(spamPagesKey(site), { ConsistentRead: true }), now()),
});

/**
 * One item for each site, with an attribute named after each comment that a moderator filed as spam: its page. Keeping and
 * dropping one may happen twice and changes no other, so redelivered changes do no harm.
 */
export const createSpamPages = (table: Table, { now }: Clock): KeepSpamPage => ({
  keepSpamPage: async ({ site, id }, owner) => {
    const expiresAt = Math.floor((now() + KEPT_MS) / 1000);
    const update = updateOf(table, spamPagesKey(site), { set: { [id]: owner, expiresAt } });
    const { Attributes } = await table.send(new UpdateItemCommand({ ...update, ReturnValues: 'ALL_NEW' }));
    const left = excessOf(Attributes, now());
    if (left.length > 0)
      await table.send(new UpdateItemCommand(updateOf(table, spamPagesKey(site), { remove: left })));
  },
  dropSpamPage: async ({ site, id }: CommentRef) => {
    const update = { remove: [id], only: [[id, 'exists']] } as const;
    await writeIf(() => table.send(new UpdateItemCommand(updateOf(table, spamPagesKey(site), update))));
  },
});

export const createForgetSpamPages = (table: Table): ForgetSpamPages => ({
  forgetSpamPages: async (site) => {
    await table.send(new PutItemCommand({ TableName: table.name, Item: toItem(spamPagesKey(site)) }));
  },
});

type Entry = { readonly id: CommentId; readonly owner: string };

/** Newest comment first. */
const entriesOf = (item: Item | undefined, now: number): readonly Entry[] =>
  Object.entries(item ?? {})
    .flatMap(([id, { S: owner }]) => (isCommentId(id) && owner !== undefined ? [{ id, owner }] : []))
    .filter(({ id }) => Math.abs(now - timeOf(id)) < KEPT_MS)
    .sort((a, b) => (a.id < b.id ? 1 : -1));

/** Entries to drop: too old, beyond the third of one page, or beyond the item's limit. */
const excessOf = (item: Item | undefined, now: number): readonly string[] => {
  const entries = entriesOf(item, now);
  const kept = entries
    .filter((entry) => entries.filter(({ owner }) => owner === entry.owner).indexOf(entry) < OF_ONE_MAX)
    .slice(0, SPAM_PAGES_MAX)
    .map(({ id }) => id);
  return Object.keys(item ?? {}).filter((name) => isCommentId(name) && !kept.includes(name));
};
