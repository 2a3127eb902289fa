import { futureFrom } from '../../../comment/time.ts';
import type { AuthorRecord } from '../../../comment/trust.ts';
import { countOf, type Item } from '../attributes.ts';

/**
 * An author's record from their item.
 * @param now in milliseconds since 1970. Later times are ignored: they were written by a clock that was ahead
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
