import { requireClock } from '../comment/clock.ts';
import type { Comment, CommentId, CommentRef } from '../comment/comment.ts';
import { FLOOD_MEMORY } from '../comment/policy.ts';
import { Refusal } from '../comment/refusal.ts';
import { type Decision, decide, hold } from '../moderation/decision.ts';
import { needsAuthor } from '../moderation/page-decision.ts';
import type { DecisionContext, Standing, StatusChange } from '../moderation/status-change.ts';
import { isAgainstAuthor } from '../moderation/tally.ts';
import { isDue } from '../retention/policy.ts';
import type {
  DistrustAuthor,
  FindComment,
  ListOfAuthor,
  ReadAuthor,
  SaveStatus,
} from '../storage/comment-store.ts';

/** How many of a request's decisions are carried out at once: as many as the SDK's client has connections. */
const AT_ONCE = 50;
/** How many come first, so that a database that is out is not asked by all of them. */
const FIRST = 10;

/** How far back an author's comments are held once one of them is spam: as many as a policy may let be unseen. */
const HELD_MAX = FLOOD_MEMORY;

type Deps = { readonly store: FindComment & SaveStatus & DistrustAuthor & ListOfAuthor & ReadAuthor };

/** A decision and the comment it is about. */
export type RequestedDecision = Decision & { readonly article: string; readonly comment: CommentId };
/** What became of one: the comment before and after, or why not. */
export type Decided = { readonly ref: CommentRef } & (
  | {
      readonly before: Comment;
      readonly after: Standing;
      /** Comments of the same author that were held along with it. */
      readonly held?: readonly Decided[];
    }
  | { readonly refusal: Refusal }
);

/**
 * Carries out decisions one by one, each whole or not at all; what is refused does not hold up the others. Of two on one
 * comment, the first counts.
 */
export const decideComments = async (
  deps: Deps,
  asked: readonly RequestedDecision[],
  context: DecisionContext,
): Promise<readonly Decided[]> => {
  const apply = applying(deps, context);
  const decided = await inTurns(asked, (decision) => {
    const isFirst = asked.find((other) => isOnSame(other, decision)) === decision;
    return apply(decision.article, decision.comment, async (comment) => {
      if (!isFirst) throw new Refusal('changed-meanwhile', 'Another decision on it stands before this one.');
      const author = needsAuthor(comment, decision, context.site.policy)
        ? await deps.store.readAuthor(comment.authorKey)
        : undefined;
      return decide(comment, decision, context, author);
    });
  });

  await distrustAuthors(deps, decided, context);

  // One look at an author, however many of their comments are spam.
  const firstSpam = new Map(
    decided
      .filter(isSpam)
      .map((one) => [one.before.authorKey, one] as const)
      .reverse(),
  );
  return inTurns(decided, async (one) =>
    isSpam(one) && firstSpam.get(one.before.authorKey) === one
      ? { ...one, held: await holdUnseen(deps, one.before.authorKey, context) }
      : one,
  );
};

type Done = Extract<Decided, { readonly after: Standing }>;

const isSpam = (one: Decided): one is Done => 'after' in one && one.after.status === 'spam';

const isOnSame = (one: RequestedDecision, other: RequestedDecision): boolean =>
  one.article === other.article && one.comment === other.comment;

/**
 * Takes trust away from authors whom decisions count against, at once: their records lag behind until the stream has told. One write unit for
 * each author.
 */
export const distrustAuthors = async (
  { store }: { readonly store: DistrustAuthor },
  decided: readonly Decided[],
  { now }: DecisionContext,
): Promise<void> => {
  const authors = decided.flatMap((one) =>
    'after' in one && isAgainstAuthor(one.before, one.after) ? [one.before.authorKey] : [],
  );
  await inTurns([...new Set(authors)], (author) => store.distrust(author, now));
};

/** Takes off the page what the trust of somebody who sent spam had published with nobody looking. */
const holdUnseen = async (deps: Deps, author: string, context: DecisionContext) => {
  const refs = await deps.store.listOfAuthor(author, HELD_MAX);
  const changes = await inTurns(refs, (ref) =>
    applied(deps, ref, (comment) => holdIfUnseen(comment, context)),
  );
  return changes.filter((one) => 'after' in one);
};

const holdIfUnseen = (comment: Comment, context: DecisionContext): StatusChange => {
  if (comment.status !== 'approved' || comment.seen)
    throw new Refusal('already-decided', `The comment is already ${comment.status}.`);
  return hold(comment, context);
};

/** Applies changes for one request. Once the storage is out, nothing more is tried: it would only wait as long again. */
export const applying = (
  deps: { readonly store: FindComment & SaveStatus },
  { site, now }: DecisionContext,
) => {
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

type ChangeOf = (comment: Comment) => StatusChange | Promise<StatusChange>;

/** Reads a comment, decides on it and writes it. A refusal is an outcome; anything else is not. */
const applied = async (
  { store }: { readonly store: FindComment & SaveStatus },
  ref: CommentRef,
  change: ChangeOf,
): Promise<Decided> => {
  try {
    const before = await store.find(ref);
    if (!before) throw notFound();
    const changed = await change(before);
    await store.saveStatus(changed);
    return { ref, before, after: changed.comment };
  } catch (error) {
    if (error instanceof Refusal) return { ref, refusal: error };
    throw error;
  }
};

const notFound = () => new Refusal('comment-not-found', 'There is no such comment.');

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
