import type { Comment, CommentId, CommentRef } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import {
  type Decision,
  type DecisionContext,
  decide,
  type Standing,
  type StatusChange,
} from '../moderation/decision.ts';
import { isDue } from '../retention/policy.ts';
import type { FindComment, SaveStatus } from '../storage/comment-store.ts';

/** How many of a request's decisions are carried out at once. */
const AT_ONCE = 10;

type Deps = { readonly store: FindComment & SaveStatus };

/** A decision and the comment it is about. */
export type Asked = Decision & { readonly article: string; readonly comment: CommentId };
/** What became of one: the comment before and after, or why not. */
export type Decided = { readonly ref: CommentRef } & (
  | { readonly before: Comment; readonly after: Standing }
  | { readonly refusal: Refusal }
);

/**
 * Carries out decisions one by one, each whole or not at all; what is refused does not hold up the others. Of two on one
 * comment, the first counts.
 */
export const decideComments = async (
  deps: Deps,
  asked: readonly Asked[],
  context: DecisionContext,
): Promise<readonly Decided[]> => {
  const apply = applying(deps, context);
  return inTurns(asked, (decision) => {
    const isFirst = asked.find((other) => isOnSame(other, decision)) === decision;
    return apply(decision.article, decision.comment, (comment) => {
      if (!isFirst) throw new Refusal('changed-meanwhile', 'Another decision on it stands before this one.');
      return decide(comment, decision, context);
    });
  });
};

const isOnSame = (one: Asked, other: Asked): boolean =>
  one.article === other.article && one.comment === other.comment;

/** Applies changes for one request. Once the storage is out, nothing more is tried: it would only wait as long again. */
export const applying = (deps: Deps, { site, now }: DecisionContext) => {
  let outage: Refusal | undefined;
  return async (
    article: string,
    id: CommentId,
    change: (comment: Comment) => StatusChange,
  ): Promise<Decided> => {
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
  { store }: Deps,
  ref: CommentRef,
  change: (comment: Comment) => StatusChange,
): Promise<Decided> => {
  try {
    const before = await store.find(ref);
    if (!before) throw notFound();
    const changed = change(before);
    await store.saveStatus(changed);
    return { ref, before, after: changed.comment };
  } catch (error) {
    if (error instanceof Refusal) return { ref, refusal: error };
    throw error;
  }
};

const notFound = () => new Refusal('comment-not-found', 'There is no such comment.');

/** A few at a time, answers in order. */
export const inTurns = async <A, B>(
  all: readonly A[],
  act: (one: A) => Promise<B>,
): Promise<readonly B[]> => {
  const done: B[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(act))));
  return done;
};
