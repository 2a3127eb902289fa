import type { Comment, CommentId } from '../../comment/comment.ts';
import { Refusal, type RefusalCode } from '../../comment/refusal.ts';
import { canMove } from '../../comment/status.ts';
import { type Decision, decide, removeWithThread } from '../../moderation/decision.ts';
import type { DecisionContext } from '../../moderation/status-change.ts';
import type {
  FindChange,
  FindComment,
  ListThread,
  SaveStatus,
  ShownComment,
} from '../../storage/comment-store.ts';
import { applying, type Decided, inTurns } from './apply-changes.ts';

/** Replies that one request removes, beside the comment itself. */
const REPLIES_MAX = 99;

type Deps = { readonly store: FindComment & FindChange & SaveStatus & ListThread };
type Asked = Decision & { readonly article: string; readonly comment: CommentId };

/**
 * Rejects a comment and the published replies below it, the newest first and the comment itself last, so that the same request goes on where
 * one stopped. Of a comment that is rejected already, the replies go.
 */
export const removeThread = async (deps: Deps, asked: Asked, context: DecisionContext): Promise<Decided> => {
  const apply = applying(deps, context);
  const { article, comment: id } = asked;
  const ref = { site: context.site.id, article, id };
  const rejectIt = () => apply(article, id, (one) => decide(one, asked, context));

  const comment = await deps.store.find(ref);
  if (!comment || !isRemovable(comment, asked)) return rejectIt();
  const replies = below(comment, await deps.store.listThread(ref, comment.root));
  if (comment.status === 'rejected' && replies.length === 0) return rejectIt();

  const tried = await inTurns(replies.slice(0, REPLIES_MAX), (reply) =>
    apply(article, reply.id, (one) => removeWithThread(one, context, asked.reason)),
  );
  const along = tried.filter((one) => 'after' in one);
  const left = replies.length - tried.filter(isGone).length;
  const stuck = along.length === 0 ? tried.find((one) => !isGone(one)) : undefined;
  if (stuck && 'refusal' in stuck) return { ref, refusal: aloneOf(stuck.refusal) };
  const isLast = left === 0 && comment.status !== 'rejected';
  const decided = isLast ? await rejectIt() : { ref, before: comment, after: comment };
  return 'refusal' in decided ? decided : { ...decided, along, left };
};

/** Whether a reply went now, or was gone already. */
const isGone = (one: Decided): boolean => 'after' in one || GONE.includes(one.refusal.code);
const GONE: readonly RefusalCode[] = ['already-decided', 'comment-not-found'];

/** A reply's refusal without the state of that reply. */
const aloneOf = ({ code, message, cause }: Refusal): Refusal => new Refusal(code, message, { cause });

const isRemovable = ({ version, status }: Comment, asked: Asked): boolean =>
  (asked.version ?? version) === version && (status === 'rejected' || canMove(status, 'rejected'));

/** The replies below a comment, at any depth, newest first. */
const below = ({ id }: Comment, thread: readonly ShownComment[]): readonly ShownComment[] => {
  const under = new Set<CommentId>([id]);
  const replies = thread
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .filter(({ id: reply, parent }) => {
      const isBelow = parent !== undefined && under.has(parent);
      if (isBelow) under.add(reply);
      return isBelow;
    });
  return replies.toReversed();
};
