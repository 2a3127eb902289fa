import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { CommentId } from '../../../comment/comment.ts';
import { isCommentId, newCommentId, TAG_BYTES, timeOf } from '../../../comment/comment-id.ts';
import { DAY_MS } from '../../../comment/time.ts';
import { hashText } from '../../../screening/text/hash.ts';
import type { FetchSpamPages, ForgetSpamPages, KeepSpamPage, SpamPages } from '../../learning-store.ts';
import { countOf, type Item, toItem } from '../attributes.ts';
import { toSeconds } from '../codecs/expiry.ts';
import { transact, writeIf } from '../conditional-writes.ts';
import { isStill, type Update, updateOf } from '../expressions.ts';
import { type Key, spamPagesKey } from '../keys.ts';
import type { Table } from '../table.ts';
import type { Clock } from './memories.ts';

/** Comments whose pages a site remembers: 26 bytes of id and at most 40 of page each stay under 4 KB, half a read unit. */
export const SPAM_PAGES_MAX = 60;
/** Comments of one page that submissions are held against, so that a campaign for one does not push the others out. */
const OF_ONE_MAX = 3;
/** Comments of one page that wait to take the place of those: 27 bytes each, under 3 KB. */
const SPARE_MAX = 100;
const KEPT_MS = 90 * DAY_MS;
const TRIES = 4;
/** When the site forgot all, in milliseconds since 1970: what waits since before takes nobody's place. */
const FORGOTTEN = 'forgotten';

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
 * One item for each site, with an attribute named after each comment that a moderator filed as spam: its page. What is too much of one page is kept
 * beside it, in an item of the page's own that no submission reads. Keeping and dropping one may happen twice and changes no other, so
 * redelivered changes do no harm.
 */
export const createSpamPages = (table: Table, clock: Clock): KeepSpamPage => ({
  keepSpamPage: (ref, owner) => keep(table, clock, ref, owner),
  dropSpamPage: (ref, owner) => drop(table, clock, ref, owner),
  unnameSpamPage: async (ref, owner) => {
    const { site, id } = ref;
    if (!(await isKept(table, ref, owner))) return;
    if (!owner.includes('/')) await keep(table, clock, { site, id: unnamed(id, owner) }, owner);
    await drop(table, clock, ref, owner);
  },
});

export const createForgetSpamPages = (table: Table, { now }: Clock): ForgetSpamPages => ({
  forgetSpamPages: async (site) => {
    const Item = toItem({ ...spamPagesKey(site), [FORGOTTEN]: now() });
    await table.send(new PutItemCommand({ TableName: table.name, Item }));
  },
});

type Filed = { readonly site: string; readonly id: CommentId; readonly since?: number };

const keep = async (
  table: Table,
  { now }: Clock,
  { site, id, since }: Filed,
  owner: string,
): Promise<void> => {
  const expiresAt = toSeconds(now() + KEPT_MS);
  const only = since === undefined ? [] : [[FORGOTTEN, 'absent or <=', since] as const];
  const item = await change(table, spamPagesKey(site), { set: { [id]: owner, expiresAt }, only });
  const { left, spare } = excessOf(item, now(), owner);
  if (spare.length > 0) {
    const set = { ...Object.fromEntries(spare.map((one) => [one, 1])), expiresAt };
    const waiting = spareIn(await change(table, spareKey(site, item, owner), { set }), now());
    const oldest = waiting.slice(SPARE_MAX);
    if (oldest.length > 0) await change(table, spareKey(site, item, owner), { remove: oldest });
  }
  if (left.length > 0) await change(table, spamPagesKey(site), { remove: left });
};

/** What waits goes first, so that nobody gives it a place any more. */
const drop = async (table: Table, clock: Clock, { site, id }: Filed, owner: string): Promise<void> => {
  const gone = { remove: [id], only: [['pk', 'exists']] } as const;
  const before = await table.get(spamPagesKey(site), { ConsistentRead: true });
  if (!before) return;
  await change(table, spareKey(site, before, owner), gone);
  await change(table, spamPagesKey(site), gone);
  for (let tried = 0; tried < TRIES; tried += 1) if (await fillPlaces(table, clock, site, owner)) return;
  throw new Error('Others kept changing the same page’s comments.');
};

/** Gives those that wait the places that are free. @returns false when somebody else gave, or took, one of them */
const fillPlaces = async (table: Table, { now }: Clock, site: string, owner: string): Promise<boolean> => {
  const item = await table.get(spamPagesKey(site), { ConsistentRead: true });
  const key = spareKey(site, item, owner);
  const spare = item && (await table.get(key, { ConsistentRead: true }));
  const stored = entriesOf(item, now()).filter((entry) => entry.owner === owner);
  const waiting = spareIn(spare, now()).filter((one) => item?.[one] === undefined);
  const next = waiting.slice(0, Math.max(0, OF_ONE_MAX - stored.length));
  if (next.length === 0) return true;
  const forgotten = countOf(item, FORGOTTEN) || undefined;
  const unmet = await transact(table, [
    {
      Update: updateOf(table, spamPagesKey(site), {
        set: Object.fromEntries(next.map((one) => [one, owner])),
        only: [isStill(FORGOTTEN, forgotten)],
      }),
    },
    { Update: updateOf(table, key, { remove: next, only: next.map((one) => [one, 'exists'] as const) }) },
  ]);
  return unmet === undefined;
};

const isKept = async (table: Table, { site, id }: Filed, owner: string): Promise<boolean> => {
  const item = await table.get(spamPagesKey(site), { ConsistentRead: true });
  if (!item) return false;
  if (item[id] !== undefined) return true;
  const spare = await table.get(spareKey(site, item, owner), { ConsistentRead: true });
  return spare?.[id] !== undefined;
};

/** The item after an update; undefined when its condition was not met. */
const change = async (table: Table, key: Key, update: Update): Promise<Item | undefined> => {
  let after: Item | undefined;
  await writeIf(async () => {
    const input = { ...updateOf(table, key, update), ReturnValues: 'ALL_NEW' as const };
    after = (await table.send(new UpdateItemCommand(input))).Attributes;
  });
  return after;
};

const spareKey = (site: string, item: Item | undefined, owner: string): Key =>
  spamPagesKey(site, `#${countOf(item, FORGOTTEN)}#${owner}`);

/** An id of the comment's day that names the page alone. */
const unnamed = (id: CommentId, owner: string): CommentId => {
  const time = timeOf(id);
  const tag = new DataView(new ArrayBuffer(TAG_BYTES));
  tag.setUint32(0, hashText(owner));
  tag.setUint32(4, hashText(`host ${owner}`));
  return newCommentId(time - (time % DAY_MS), new Uint8Array(tag.buffer));
};

type Entry = { readonly id: CommentId; readonly owner: string };

const isRecent = (id: CommentId, now: number): boolean => Math.abs(now - timeOf(id)) < KEPT_MS;
const newestFirst = (one: CommentId, other: CommentId): number => (one < other ? 1 : -1);

/** Newest comment first. */
const entriesOf = (item: Item | undefined, now: number): readonly Entry[] =>
  Object.entries(item ?? {})
    .flatMap(([id, { S: owner }]) => (isCommentId(id) && owner !== undefined ? [{ id, owner }] : []))
    .filter(({ id }) => isRecent(id, now))
    .sort((one, other) => newestFirst(one.id, other.id));

/** Newest first. */
const spareIn = (item: Item | undefined, now: number): readonly CommentId[] =>
  Object.keys(item ?? {})
    .filter((id) => isCommentId(id))
    .filter((id) => isRecent(id, now))
    .sort(newestFirst);

/** Entries to drop: too old, beyond the third of one page, or beyond the item's limit; and those that wait from now on. */
const excessOf = (item: Item | undefined, now: number, owner: string) => {
  const entries = entriesOf(item, now);
  const isOver = (entry: Entry) =>
    entries.filter((one) => one.owner === entry.owner).indexOf(entry) >= OF_ONE_MAX;
  const kept = entries
    .filter((entry) => !isOver(entry))
    .slice(0, SPAM_PAGES_MAX)
    .map(({ id }) => id);
  return {
    left: Object.keys(item ?? {}).filter((name) => isCommentId(name) && !kept.includes(name)),
    spare: entries.filter((entry) => entry.owner === owner && isOver(entry)).map(({ id }) => id),
  };
};
