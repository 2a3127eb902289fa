import { createListing } from '../../../browser/moderation/list/listing.ts';
import type { Order } from '../../../browser/moderation/list/listing-parts.ts';
import type { Answer, Comment, Page } from '../../../browser/moderation/wire.ts';

/** A list whose pages arrive when the test says so. */
export const listed = (order: Order = 'oldest') => {
  const asked: {
    readonly cursor: string | undefined;
    readonly answer: (ids: string, next?: string) => void;
  }[] = [];
  const listing = createListing({
    order,
    ask: (cursor) =>
      new Promise<Answer<Page>>((resolve) => {
        const answer = (ids: string, next?: string) => {
          const comments = [...ids].map((id) => commentOf(id));
          resolve({ isOk: true, reply: { comments, next: next ?? null, examined: 0, partial: false } });
        };
        asked.push({ cursor, answer });
      }),
  });
  const ids = () => listing.rows.value.map(({ id }) => id).join('');
  return { listing, asked, ids };
};

/** @param version how often it was changed */
export const commentOf = (id: string, version = 1): Comment =>
  ({ id, version, text: id, author: { name: id }, article: { id: 'gare' } }) as unknown as Comment;
