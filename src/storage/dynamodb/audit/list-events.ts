import { DAY_MS } from '../../../comment/time.ts';
import type { AuditEntry } from '../../../moderation/audit-entry.ts';
import type { AuditQuestion, ListAudit } from '../../audit-store.ts';
import { itemToEntry } from '../codecs/event-item.ts';
import type { Clock } from '../learning/memories.ts';
import type { Table } from '../table.ts';
import { eventsOfArticle, eventsOfSite, placeAfter, type Step } from './newest-events.ts';

/** Most events and days that one page looks at, and most trails on its days but the last, each of which costs half a read unit or more. */
const EXAMINED_MAX = 1_000;
const DAYS_MAX = 60;
const TRAILS_MAX = 500;
/** How long the table knows which articles changed on a day. */
const KNOWN_MS = 400 * DAY_MS;

/**
 * What was done in an article, or on a site and in all its articles, newest first. A page of a site costs half a read unit for each article
 * of each day looked at, and what its rows weigh.
 */
export const createListAudit = (table: Table, { now }: Clock): ListAudit => ({
  listAudit: async (question) => {
    const { site, article, from, until = now(), since = 0 } = question;
    const span = { site, before: from ?? placeAfter(until), since };
    const steps =
      article === undefined
        ? eventsOfSite(table, { ...span, since: Math.max(since, now() - KNOWN_MS) })
        : eventsOfArticle(table, article, span);
    return collect(table, steps, question);
  },
});

const collect = async (table: Table, steps: AsyncGenerator<Step>, question: AuditQuestion) => {
  const items: AuditEntry[] = [];
  let looked: Looked = { examined: 0, days: 0, trails: 0, isPartial: false };
  for await (const step of steps) {
    if (items.length === question.limit || isEnough(looked)) return pageOf(items, looked, looked.place);
    looked = lookedAt(looked, step);
    const entries = table.readable(step.item && [step.item], itemToEntry);
    items.push(...entries.filter((one) => isAskedFor(question, one)));
  }
  return pageOf(items, looked, undefined);
};

type Looked = {
  readonly examined: number;
  readonly days: number;
  readonly trails: number;
  readonly isPartial: boolean;
  /** Where the last step was. */
  readonly place?: string;
};

const isEnough = ({ examined, days, trails }: Looked): boolean =>
  examined === EXAMINED_MAX || days === DAYS_MAX || trails >= TRAILS_MAX;

const lookedAt = (before: Looked, { item, trails = 0, isPartial = false, place }: Step): Looked => ({
  examined: before.examined + (item ? 1 : 0),
  days: before.days + (item ? 0 : 1),
  trails: before.trails + trails,
  isPartial: before.isPartial || isPartial,
  place,
});

const pageOf = (items: readonly AuditEntry[], { examined, isPartial }: Looked, next: string | undefined) => ({
  ...{ items, examined, isPartial },
  ...(next === undefined ? {} : { next }),
});

const isAskedFor = ({ by, action, comment }: AuditQuestion, entry: AuditEntry): boolean =>
  (by === undefined || entry.by === by) &&
  (action === undefined || entry.action === action) &&
  (comment === undefined || entry.comment === comment);
