import type { Comment, CommentId } from '../comment/comment.ts';
import { ownQueues, queueOf } from '../comment/queue.ts';
import type { Status } from '../comment/status.ts';
import { type AuthorRecord, noRecord } from '../comment/trust.ts';
import type { AuditEvent } from './status-change.ts';

/** Comments counted in one transaction, which has at most 100 parts: up to three for each (event, removal, author) and two more. */
export const STEPS_MAX = 32;

/** Names that comments are counted under: those that are public, those of each queue, and the spam that is in none. */
export const countNames = ['approved', ...ownQueues, 'blatant'] as const;
type CountName = (typeof countNames)[number];
export type Counts = Readonly<Record<CountName, number>>;
/** What is added to an author's record, and when a moderator last looked at a comment of theirs. */
export type AuthorTally = Pick<AuthorRecord, 'approved' | 'refused' | 'spam' | 'lookedAt'>;

/** What was counted of a comment: the version that was looked at, its status, and the name it is counted under, if any. */
export type Counted = {
  readonly version: number;
  readonly status: Status | 'removed';
  /** Whether a moderator decided it. */
  readonly seen: boolean;
  readonly place: CountName | undefined;
};

/** One comment, from what was counted of it to what is to be counted now. Without a before it was never counted. */
export type Step = {
  readonly id: CommentId;
  /** Undefined when the comment is gone and nothing else tells. */
  readonly authorKey: string | undefined;
  readonly before: Counted | undefined;
  readonly after: Counted;
  /** When a moderator decided on it last, in milliseconds since 1970; absent when nobody did since it was counted. */
  readonly lookedAt?: number | undefined;
  /** The comment as it stands: its author's last words, where a moderator decided on it. */
  readonly comment?: Comment | undefined;
  /** The event that says how the comment was screened, which carries what was counted; undefined when there is one already. */
  readonly screened: AuditEvent | undefined;
  readonly removed: AuditEvent | undefined;
};

/** The sum of steps of one article's comments. */
export type Tally = { readonly counts: Counts; readonly authors: ReadonlyMap<string, AuthorTally> };

export const noCounts = Object.fromEntries(countNames.map((name) => [name, 0])) as Counts;

export const tally = (steps: readonly Pick<Step, 'authorKey' | 'before' | 'after' | 'lookedAt'>[]): Tally => {
  const counts = { ...noCounts };
  const authors = new Map<string, AuthorTally>();
  for (const { authorKey, before, after, lookedAt } of steps) {
    if (before?.place) counts[before.place] -= 1;
    if (after.place) counts[after.place] += 1;
    // A comment that retention removes, or its author takes back, was still once approved or refused.
    if (authorKey === undefined || isGone(after)) continue;
    credit(authors, authorKey, before, -1);
    credit(authors, authorKey, after, 1);
    if (lookedAt !== undefined) look(authors, authorKey, lookedAt);
  }
  return {
    counts,
    authors: new Map([...authors].filter(([, record]) => Object.values(record).some(Boolean))),
  };
};

const isGone = ({ status }: Counted): boolean => status === 'removed' || status === 'withdrawn';

type Countable = Pick<Comment, 'status' | 'seen' | 'verdict' | 'version'>;

/** The counted state after counting a comment as it stands. */
export const countedOf = (comment: Countable): Counted => ({
  version: comment.version,
  status: comment.status,
  seen: comment.seen,
  place: placeOf(comment),
});

const placeOf = (comment: Countable): CountName | undefined => {
  if (comment.status === 'approved') return 'approved';
  return queueOf(comment) ?? (comment.status === 'spam' ? 'blatant' : undefined);
};

/** Whether a change of a comment counts against its author: it takes an approval back, refuses the comment, or files it as spam. */
export const isAgainstAuthor = (before: Countable, after: Countable): boolean => {
  const step = { authorKey: '', before: countedOf(before), after: countedOf(after) };
  const { approved, refused, spam } = tally([step]).authors.get('') ?? noRecord;
  return approved < refused || spam > 0;
};

export const isSameCount = (one: Counted, other: Counted): boolean =>
  one.version === other.version &&
  one.status === other.status &&
  one.seen === other.seen &&
  one.place === other.place;

/** Comments that no moderator saw earn nothing, and only a moderator's decision counts a comment as spam against its author. */
const credit = (
  authors: Map<string, AuthorTally>,
  author: string,
  counted: Counted | undefined,
  by: number,
) => {
  if (!counted) return;
  const { status, seen } = counted;
  const { approved, refused, spam, ...rest } = authors.get(author) ?? noRecord;
  // A reply that went with its thread is rejected unseen.
  const isRefused = (status === 'rejected' && seen) || status === 'spam';
  authors.set(author, {
    ...rest,
    approved: approved + (status === 'approved' && seen ? by : 0),
    refused: refused + (isRefused ? by : 0),
    spam: spam + (status === 'spam' && seen ? by : 0),
  });
};

/** Every decision counts as a look at the author. */
const look = (authors: Map<string, AuthorTally>, author: string, at: number) => {
  const record = authors.get(author) ?? noRecord;
  authors.set(author, { ...record, lookedAt: Math.max(record.lookedAt ?? 0, at) });
};
