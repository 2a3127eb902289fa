import { isPageShown, type PageStanding, pageStandings } from '../../../comment/author-page.ts';
import { type Comment, type CommentId, type Editor, editors } from '../../../comment/comment.ts';
import { type Item, mapOf, numberOf, optional, textOf } from '../attributes.ts';

/** All that readers see of a comment, but for what its keys say (its id, its thread and when it came in), and whether they see `url`. */
type Shown = Pick<
  Comment,
  'author' | 'url' | 'page' | 'text' | 'parent' | 'version' | 'edited' | 'isStaff' | 'identicon'
>;

/** The map that holds it. Index `view` carries it whole, so that a field added here needs no other index. */
export const SHOWN = 'shown';
/** The path of a comment's version. */
export const VERSION = `${SHOWN}.version`;
/** The path of its page's standing. */
export const PAGE = `${SHOWN}.page`;

/** The paths of the text, and of who changed it. */
export const TEXT = `${SHOWN}.text`;
export const EDITED = `${SHOWN}.edited`;

export const writeShown = ({ isStaff, ...shown }: Shown) => {
  const { author, url, page, text, parent, version, edited, identicon } = shown;
  return { [SHOWN]: { author, url, page, text, parent, version, edited, identicon, staff: isStaff && 1 } };
};

/** For moderators: the page as stated. From an item of the table or of the index. @throws {DamagedItem} */
export const readShownWhole = (item: Item): Shown => {
  const map = mapOf(item, SHOWN);
  return {
    author: textOf(map, 'author'),
    text: textOf(map, 'text'),
    version: numberOf(map, 'version'),
    ...optional('url', map),
    ...optional('identicon', map),
    ...standingIn(map),
    ...editorIn(map),
    ...(map.staff ? { isStaff: true as const } : {}),
    ...(optional('parent', map) as { parent?: CommentId }),
  };
};

/** For readers: the page only where they may see it. @throws {DamagedItem} */
export const readShown = (item: Item): Omit<Shown, 'page'> => {
  const { url, page, ...shown } = readShownWhole(item);
  return { ...shown, ...(url !== undefined && isPageShown(page) ? { url } : {}) };
};

/** What nobody can read keeps the page from readers. */
const standingIn = ({ page }: Item): { readonly page?: PageStanding } =>
  page === undefined ? {} : { page: pageStandings.find((name) => name === page.S) ?? 'early' };

const editorIn = ({ edited }: Item): { readonly edited?: Editor } => {
  const editor = editors.find((name) => name === edited?.S);
  return editor === undefined ? {} : { edited: editor };
};

/** The version of an item that may be of any shape; undefined when it has none. */
export const versionIn = (item: Item): number | undefined => {
  const version = item[SHOWN]?.M?.version?.N;
  return version === undefined ? undefined : Number(version);
};
