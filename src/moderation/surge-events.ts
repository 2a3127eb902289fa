import { type Surge, sharePercentOf } from '../comment/abuse/surge.ts';
import type { CommentId } from '../comment/comment.ts';
import { idAt } from '../comment/comment-id.ts';
import type { SiteEvent } from './site-event.ts';

/** Who begins surges, and lets them end when their time is over. */
const MACHINE = 'screening';

type Context = {
  readonly site: string;
  readonly now: number;
  /** A ULID for an event. */
  readonly newBatch: () => string;
  /** The member who ended them; without one they ended by themselves. */
  readonly by?: string;
};
type Changed = { readonly begun?: readonly Surge[]; readonly ended: readonly Surge[] };

/** The events of surges that began or ended, on the site or the article of an id. An end that is noticed late has the time at which it was. */
export const eventsOfSurges = (
  { begun = [], ended }: Changed,
  { site, now, newBatch, by = MACHINE }: Context,
): readonly SiteEvent[] => {
  const eventAt = (at: number) => ({ id: idAt(at, newBatch() as CommentId), site, at, by });
  return [
    ...ended.map((surge): SiteEvent => {
      const event = eventAt(Math.min(surge.until, now));
      return { ...event, action: 'end-surge', subject: surge.article ?? site, before: shareIn(surge) };
    }),
    ...begun.map((surge): SiteEvent => {
      const event = eventAt(surge.since);
      return { ...event, action: 'begin-surge', subject: surge.article ?? site, after: shareIn(surge) };
    }),
  ];
};

/** The same in every language. */
const shareIn = (surge: Surge): string => `${sharePercentOf(surge)} % (${surge.spam}/${surge.comments})`;
