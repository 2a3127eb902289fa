import type { Comment } from '../../../comment/comment.ts';
import { versionIn } from '../codecs/shown-map.ts';
import { commentKey } from '../keys.ts';
import type { Table } from '../table.ts';

/**
 * Whether a comment was changed again after a change that the stream tells of only now. Requests take their time as they begin and are stored
 * in another order, so that versions alone tell what came first. A read unit, or what the comment weighs.
 */
export const hasMovedOn = async (
  table: Table,
  { site, article, id, version }: Pick<Comment, 'site' | 'article' | 'id' | 'version'>,
): Promise<boolean> => {
  const item = await table.get(commentKey(site, article, id), { ConsistentRead: true });
  return (item && versionIn(item)) !== version;
};
