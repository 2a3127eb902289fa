import { firstIdAt } from '../../../comment/comment-id.ts';
import type { Listing, Queue } from '../../../comment/queue.ts';
import type { QueueQuestion } from '../../queue-store.ts';
import { type Item, toItem } from '../attributes.ts';
import { itemToQueued } from '../codecs/comment-item.ts';
import { expiryInQueue, QUEUED_AUTHOR, QUEUED_LANGUAGE, QUEUED_VERDICT } from '../codecs/screening-map.ts';
import { remarksOf } from '../codecs/verdict-text.ts';
import { articlePartition, queuePartition, VIEW } from '../keys.ts';
import { sinceOfView } from '../read-keys.ts';
import type { Table } from '../table.ts';

/** Places in a listing: after one (a place's own, or the first of a moment) and up to another. */
export type Span = { readonly after?: string | undefined; readonly upTo?: string | undefined };

/** Every entry of one listing, longest there first. */
export const inListing = (site: string, listing: Listing | Queue, span: Span = {}) => {
  const isWhole = span.after === undefined && span.upTo === undefined;
  return {
    IndexName: VIEW,
    KeyConditionExpression: isWhole ? 'v = :v' : 'v = :v AND vs BETWEEN :from AND :until',
    ExpressionAttributeValues: toItem({
      ':v': queuePartition(site, listing),
      ...(isWhole ? {} : { ':from': `${span.after ?? ''}${JUST_AFTER}`, ':until': span.upTo ?? LAST }),
    }),
  };
};

/** Sorts behind a place and before the next one; a place has letters and digits only. */
const JUST_AFTER = '!';
/** Sorts behind every place. */
const LAST = '~';

/** The entries that a question asks for, as far as the database can tell them. */
export const queueQuery = (question: QueueQuestion, span: Span = spanOf(question)) => {
  const query = inListing(question.site, question.queue, span);
  const { filters, values } = filtersOf(question);
  if (filters.length === 0) return query;
  return {
    ...query,
    FilterExpression: filters.join(' AND '),
    ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ...toItem(values) },
  };
};

/** What entered the queue after a moment and before another. */
export const spanOf = ({ after, before }: Pick<QueueQuestion, 'after' | 'before'>): Span => ({
  ...(after === undefined ? {} : { after: firstIdAt(after + 1) }),
  ...(before === undefined ? {} : { upTo: firstIdAt(before) }),
});

const filtersOf = ({ site, article, reason, author, language }: QueueQuestion) => {
  const filters: string[] = [];
  const values: Record<string, string> = {};
  const equal = (path: string, name: string, value: string | undefined) => {
    if (value === undefined) return;
    filters.push(`${path} = :${name}`);
    values[`:${name}`] = value;
  };
  equal('pk', 'pk', article === undefined ? undefined : articlePartition(site, article));
  equal(QUEUED_AUTHOR, 'author', author);
  equal(QUEUED_LANGUAGE, 'lang', language);
  if (reason !== undefined) {
    const remarks = remarksOf(reason).map((text, at) => [`:remark${at}`, text] as const);
    filters.push(`(${remarks.map(([name]) => `contains(${QUEUED_VERDICT}, ${name})`).join(' OR ')})`);
    Object.assign(values, Object.fromEntries(remarks));
  }
  return { filters, values };
};

/** Whether an entry belongs to a page: its time is not over, and it passes the filters that the database cannot apply. */
export const keeps = (table: Table, { matches }: Pick<QueueQuestion, 'matches'>, now: number) => {
  const isStill = isQueuedStill(now);
  return (item: Item): boolean =>
    isStill(item) && (matches === undefined || table.readable([item], itemToQueued).some(matches));
};

/** Entries of the index do not carry `expiresAt`. */
export const isQueuedStill = (now: number) => (item: Item) => {
  const place = item.vs?.S;
  return place === undefined || expiryInQueue(item, sinceOfView(place)) > now;
};
