import { requireClock } from '../../comment/clock.ts';
import type { Comment, CommentId, CommentRef } from '../../comment/comment.ts';
import { Refusal, type RefusalCode } from '../../comment/refusal.ts';
import type { DecisionContext, Standing, StatusChange } from '../../moderation/status-change.ts';
import { isAgainstAuthor } from '../../moderation/tally.ts';
import { isDue } from '../../retention/policy.ts';
import type { DistrustAuthor, FindChange, FindComment, SaveStatus } from '../../storage/comment-store.ts';

/** How many of a request's decisions are carried out at once: as many as the SDK's client has connections. */
const AT_ONCE = 50;
/** How many come first, so that a database that is out is not asked by all of them. */
const FIRST = 10;

/** The outcome of a decision: the comment before and after it, or the refusal with the comment as it was read, if it was. */
export type Decided = {
  readonly ref: CommentRef;
  /** Comments that were changed along with it. */
  readonly along?: readonly Done[];
} & (Changed | Refused);
type Changed = {
  readonly before: Comment;
  readonly after: Standing;
  /** Replies of a thread that are still to be removed before the comment itself. */
  readonly left?: number;
};
type Refused = { readonly refusal: Refusal; readonly comment?: Comment | undefined };
export type Done = Extract<Decided, Changed>;

type Store = FindComment & SaveStatus & FindChange;
type ChangeOf = (comment: Comment) => StatusChange | Promise<StatusChange>;

/** Applies changes for one request. When the storage fails, it tries no more: each try would wait as long again. */
export const applying = (deps: { readonly store: Store }, { site, now }: DecisionContext) => {
  let outage: Refusal | undefined;
  requireClock(now);
  return async (article: string, id: CommentId, change: ChangeOf): Promise<Decided> => {
    const ref = { site: site.id, article, id };
    if (outage) return { ref, refusal: outage };
    const decided = await applied(deps, ref, (comment) => {
      if (isDue(comment, now)) throw notFound();
      return change(comment);
    });
    if ('refusal' in decided && decided.refusal.code === 'storage-unavailable') outage = decided.refusal;
    return decided;
  };
};

/** Reads a comment, decides on it and writes it. A refusal is an outcome; anything else is not. */
const applied = async (
  { store }: { readonly store: Store },
  ref: CommentRef,
  change: ChangeOf,
): Promise<Decided> => {
  let before: Comment | undefined;
  try {
    before = await store.find(ref);
    if (!before) throw notFound();
    const changed = await change(before);
    await store.saveStatus(changed);
    return { ref, before, after: changed.comment };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ref, refusal: await withCurrent(store, ref, error), comment: before };
  }
};

const conflicts: readonly RefusalCode[] = ['already-decided', 'changed-meanwhile'];

/**
 * Adds the comment's current state to a conflict. It is read again, since the other change may be a moment old; when it cannot be, the
 * conflict is told without it.
 */
export const withCurrent = async (
  store: FindComment & FindChange,
  ref: CommentRef,
  refusal: Refusal,
): Promise<Refusal> => {
  if (!conflicts.includes(refusal.code)) return refusal;
  const { code, message, cause } = refusal;
  const current = await unlessRefused(() => currentOf(store, ref));
  return current && !(current instanceof Refusal) ? new Refusal(code, message, { current, cause }) : refusal;
};

const currentOf = async (store: FindComment & FindChange, ref: CommentRef) => {
  const comment = await store.find(ref);
  if (!comment) return undefined;
  const { status, version } = comment;
  return { status, version, ...(await store.findChange(comment)) };
};

export const notFound = () => new Refusal('comment-not-found', 'There is no such comment.');

/**
 * Suspends the trust of authors whom decisions count against, since the stream updates their records only later. One write unit for
 * each author. The decisions stand, whether or not it succeeds.
 */
export const distrustAuthors = async (
  { store }: { readonly store: DistrustAuthor },
  decided: readonly Decided[],
  { now }: DecisionContext,
): Promise<void> => {
  const authors = decided.flatMap((one) =>
    'after' in one && isAgainstAuthor(one.before, one.after) ? [one.before.authorKey] : [],
  );
  await inTurns([...new Set(authors)], (author) => unlessRefused(() => store.distrust(author, now)));
};

/** What a call gives, or the refusal with which it fails. */
export const unlessRefused = async <T>(call: () => Promise<T>): Promise<T | Refusal> => {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

/** A few first and then more at a time, answers in order. */
export const inTurns = async <A, B>(
  all: readonly A[],
  act: (one: A) => Promise<B>,
): Promise<readonly B[]> => {
  const done: B[] = [];
  while (done.length < all.length) {
    const turn = done.length === 0 ? FIRST : AT_ONCE;
    done.push(...(await Promise.all(all.slice(done.length, done.length + turn).map(act))));
  }
  return done;
};
