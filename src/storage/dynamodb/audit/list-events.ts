import { DAY_MS } from '../../../comment/time.ts';
import type { AuditEntry } from '../../../moderation/audit-entry.ts';
import type { AuditQuestion, ListAudit } from '../../audit-store.ts';
import { itemToEntry } from '../codecs/event-item.ts';
import type { Clock } from '../learning/memories.ts';
import type { Table } from '../table.ts';
import { eventsOfArticle, eventsOfSite, placeAfter, type Step } from './newest-events.ts';

/** Most events, and most days, that one page looks at. */
const EXAMINED_MAX = 1_000;
const DAYS_MAX = 60;
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
  let looked = { examined: 0, days: 0, isPartial: false, place: undefined as string | undefined };
  for await (const step of steps) {
    const { examined, days, isPartial, place } = looked;
    if (items.length === question.limit || examined === EXAMINED_MAX || days === DAYS_MAX)
      return { items, examined, isPartial, ...optionalNext(place) };
    looked = {
      examined: examined + (step.item ? 1 : 0),
      days: days + (step.item ? 0 : 1),
      isPartial: isPartial || step.isPartial === true,
      place: step.place,
    };
    items.push(
      ...table.readable(step.item && [step.item], itemToEntry).filter((one) => isAskedFor(question, one)),
    );
  }
  return { items, examined: looked.examined, isPartial: looked.isPartial };
};

const optionalNext = (next: string | undefined) => (next === undefined ? {} : { next });

const isAskedFor = ({ by, action, comment }: AuditQuestion, entry: AuditEntry): boolean =>
  (by === undefined || entry.by === by) &&
  (action === undefined || entry.action === action) &&
  (comment === undefined || entry.comment === comment);
