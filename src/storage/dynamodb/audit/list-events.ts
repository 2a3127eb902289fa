import type { CommentId } from '../../../comment/comment.ts';
import { timeOf } from '../../../comment/comment-id.ts';
import { DAY_MS, DAYS_KEPT, dayOf } from '../../../comment/time.ts';
import type { AuditEntry } from '../../../moderation/audit-entry.ts';
import type { AuditQuestion, ListAudit } from '../../audit-store.ts';
import { toItem } from '../attributes.ts';
import { itemToEntry } from '../codecs/event-item.ts';
import { siteTrail } from '../keys.ts';
import type { Clock } from '../learning/memories.ts';
import type { Table } from '../table.ts';
import { eventsOfArticle, eventsOfSite, type Step } from './newest-events.ts';

/** Most events and days that one page looks at, and most trails on its days but the last, each of which costs half a read unit or more. */
const EXAMINED_MAX = 1_000;
const DAYS_MAX = 60;
const TRAILS_MAX = 500;

/**
 * What was done in an article, or on a site and in all its articles, newest first. A page of a site costs half a read unit for each article
 * of each day looked at, and what its rows weigh.
 */
export const createListAudit = (table: Table, { now }: Clock): ListAudit => ({
  listAudit: async (question) => {
    const { site, article, from } = question;
    const span = { site, from, ...spanOf(now(), question) };
    if (article !== undefined) return collect(table, eventsOfArticle(table, article, span), question);
    const since = Math.max(span.since, now() - DAYS_KEPT * DAY_MS, await firstDayOf(table, site));
    return collect(table, eventsOfSite(table, { ...span, since }), question);
  },
});

/** Nothing happens after now, nor to a comment before it came in. */
const spanOf = (now: number, { since = 0, until = now, comment }: AuditQuestion) => ({
  since: Math.max(since, comment === undefined ? 0 : timeOf(comment as CommentId)),
  until: Math.min(until, now),
});

/** The day on which a site was made, by the event that its trail begins with; 0 where it does not say. Half a read unit. */
const firstDayOf = async (table: Table, site: string): Promise<number> => {
  const { Items } = await table.query({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': siteTrail(site) }),
    Limit: 1,
  });
  const [first] = table.readable(Items, itemToEntry);
  return first?.action === 'create-site' ? Date.parse(dayOf(first.at)) : 0;
};

const collect = async (table: Table, steps: AsyncGenerator<Step>, question: AuditQuestion) => {
  const items: AuditEntry[] = [];
  let looked: Looked = { examined: 0, days: 0, trails: 0 };
  for await (const step of steps) {
    // Days on which nothing happened are no reason for another page.
    const isFull = items.length === question.limit && step.item !== undefined;
    if (isFull || isEnough(looked)) return pageOf(items, looked, question.limit);
    looked = lookedAt(looked, step);
    const entries = table.readable(step.item && [step.item], itemToEntry);
    items.push(...entries.filter((one) => isAskedFor(question, one)));
  }
  return pageOf(items, { ...looked, place: undefined }, question.limit);
};

type Looked = {
  readonly examined: number;
  readonly days: number;
  readonly trails: number;
  /** Where the last step was. */
  readonly place?: string | undefined;
};

const isEnough = ({ examined, days, trails }: Looked): boolean =>
  examined === EXAMINED_MAX || days >= DAYS_MAX || trails >= TRAILS_MAX;

const lookedAt = (before: Looked, { item, trails = 0, place }: Step): Looked => ({
  examined: before.examined + (item ? 1 : 0),
  days: before.days + (item ? 0 : 1),
  trails: before.trails + trails,
  place,
});

const pageOf = (items: readonly AuditEntry[], { examined, place: next }: Looked, limit: number) => ({
  ...{ items, examined, isPartial: next !== undefined && items.length < limit },
  ...(next === undefined ? {} : { next }),
});

const isAskedFor = ({ by, action, comment }: AuditQuestion, entry: AuditEntry): boolean =>
  (by === undefined || entry.by === by) &&
  (action === undefined || entry.action === action) &&
  (comment === undefined || entry.comment === comment);
