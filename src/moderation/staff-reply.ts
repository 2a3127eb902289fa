import type { Comment, CommentId } from '../comment/comment.ts';
import type { Language } from '../comment/site.ts';
import type { AuditEvent, DecisionContext } from './status-change.ts';

/** A comment by the newsroom with its audit event; both are written or neither. */
export type StaffReply = { readonly comment: Comment; readonly event: AuditEvent };

type Written = {
  readonly id: CommentId;
  readonly text: string;
  /** As readers see it. */
  readonly author: string;
  /** Pseudonym under which the member's comments are found. */
  readonly authorKey: string;
  readonly fingerprint: string;
  readonly language: Language;
};

/** Answers a published comment for the newsroom: published at once, without screening. */
export const replyAsStaff = (
  parent: Pick<Comment, 'site' | 'article' | 'id' | 'root'>,
  written: Written,
  { site, by, now, batch }: DecisionContext,
): StaffReply => {
  const ref = { site: parent.site, article: parent.article };
  return {
    comment: {
      ...ref,
      ...written,
      ...{ status: 'approved', version: 1, seen: true, decision: batch },
      ...{ parent: parent.id, root: parent.root, createdAt: now, since: now },
      ...{ verdict: { outcome: 'approve', findings: [] }, policyVersion: site.version },
      authorRecord: { approved: 0, refused: 0 },
      ...{ isStaff: true, staffId: by },
    },
    event: {
      ...{ ...ref, comment: written.id, version: 1, at: now, by },
      ...{ action: 'reply', before: undefined, after: 'approved', batch, policy: site.version },
    },
  };
};
