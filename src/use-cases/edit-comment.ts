import { requireClock } from '../comment/clock.ts';
import type { CommentId } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import { editText, type KeyedDigest } from '../moderation/edit.ts';
import type { DecisionContext } from '../moderation/status-change.ts';
import { isDue } from '../retention/policy.ts';
import type { FindChange, FindComment } from '../storage/comment-store.ts';
import type { SaveEdit } from '../storage/moderation-store.ts';
import { notFound, withCurrent } from './decisions/apply-changes.ts';

type Deps = { readonly store: FindComment & FindChange & SaveEdit };
type Asked = {
  readonly article: string;
  readonly comment: CommentId;
  /** The one that was read; the current one when absent. */
  readonly version?: number;
  readonly text: string;
  readonly digest: KeyedDigest;
};

/** Gives a comment another text. @returns the comment as it is now @throws {Refusal} a conflict says how the comment stands */
export const editComment = async ({ store }: Deps, asked: Asked, context: DecisionContext) => {
  requireClock(context.now);
  const ref = { site: context.site.id, article: asked.article, id: asked.comment };
  const comment = await store.find(ref);
  if (!comment || isDue(comment, context.now)) throw notFound();
  try {
    const edit = editText(comment, { version: comment.version, ...asked }, context);
    await store.saveEdit(edit);
    return { ...comment, text: edit.text, version: edit.edit.version };
  } catch (error) {
    if (error instanceof Refusal) throw await withCurrent(store, ref, error);
    throw error;
  }
};
