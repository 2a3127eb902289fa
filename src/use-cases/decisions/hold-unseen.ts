import type { Comment } from '../../comment/comment.ts';
import { FLOOD_MEMORY } from '../../comment/policy.ts';
import { Refusal } from '../../comment/refusal.ts';
import { type Decision, hold } from '../../moderation/decision.ts';
import type { DecisionContext, StatusChange } from '../../moderation/status-change.ts';
import type { FindChange, FindComment, ListOfAuthor, SaveStatus } from '../../storage/comment-store.ts';
import { applying, type Decided, inTurns, unlessRefused } from './apply-changes.ts';

/** How far back an author's comments are held once one of them is spam: as many as a policy may let be unseen. */
const HELD_MAX = FLOOD_MEMORY;

type Deps = { readonly store: FindComment & FindChange & SaveStatus & ListOfAuthor };

/**
 * Holds what was published unseen because its author, who has now sent spam, was trusted: along with the first decision on the author's
 * comments. A decision that finds its comment filed as spam does the same, since the request that filed it may have ended before.
 * @param asked the decisions, in the order of what became of them
 * @returns what became of them; refused where the storage failed before all were held
 */
export const holdUnseen = async (
  deps: Deps,
  decided: readonly Decided[],
  asked: readonly Pick<Decision, 'decision'>[],
  context: DecisionContext,
): Promise<readonly Decided[]> => {
  const apply = applying(deps, context);
  const lists = await inTurns(firstOfAuthors(decided, asked), async ([author, first]) => ({
    first,
    refs: await unlessRefused(() => deps.store.listOfAuthor(author, HELD_MAX)),
  }));
  const listed = lists.flatMap(({ first, refs }) =>
    refs instanceof Refusal ? [] : refs.map((ref) => ({ first, ref })),
  );
  const tried = await inTurns(listed, async ({ first, ref }) => ({
    first,
    change: await apply(ref.article, ref.id, (comment) => holdIfUnseen(comment, context)),
  }));
  return decided.map((one) => {
    const unread = lists.find(({ first }) => first === one)?.refs;
    const changes = tried.filter(({ first }) => first === one).map(({ change }) => change);
    return withHeld(one, changes, unread instanceof Refusal ? unread : undefined);
  });
};

/** The authors of what is spam now, each with the first decision that says so. */
const firstOfAuthors = (
  decided: readonly Decided[],
  asked: readonly Pick<Decision, 'decision'>[],
): readonly (readonly [author: string, first: Decided])[] => {
  const firsts = new Map<string, Decided>();
  for (const [at, one] of decided.entries()) {
    const author = asked[at]?.decision === 'spam' ? authorOf(one) : undefined;
    if (author && !firsts.has(author)) firsts.set(author, one);
  }
  return [...firsts];
};

const authorOf = (one: Decided): string | undefined => {
  if ('after' in one) return one.before.authorKey;
  return one.comment?.status === 'spam' ? one.comment.authorKey : undefined;
};

const withHeld = (one: Decided, changes: readonly Decided[], unread: Refusal | undefined): Decided => {
  const along = changes.filter((change) => 'after' in change);
  const refusals = changes.flatMap((change) => ('refusal' in change ? [change.refusal] : []));
  const failed = unread ?? refusals.find(({ code }) => code === 'storage-unavailable');
  return {
    ...one,
    ...(along.length > 0 ? { along } : {}),
    ...(failed ? { refusal: failed } : {}),
  };
};

const holdIfUnseen = (comment: Comment, context: DecisionContext): StatusChange => {
  if (comment.status !== 'approved' || comment.seen)
    throw new Refusal('already-decided', `The comment is already ${comment.status}.`);
  return hold(comment, context);
};
