import type { Comment } from '../comment/comment.ts';
import { queueOf, queues } from '../comment/queue.ts';
import { type AuthorRecord, noRecord } from '../comment/trust.ts';
import type { AuditEvent } from './decision.ts';

/** One comment before and after something was written; without a before it is new, without an after it is gone. */
export type CommentChange = {
  readonly site: string;
  readonly article: string;
  readonly before?: Comment;
  readonly after?: Comment;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Sorts as text; rises with every change of one article's comments. */
  readonly sequence: string;
  /** The same as the stream writes it. */
  readonly record: string;
};

/** Names that comments are counted under: those that are public, and those of each queue. */
export const countNames = ['approved', ...queues] as const;
type CountName = (typeof countNames)[number];
export type Counts = Readonly<Record<CountName, number>>;
/** What is added to an author's record, and when a moderator last looked at a comment of theirs. */
export type AuthorTally = Pick<AuthorRecord, 'approved' | 'refused' | 'spam' | 'lookedAt'>;

/** What changes of one article's comments add up to. */
export type Tally = { readonly counts: Counts; readonly authors: ReadonlyMap<string, AuthorTally> };

export const noCounts = Object.fromEntries(countNames.map((name) => [name, 0])) as Counts;

export const tally = (changes: readonly Pick<CommentChange, 'before' | 'after'>[]): Tally => {
  const counts = { ...noCounts };
  const authors = new Map<string, AuthorTally>();
  for (const { before, after } of changes) {
    if (before?.status !== after?.status) {
      count(counts, before, -1);
      count(counts, after, 1);
    }
    // A comment that retention removes was still once approved or refused.
    if (after) {
      credit(authors, before, -1);
      credit(authors, after, 1);
      look(authors, before, after);
    }
  }
  return {
    counts,
    authors: new Map([...authors].filter(([, record]) => Object.values(record).some(Boolean))),
  };
};

/** Adds a comment to where it counts, if anywhere, or takes it away by -1. */
export const count = (
  counts: Record<CountName, number>,
  comment: Pick<Comment, 'status' | 'verdict'> | undefined,
  by: 1 | -1,
) => {
  const place = comment && (comment.status === 'approved' ? 'approved' : queueOf(comment));
  if (place) counts[place] += by;
};

/** What a moderator did not see earns nothing, and only a moderator's word makes spam of a person's comment. */
const credit = (authors: Map<string, AuthorTally>, comment: Comment | undefined, by: number) => {
  if (!comment) return;
  const { authorKey, status, seen } = comment;
  const { approved, refused, spam, ...rest } = authors.get(authorKey) ?? noRecord;
  const isRefused = status === 'rejected' || status === 'spam';
  authors.set(authorKey, {
    ...rest,
    approved: approved + (status === 'approved' && seen ? by : 0),
    refused: refused + (isRefused ? by : 0),
    spam: spam + (status === 'spam' && seen ? by : 0),
  });
};

/** A decision is a look at its author, whatever it says. */
const look = (authors: Map<string, AuthorTally>, before: Comment | undefined, after: Comment) => {
  if (after.decision === undefined || after.decision === before?.decision) return;
  const record = authors.get(after.authorKey) ?? noRecord;
  authors.set(after.authorKey, { ...record, lookedAt: Math.max(record.lookedAt ?? 0, after.since) });
};

/** What nobody decided but a machine or the calendar: the audit trail has these from the stream. */
export const automaticEvents = (changes: readonly CommentChange[]): readonly AuditEvent[] =>
  changes.flatMap(({ before, after, at }) => {
    if (after && !before) return [screened(after)];
    return before && !after ? [removed(before, at)] : [];
  });

const screened = (comment: Comment): AuditEvent => ({
  ...subject(comment),
  version: comment.version,
  at: comment.createdAt,
  by: 'screening',
  action: 'screen',
  before: undefined,
  after: comment.status,
});

const removed = (comment: Comment, at: number): AuditEvent => ({
  ...subject(comment),
  version: comment.version + 1,
  at,
  by: 'retention',
  action: 'remove',
  before: comment.status,
  after: undefined,
});

const subject = ({ site, article, id, policyVersion }: Comment) => ({
  site,
  article,
  comment: id,
  policy: policyVersion,
});
