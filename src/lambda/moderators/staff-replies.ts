import type { Reply } from '../../api/moderators/reply-to-comment.ts';
import { publicComment } from '../../api/reader-views.ts';
import type { CommentId } from '../../comment/comment.ts';
import type { Site } from '../../comment/site.ts';
import type { Digests } from '../../tokens/digests.ts';
import type { UndoStep } from '../../tokens/tokens.ts';
import type { Replied } from '../../use-cases/reply-to-comment.ts';
import { undoable } from './decisions.ts';

type Moderator = { readonly sub: string; readonly name?: string | undefined };
type Writing = {
  readonly site: Pick<Site, 'id' | 'name'>;
  readonly article: string;
  readonly parent: CommentId;
  readonly text: string;
  readonly id: string;
  readonly digests: Digests;
};

/** A reply as a member writes it: under their name, where it is known, or else under the site's. */
export const writtenBy = (
  { sub, name }: Moderator,
  { site, article, parent, text, id, digests }: Writing,
) => ({
  id: id as CommentId,
  text,
  author: name ?? site.name,
  authorKey: digests.author(site.id, `staff ${sub}`),
  fingerprint: digests.fingerprint('reply', sub, article, parent, text),
});

/** The reply as readers see it, and what takes both acts back. */
export const repliedView = (
  { reply, parent }: Replied,
  { policy }: Pick<Site, 'policy'>,
  issue: (steps: readonly UndoStep[]) => string,
): Reply => {
  const { id, version } = reply;
  const withdrawn = { article: reply.article, id, version, before: 'rejected' } as const;
  return {
    comment: publicComment(reply, policy.display),
    answered: { comment: parent.after.id, status: parent.after.status, version: parent.after.version },
    undo: issue([withdrawn, ...undoable([parent])]),
  };
};
