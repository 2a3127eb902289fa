import type { AuthorRecord } from '../../../comment/trust.ts';
import { countOf, type Item } from '../attributes.ts';

/** An author's record from their item. */
export const itemToRecord = (item: Item): AuthorRecord => ({
  approved: countOf(item, 'approved'),
  refused: countOf(item, 'refused'),
  spam: countOf(item, 'spam'),
  lookedAt: countOf(item, 'lookedAt'),
  distrustedAt: countOf(item, 'distrustedAt'),
});
