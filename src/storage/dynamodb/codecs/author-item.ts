import { futureFrom } from '../../../comment/time.ts';
import type { AuthorRecord } from '../../../comment/trust.ts';
import { countOf, type Item } from '../attributes.ts';

/**
 * An author's record from their item.
 * @param now in milliseconds since 1970: times that have not come say nothing, since whoever looked then, their clock was ahead
 */
export const itemToRecord = (item: Item, now = Number.POSITIVE_INFINITY): AuthorRecord => ({
  approved: countOf(item, 'approved'),
  refused: countOf(item, 'refused'),
  spam: countOf(item, 'spam'),
  lookedAt: pastOf(item, 'lookedAt', now),
  distrustedAt: pastOf(item, 'distrustedAt', now),
});

const pastOf = (item: Item, name: string, now: number): number => {
  const time = countOf(item, name);
  return time < futureFrom(now) ? time : 0;
};
