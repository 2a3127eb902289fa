/** Characters (Unicode code points) that a comment and what is said about it may have. A policy may allow a text fewer. */
export const TEXT_MAX = 10_000;
/** Of an author's name. Source: WordPress. */
export const AUTHOR_MAX = 245;
/** Of the address of an author's own page. Source: WordPress. */
export const URL_MAX = 200;
/** Of an article's title. */
export const TITLE_MAX = 300;
/** Of an article's address. */
export const LINK_MAX = 2_048;
/** A moderator's note to an author, or an author's reason to look again. */
export const NOTE_MAX = 1_000;

/** Articles whose comments one request has counted. Source: Coral. */
export const COUNTED_MAX = 100;
/** Decisions of one request. */
export const DECISIONS_MAX = 100;
