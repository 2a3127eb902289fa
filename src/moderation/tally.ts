import type { Comment, CommentId } from '../comment/comment.ts';
import { queueOf, queues } from '../comment/queue.ts';
import type { Status } from '../comment/status.ts';
import type { AuditEvent } from './decision.ts';

/** Names that comments are counted under: those that are public, and those of each queue. */
export const countNames = ['approved', ...queues] as const;
type CountName = (typeof countNames)[number];
export type Counts = Readonly<Record<CountName, number>>;
export type AuthorRecord = { readonly approved: number; readonly refused: number };

/** What was counted of a comment: the version that was looked at, its status, and the name it is counted under, if any. */
export type Counted = {
  readonly version: number;
  readonly status: Status | 'removed';
  readonly place: CountName | undefined;
};

/** One comment, from what was counted of it to what is to be counted now. Without a before it was never counted. */
export type Step = {
  readonly id: CommentId;
  /** Undefined when the comment is gone and nothing else tells. */
  readonly authorKey: string | undefined;
  readonly before: Counted | undefined;
  readonly after: Counted;
  /** The event that says how the comment was screened: it carries what was counted. Only what was never counted lacks it. */
  readonly screened: AuditEvent | undefined;
  readonly removed: AuditEvent | undefined;
};

/** What steps of one article's comments add up to. */
export type Tally = { readonly counts: Counts; readonly authors: ReadonlyMap<string, AuthorRecord> };

export const noCounts = Object.fromEntries(countNames.map((name) => [name, 0])) as Counts;

export const tally = (steps: readonly Pick<Step, 'authorKey' | 'before' | 'after'>[]): Tally => {
  const counts = { ...noCounts };
  const authors = new Map<string, AuthorRecord>();
  for (const { authorKey, before, after } of steps) {
    if (before?.place) counts[before.place] -= 1;
    if (after.place) counts[after.place] += 1;
    // A comment that retention removes was still once approved or refused.
    if (authorKey === undefined || after.status === 'removed') continue;
    credit(authors, authorKey, before, -1);
    credit(authors, authorKey, after, 1);
  }
  return {
    counts,
    authors: new Map([...authors].filter(([, { approved, refused }]) => approved || refused)),
  };
};

/** What counting a comment as it stands leaves behind. */
export const countedOf = (comment: Pick<Comment, 'status' | 'verdict' | 'version'>): Counted => ({
  version: comment.version,
  status: comment.status,
  place: comment.status === 'approved' ? 'approved' : queueOf(comment),
});

export const isSameCount = (one: Counted, other: Counted): boolean =>
  one.version === other.version && one.status === other.status && one.place === other.place;

const credit = (
  authors: Map<string, AuthorRecord>,
  author: string,
  counted: Counted | undefined,
  by: number,
) => {
  const { approved, refused } = authors.get(author) ?? { approved: 0, refused: 0 };
  authors.set(author, {
    approved: approved + (counted?.status === 'approved' ? by : 0),
    refused: refused + (counted?.status === 'rejected' || counted?.status === 'spam' ? by : 0),
  });
};
