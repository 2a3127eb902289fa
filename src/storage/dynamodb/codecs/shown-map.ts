import { isPageShown, type PageStanding, pageStandings } from '../../../comment/author-page.ts';
import { type CommentId, editors, type ShownFields } from '../../../comment/comment.ts';
import { present } from '../../../comment/present.ts';
import { type Item, mapOf, numberOf, textOf } from '../attributes.ts';

/** The map that holds what readers see. Index `view` carries it whole, so a new field needs no new index. */
export const SHOWN = 'shown';
/** The path of a comment's version. */
export const VERSION = `${SHOWN}.version`;
/** The path of its page's standing. */
export const PAGE = `${SHOWN}.page`;

/** The paths of the text, and of who changed it, and when. */
export const TEXT = `${SHOWN}.text`;
export const EDITED = `${SHOWN}.edited`;
export const EDITED_AT = `${SHOWN}.editedAt`;

export const writeShown = (comment: ShownFields) => {
  const { author, url, page, text, parent, version, edited, editedAt, isStaff, identicon } = comment;
  const fields = {
    author,
    url,
    page,
    text,
    parent,
    version,
    edited,
    editedAt,
    identicon,
    staff: isStaff && 1,
  };
  return { [SHOWN]: fields satisfies Stored };
};

/** All fields, so that a new one does not compile until it is written and read. */
type All = Record<keyof ShownFields, unknown>;
type Stored = Omit<All, 'isStaff'> & { readonly staff: unknown };

/** For moderators: the page as stated. From an item of the table or of the index. @throws {DamagedItem} */
export const readShownWhole = (item: Item): ShownFields => {
  const map = mapOf(item, SHOWN);
  return present({
    author: textOf(map, 'author'),
    url: map.url?.S,
    page: standingIn(map),
    text: textOf(map, 'text'),
    parent: map.parent?.S as CommentId | undefined,
    version: numberOf(map, 'version'),
    edited: editors.find((name) => name === map.edited?.S),
    editedAt: map.editedAt && numberOf(map, 'editedAt'),
    isStaff: map.staff && (true as const),
    identicon: map.identicon?.S,
  } satisfies All);
};

/** For readers: the page only where they may see it. @throws {DamagedItem} */
export const readShown = (item: Item): Omit<ShownFields, 'page'> => {
  const { url, page, ...shown } = readShownWhole(item);
  return { ...shown, ...(url !== undefined && isPageShown(page) ? { url } : {}) };
};

/** A standing that this version does not know hides the page from readers. */
const standingIn = ({ page }: Item): PageStanding | undefined =>
  page && (pageStandings.find((name) => name === page.S) ?? 'early');

/** The version of an item that may be of any shape; undefined when it has none. */
export const versionIn = (item: Item): number | undefined => {
  const version = item[SHOWN]?.M?.version?.N;
  return version === undefined ? undefined : Number(version);
};
