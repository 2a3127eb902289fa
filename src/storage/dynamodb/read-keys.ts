import type { CommentId } from '../../comment/comment.ts';
import { timeOf } from '../../comment/comment-id.ts';
import {
  APPEAL_PREFIX,
  banListKey,
  COMMENT_PREFIX,
  EVENT_PREFIX,
  memoryKey,
  REPORT_PREFIX,
  siteKey,
  siteTrail,
} from './keys.ts';

const ID_LENGTH = 26;

/** Parses the site and the article from the partition key of a comment or an article. */
export const articleOf = (pk: string) => {
  const [site = '', article = ''] = pk.split('#').map(whole);
  return { site, article };
};
/** Parses the sort key of an audit event, or of a latest decision. */
export const eventOf = (sk: string) => {
  const [at = '', comment = '', version = ''] = sk.slice(EVENT_PREFIX.length).split('#');
  return { at: timeOf(at as CommentId), comment: comment as CommentId, version: Number(version) };
};
/** The comment that a report, or the sum of its reports, is about. */
export const reportIdOf = (sk: string) =>
  sk.slice(REPORT_PREFIX.length, REPORT_PREFIX.length + ID_LENGTH) as CommentId;
/** The comment that an appeal is about. */
export const appealIdOf = (sk: string) => sk.slice(APPEAL_PREFIX.length) as CommentId;
/** The comment that a lesson was learned from. */
export const lessonIdOf = (sk: string) => sk.slice(-ID_LENGTH) as CommentId;
export const reporterOf = (sk: string) => whole(sk.slice(REPORT_PREFIX.length + ID_LENGTH + 1));
export const siteOf = (sk: string) => whole(sk);
export const articleOfDay = (sk: string) => whole(sk);
export const idOf = (sk: string) => sk.slice(COMMENT_PREFIX.length) as CommentId;
/** The thread an approved comment is on view in. */
export const rootOf = (vs: string) => vs.slice(0, ID_LENGTH) as CommentId;
/** The comment an approved comment's place in the view names. */
export const idOfView = (vs: string) => vs.slice(-ID_LENGTH) as CommentId;

/** Parses the time since which a comment is listed. */
export const sinceOfView = (vs: string) => timeOf(vs as CommentId);

/** Whether functions cache a partition's items: sites, their memories and their bans. */
export const isRemembered = (pk: string): boolean =>
  pk === siteKey('').pk || pk.startsWith(memoryKey('').pk) || pk.startsWith(banListKey('').pk);

/** Whether a partition holds a site's own trail rather than an article's. */
export const isSiteTrail = (pk: string): boolean => pk.startsWith(siteTrail(''));
/** The site of an article's trail or of its own. */
export const siteOfTrail = (pk: string): string => {
  const { site, article } = articleOf(pk);
  return isSiteTrail(pk) ? article : site;
};

const whole = (text: string) =>
  text.replace(/%(25|23|7E)/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
