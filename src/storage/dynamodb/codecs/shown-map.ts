import type { Comment, CommentId } from '../../../comment/comment.ts';
import { type Item, mapOf, numberOf, optional, textOf } from '../attributes.ts';

/** All that readers see of a comment, but for what its keys say: its id, its thread and when it came in. */
type Shown = Pick<Comment, 'author' | 'url' | 'text' | 'parent' | 'version'>;

/** The map that holds it. Index `view` carries it whole, so that a field added here needs no other index. */
export const SHOWN = 'shown';
/** The path of a comment's version. */
export const VERSION = `${SHOWN}.version`;

export const writeShown = ({ author, url, text, parent, version }: Shown) => ({
  [SHOWN]: { author, url, text, parent, version },
});

/** From an item of the table or of the index. @throws {DamagedItem} */
export const readShown = (item: Item): Shown => {
  const map = mapOf(item, SHOWN);
  return {
    author: textOf(map, 'author'),
    text: textOf(map, 'text'),
    version: numberOf(map, 'version'),
    ...optional('url', map),
    ...(optional('parent', map) as { parent?: CommentId }),
  };
};

/** The version of an item that may be of any shape; undefined when it has none. */
export const versionIn = (item: Item): number | undefined => {
  const version = item[SHOWN]?.M?.version?.N;
  return version === undefined ? undefined : Number(version);
};
