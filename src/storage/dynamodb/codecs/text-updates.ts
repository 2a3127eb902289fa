import type { Comment, Editor } from '../../../comment/comment.ts';
import type { Edit } from '../../../moderation/edit.ts';
import type { Item, PlainMap } from '../attributes.ts';
import type { Update } from '../expressions.ts';
import { EDIT, ORIGINAL, REVISED_AT, standingAttributes } from './comment-item.ts';
import { EDITED, EDITED_AT, SHOWN, TEXT, VERSION, versionIn, writeShown } from './shown-map.ts';

/** Writes a moderator's text, on the condition of the version before. The submitted text is kept as `original`. */
export const editToUpdate = ({ text, original, isBack, edit, revisedAt }: Edit): Update => {
  const set = { [TEXT]: text, [VERSION]: edit.version, [EDIT]: edit };
  const only = [[VERSION, '=', edit.version - 1]] as const;
  const by = (editor: Editor, at: number) => ({ ...set, [EDITED]: editor, [EDITED_AT]: at });
  if (!isBack)
    return { set: by('newsroom', edit.at), fill: { [ORIGINAL]: original, [REVISED_AT]: revisedAt }, only };
  return revisedAt === undefined
    ? { set, remove: [EDITED, EDITED_AT, ORIGINAL], only }
    : { set: by('author', revisedAt), remove: [ORIGINAL, REVISED_AT], only };
};

/**
 * Writes a comment as its author edited it, on the condition of the version before. The text before is not kept, unless a moderator filed
 * that as spam.
 */
export const revisionToUpdate = (comment: Comment): Update => {
  const attributes: PlainMap = {
    ...standingAttributes(comment),
    ...writeShown(comment),
    ...{ [EDIT]: comment.edit, [ORIGINAL]: comment.original, policy: comment.policyVersion },
    [REVISED_AT]: undefined,
  };
  return {
    set: attributes,
    remove: Object.keys(attributes).filter((name) => attributes[name] === undefined),
    only: [[VERSION, '=', comment.version - 1]],
  };
};

/** Whether this very edit is what the item holds. */
export const hasEdit = (item: Item, { edit }: Pick<Edit, 'edit'>): boolean =>
  versionIn(item) === edit.version &&
  item[EDIT]?.M?.at?.N === String(edit.at) &&
  item[EDIT]?.M?.by?.S === edit.by;

/** Whether the item holds this very text as its author's; two edits of one moment may differ in it alone. */
export const hasRevision = (item: Item, { edit, text }: Comment): boolean =>
  edit !== undefined && hasEdit(item, { edit }) && item[SHOWN]?.M?.text?.S === text;
