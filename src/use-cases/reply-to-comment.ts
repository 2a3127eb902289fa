import { requireClock } from '../comment/clock.ts';
import type { Comment, CommentId, CommentRef } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import { MINUTE_MS } from '../comment/time.ts';
import { type Decision, decide } from '../moderation/decision.ts';
import { needsAuthor } from '../moderation/page-decision.ts';
import { replyAsStaff } from '../moderation/staff-reply.ts';
import type { DecisionContext, StatusChange } from '../moderation/status-change.ts';
import { isDue } from '../retention/policy.ts';
import type { FindChange, FindComment, ReadAuthor, SaveStatus } from '../storage/comment-store.ts';
import type { FindReplied, SaveReply } from '../storage/moderation-store.ts';
import { type Done, notFound, withCurrent } from './decisions/apply-changes.ts';
import { unlessLate } from './decisions/take-turns.ts';

/** The same words to the same comment within this time are one reply that was sent again. */
const REPEATED_MS = 10 * MINUTE_MS;

type Store = FindComment & FindChange & FindReplied & ReadAuthor & SaveReply & SaveStatus;
type Deps = { readonly store: Store };
type Written = Omit<Parameters<typeof replyAsStaff>[1], 'language'>;
type Asked = {
  readonly article: string;
  readonly parent: CommentId;
  /** Publishes the comment that is answered, too. */
  readonly approve?: { readonly version: number };
};
/** A reply, and the comment that it answers as it was and as it is now. */
export type Replied = { readonly reply: Comment; readonly parent: Done };

/**
 * Answers a comment for the newsroom, and publishes both or neither. A repeated request posts nothing more, and still publishes what it answers.
 * @throws {Refusal} `parent-not-found` when that is not published; a conflict says how it stands
 */
export const replyToComment = async (
  { store }: Deps,
  asked: Asked,
  written: Written,
  context: DecisionContext,
): Promise<Replied> => {
  requireClock(context.now);
  const ref = { site: context.site.id, article: asked.article, id: asked.parent };
  try {
    // Where the same came first it is found the second time.
    return (
      (await unlessLate(() => replyOnce(store, ref, { asked, written, context }))) ??
      (await replyOnce(store, ref, { asked, written, context }))
    );
  } catch (error) {
    if (error instanceof Refusal) throw await withCurrent(store, ref, error);
    throw error;
  }
};

type Act = { readonly asked: Asked; readonly written: Written; readonly context: DecisionContext };

const replyOnce = async (
  store: Store,
  ref: CommentRef,
  { asked, written, context }: Act,
): Promise<Replied> => {
  const before = await store.find(ref);
  if (!before || isDue(before, context.now)) throw notFound();
  const latest = await store.findReplied(ref.site, written.fingerprint);
  const sent = await findSent({ store }, latest, { ...ref, now: context.now });
  const approval = await approve({ store }, before, { ...asked, isRepeated: sent !== undefined }, context);
  const parent = { ref, before, after: approval?.comment ?? before };
  if (sent) {
    if (approval) await store.saveStatus(approval);
    return { reply: sent, parent };
  }
  if (parent.after.status !== 'approved') throw notPublished();
  const reply = replyAsStaff(before, { ...written, language: before.language }, context);
  await store.saveReply(reply, { approval, latest });
  return { reply: reply.comment, parent };
};

/** The reply that this one repeats, where it is one that was sent again. */
const findSent = async (
  { store }: { readonly store: FindComment },
  latest: CommentId | undefined,
  { now, ...where }: { readonly site: string; readonly article: string; readonly now: number },
): Promise<Comment | undefined> => {
  const sent = latest && (await store.find({ ...where, id: latest }));
  return sent?.status === 'approved' && now - sent.createdAt < REPEATED_MS ? sent : undefined;
};

/** Nothing is left to approve where a moderator published that very version, or the reply was sent before and what it answers is published. */
const approve = async (
  { store }: { readonly store: ReadAuthor },
  comment: Comment,
  { approve: asked, isRepeated }: Pick<Asked, 'approve'> & { readonly isRepeated: boolean },
  context: DecisionContext,
): Promise<StatusChange | undefined> => {
  if (asked === undefined) return undefined;
  const { version } = asked;
  const { status, seen } = comment;
  if (status === 'approved' && (isRepeated || (seen && comment.version === version))) return undefined;
  const decision: Decision = { decision: 'approve', version };
  const author = needsAuthor(comment, decision, context.site.policy)
    ? await store.readAuthor(comment.authorKey)
    : undefined;
  return decide(comment, decision, context, author);
};

const notPublished = () =>
  new Refusal('parent-not-found', 'The comment is not published: approve it with the reply.');
