import type { Comment, CommentRef } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import type { AuditEvent, DecisionContext } from './status-change.ts';

/** Another text for a comment, by a moderator. Screening is not run again. */
export type Edit = {
  readonly comment: CommentRef;
  readonly text: string;
  /** The text before, which is the one that was submitted where nobody edited it yet. */
  readonly original: string;
  /** Whether the text is again as its author wrote it, so that nothing tells of an edit but the audit trail, and of the author's own. */
  readonly isBack: boolean;
  /** When its author had edited it, if they had. */
  readonly revisedAt: number | undefined;
  readonly edit: NonNullable<Comment['edit']>;
  readonly event: AuditEvent;
};

type Asked = {
  readonly text: string;
  /** The version that was read. */
  readonly version: number;
  readonly digest: KeyedDigest;
};
/** A digest over parts that nobody without the secret can make. */
export type KeyedDigest = (...parts: readonly string[]) => string;

/**
 * Gives a comment another text.
 * @throws {Refusal} `changed-meanwhile` when another version was read, `already-decided` when nothing would change or its author took it back.
 */
export const editText = (
  comment: Comment,
  { text, version, digest }: Asked,
  { site, by, now, batch }: DecisionContext,
): Edit => {
  const { article, id, status } = comment;
  if (version !== comment.version)
    throw new Refusal('changed-meanwhile', `The comment is now ${status}, version ${comment.version}.`);
  if (status === 'withdrawn') throw new Refusal('already-decided', 'Its author took the comment back.');
  if (text === comment.text) throw new Refusal('already-decided', 'The comment has this text already.');

  const edit = { by, at: now, version: version + 1 };
  const ref = { site: comment.site, article };
  return {
    comment: { ...ref, id },
    text,
    original: comment.text,
    isBack: text === comment.original,
    revisedAt: comment.edited === 'author' ? comment.editedAt : comment.revisedAt,
    edit,
    event: {
      ...{ ...ref, comment: id, ...edit },
      ...{ action: 'edit', before: status, after: status, batch, policy: site.version },
      texts: editedTexts(comment, text, digest),
    },
  };
};

/**
 * Names two texts of a comment in the audit trail, which holds none and stays when the comment is erased. Equal texts of the comment have
 * equal names; those of other comments have others.
 */
export const editedTexts = (
  { site, article, id, text: before }: Comment,
  after: string,
  digest: KeyedDigest,
): NonNullable<AuditEvent['texts']> => {
  const nameOf = (text: string) => digest('text', site, article, id, text);
  return { before: nameOf(before), after: nameOf(after) };
};
