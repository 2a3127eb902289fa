import type { Comment, CommentId } from '../../../comment/comment.ts';
import { timeOf } from '../../../comment/comment-id.ts';
import { excerptOf } from '../../../comment/excerpt.ts';
import { type Status, statuses } from '../../../comment/status.ts';
import type { AuthorHistory, LastWords } from '../../moderation-store.ts';
import { countOf, type Item, type PlainMap } from '../attributes.ts';

/** The map of an author's item that holds the comment a moderator decided on last, and when the oldest comment that was counted came in. */
export const LAST = 'last';
export const FIRST_SEEN = 'firstSeen';

type Said = Pick<Comment, 'id' | 'article' | 'status' | 'text' | 'expiresAt'>;

/** The excerpt that an author's other rows show: no text of a withdrawn comment, and none once the comment is gone. */
export const writeLastWords = ({ id, article, status, text, expiresAt }: Said): PlainMap => ({
  ...{ id, article, status, until: expiresAt },
  excerpt: status === 'withdrawn' ? undefined : excerptOf(text),
});

/** An author's history from their item. */
export const itemToHistory = (item: Item, now: number): AuthorHistory => {
  const last = readLastWords(item[LAST]?.M, now);
  const firstSeenAt = item[FIRST_SEEN]?.N;
  return {
    approved: Math.max(0, countOf(item, 'approved')),
    refused: Math.max(0, countOf(item, 'refused')),
    ...(firstSeenAt === undefined ? {} : { firstSeenAt: Number(firstSeenAt) }),
    ...(last ? { last } : {}),
  };
};

const readLastWords = (map: Item | undefined, now: number): LastWords | undefined => {
  const [id, article, status] = [map?.id?.S, map?.article?.S, statusIn(map?.status?.S)];
  const isOver = map?.until !== undefined && Number(map.until.N) <= now;
  if (id === undefined || article === undefined || status === undefined || isOver) return undefined;
  const createdAt = timeOf(id as CommentId);
  return { id: id as CommentId, article, status, createdAt, excerpt: map?.excerpt?.S ?? '' };
};

const statusIn = (text: string | undefined): Status | undefined => statuses.find((name) => name === text);
