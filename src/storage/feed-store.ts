import type { Comment } from '../comment/comment.ts';

/** A published comment as feeds show it. */
export type PublishedComment = Pick<
  Comment,
  | ('id' | 'article' | 'author' | 'text' | 'parent' | 'createdAt' | 'isStaff' | 'edited' | 'edit')
  | ('since' | 'verdict')
>;
/**
 * Published comments, newest first: of an article, or of what was published on a site in the last 30 days. There are
 * fewer than `limit` where hundreds of the newest are not published.
 */
export type ListNewest = {
  readonly listNewest: (question: {
    readonly site: string;
    /** Absent for the whole site. */
    readonly article: string | undefined;
    readonly limit: number;
  }) => Promise<readonly PublishedComment[]>;
};
