/**
 * The whole key design. Names and ids are escaped, so that no two things share a key.
 *
 * | item            | pk                      | sk                     | v (index `view`)   | vs                    | a (index `author`) |
 * | --------------- | ----------------------- | ---------------------- | ------------------ | --------------------- | ------------------ |
 * | comment         | site#article            | C#id                   |                    |                       | author pseudonym   |
 * |   approved      |                         |                        | site#article       | root id, id if reply  |                    |
 * |   in a queue    |                         |                        | ~Q#site#queue      | id at time of entry   |                    |
 * |   blatant spam  |                         |                        | none               | none                  |                    |
 * | article         | site#article            | A                      |                    |                       |                    |
 * | audit event     | site#article            | E#id at time#id#version|                    |                       |                    |
 * | reports, in sum | site#article            | R#id                   | ~Q#site#reported   | id at time of entry   |                    |
 * | report          | site#article            | R#id#reporter          |                    |                       | a proven author's  |
 * | appeal          | site#article            | P#id                   | ~Q#site#appeals    | id at time of entry   |                    |
 * | reporter        | ~R#site#pseudonym       | R                      |                    |                       |                    |
 * | network buffer  | ~V#site#pseudonym       | V                      |                    |                       |                    |
 * | its reports     | ~V#site#pseudonym       | R                      |                    |                       |                    |
 * | receipt's window| ~O#site#article#id      | act                    |                    |                       |                    |
 * | person buffer   | ~P#pseudonym            | P                      |                    |                       |                    |
 * | idempotency key | ~K#site#digest          | K                      |                    |                       |                    |
 * | newsroom reply  | ~K#site#digest          | R                      |                    |                       |                    |
 * | proof of work   | ~K#site#challenge       | P                      |                    |                       |                    |
 * | texts buffer    | ~T#site#shard           | T                      |                    |                       |                    |
 * | pages buffer    | ~W#site                 | W                      |                    |                       |                    |
 * | author          | ~U#pseudonym            | U                      |                    |                       |                    |
 * | site            | ~S                      | site                   |                    |                       |                    |
 * | queue counts    | ~Q#site                 | Q                      |                    |                       |                    |
 * | day of activity | ~D#site#yyyy-mm-dd      | article                |                    |                       |                    |
 * | job             | ~J                      | job#site               |                    |                       |                    |
 * | job's last run  | ~J                      | ran#job                |                    |                       |                    |
 * | site's memory   | ~M#site                 | M                      |                    |                       |                    |
 * | pages of spam   | ~M#site                 | P, P#time#page's owner |                    |                       |                    |
 * | lesson          | ~M#site                 | L#article#id           |                    |                       |                    |
 * | bans in force   | ~X#site                 | B                      |                    |                       |                    |
 * | surge window    | ~G#site                 | G                      |                    |                       |                    |
 * | ban             | ~X#site                 | B#id                   |                    |                       |                    |
 * | site's event    | ~E#site                 | E#id                   |                    |                       |                    |
 * | audit chain     | as its events           | Z#number               |                    |                       |                    |
 * | day's counts    | ~C#site                 | yyyy-mm-dd             |                    |                       |                    |
 * | policy's version| ~H#site                 | H#number               |                    |                       |                    |
 * | member          | ~B#site                 | M#id                   |                    |                       |                    |
 * | invitation      | ~B#site                 | I#id                   |                    |                       |                    |
 * | count of admins | ~B#site                 | A                      |                    |                       |                    |
 * | team's version  | ~B#site                 | T                      |                    |                       |                    |
 * | memberships     | ~A#identity             | A                      |                    |                       |                    |
 * | latest decision | ~L#site                 | L#id at time#id#version|                    |                       |                    |
 *
 * The event of a comment's screening also says what was counted of the comment (`counted`).
 * The index `author` sorts by sk. A site's name has no `~`, so no article's partition begins with one.
 */
import type { CommentId, CommentRef } from '../../comment/comment.ts';
import { idAt } from '../../comment/comment-id.ts';
import { type Listing, listingOf, placeTimeOf, type Queue } from '../../comment/queue.ts';
import type { AuditEvent, Standing } from '../../moderation/status-change.ts';

export const VIEW = 'view';
export const AUTHOR_INDEX = 'author';
export const COMMENT_PREFIX = 'C#';
export const EVENT_PREFIX = 'E#';
export const LINK_PREFIX = 'Z#';
export const REPORT_PREFIX = 'R#';
export const APPEAL_PREFIX = 'P#';
export const POLICY_PREFIX = 'H#';

export type Key = { readonly pk: string; readonly sk: string };

export const articlePartition = (site: string, article: string) => `${part(site)}#${part(article)}`;
export const articleKey = (site: string, article: string): Key => ({
  pk: articlePartition(site, article),
  sk: 'A',
});
export const commentKey = (site: string, article: string, id: CommentId): Key => ({
  pk: articlePartition(site, article),
  sk: `${COMMENT_PREFIX}${id}`,
});
type EventRef = Pick<AuditEvent, 'site' | 'article' | 'comment' | 'at' | 'version'>;
export const eventKey = ({ site, article, comment, at, version }: EventRef): Key => ({
  pk: articlePartition(site, article),
  sk: `${EVENT_PREFIX}${idAt(at, comment)}#${comment}#${version}`,
});
export const networkKey = (site: string, network: string): Key => ({
  pk: `~V#${part(site)}#${part(network)}`,
  sk: 'V',
});
/** The window of a network's latest reports. */
export const reportWindowKey = (site: string, network: string): Key => ({
  ...networkKey(site, network),
  sk: 'R',
});
/** The sum of a comment's reports. */
export const reportsKey = ({ site, article, id }: CommentRef): Key => ({
  pk: articlePartition(site, article),
  sk: `${REPORT_PREFIX}${id}`,
});
export const reportKey = (ref: CommentRef, reporter: string): Key => {
  const { pk, sk } = reportsKey(ref);
  return { pk, sk: `${sk}#${part(reporter)}` };
};
/** A comment's appeal. */
export const appealKey = ({ site, article, id }: CommentRef): Key => ({
  pk: articlePartition(site, article),
  sk: `${APPEAL_PREFIX}${id}`,
});
/** The window of an act by the holder of a comment's receipt. */
export const receiptWindowKey = ({ site, article, id }: CommentRef, act: string): Key => ({
  pk: `~O#${articlePartition(site, article)}#${id}`,
  sk: act,
});
/** What is known of somebody who reports: an author's or a network's pseudonym. */
export const reporterKey = (site: string, reporter: string): Key => ({
  pk: `~R#${part(site)}#${part(reporter)}`,
  sk: 'R',
});
/** A proven author's latest submissions. */
export const personKey = (author: string): Key => ({ pk: `~P#${part(author)}`, sk: 'P' });
/** An idempotency key's record. */
export const idempotencyKey = (site: string, digest: string): Key => ({
  pk: `~K#${part(site)}#${part(digest)}`,
  sk: 'K',
});
/** A proof of work that came with a comment. */
export const proofKey = (site: string, proof: string): Key => ({ ...idempotencyKey(site, proof), sk: 'P' });
/** The id of the latest reply of the newsroom with the same author, words and place. */
export const repliedKey = (site: string, fingerprint: string): Key => ({
  ...idempotencyKey(site, fingerprint),
  sk: 'R',
});
export const textsKey = (site: string, shard: number): Key => ({ pk: `~T#${part(site)}#${shard}`, sk: 'T' });
/** The pages that a site's latest submissions stated. */
export const pagesKey = (site: string): Key => ({ pk: `~W#${part(site)}`, sk: 'W' });
export const authorKey = (author: string): Key => ({ pk: `~U#${part(author)}`, sk: 'U' });
export const siteKey = (site: string): Key => ({ pk: '~S', sk: part(site) });
export const queueCountsKey = (site: string): Key => ({ pk: queueCountsPartition(site), sk: 'Q' });
export const dayPartition = (site: string, day: string) => `~D#${part(site)}#${day}`;
export const dayKey = (site: string, day: string, article: string): Key => ({
  pk: dayPartition(site, day),
  sk: part(article),
});
export const jobKey = (job: string, site: string): Key => ({ pk: '~J', sk: `${part(job)}#${part(site)}` });
/** Of a job's last run. No job's name begins like this. */
export const RUN_PREFIX = 'ran#';
export const runKey = (job: string): Key => ({ pk: jobKey('', '').pk, sk: `${RUN_PREFIX}${part(job)}` });
/** A site's model, learned from its moderators. */
export const memoryKey = (site: string): Key => ({ pk: `~M#${part(site)}`, sk: 'M' });
/** The pages of a site's comments that moderators filed as spam. */
export const spamPagesKey = (site: string, more = ''): Key => ({ ...memoryKey(site), sk: `P${more}` });
/** All of a site's bans in short, as submissions are held against them. */
export const banListKey = (site: string): Key => ({ pk: `~X#${part(site)}`, sk: 'B' });
export const BAN_PREFIX = 'B#';
export const banKey = (site: string, id: string): Key => ({ ...banListKey(site), sk: `${BAN_PREFIX}${id}` });
/** A site's newest comments, as surges are told from them. */
export const surgeWindowKey = (site: string): Key => ({ pk: `~G#${part(site)}`, sk: 'G' });
/** What one comment taught. @param comment its article and its id, which has one length, so nothing in an article's name is mistaken for it */
export const lessonKey = (site: string, comment: string): Key => ({ ...memoryKey(site), sk: `L#${comment}` });
/** An event of the site's own audit trail. @param id a ULID */
export const siteEventKey = (site: string, id: string): Key => ({
  pk: siteTrail(site),
  sk: `${EVENT_PREFIX}${id}`,
});
/** The partition of a site's own trail. */
export const siteTrail = (site: string): string => `~E#${part(site)}`;
/** What was counted on a day of a site. */
export const dayCountsKey = (site: string, day: string): Key => ({ pk: `~C#${part(site)}`, sk: day });
/** A link of the chain that seals the events of a partition. */
export const linkKey = (pk: string, number: number): Key => ({ pk, sk: `${LINK_PREFIX}${inOrder(number)}` });
/** A version of a site's policy. */
export const policyVersionKey = (site: string, version: number): Key => ({
  pk: `~H#${part(site)}`,
  sk: `${POLICY_PREFIX}${inOrder(version)}`,
});
/** Whether a partition holds versions of a site's policy. */
export const isPolicyHistory = (pk: string): boolean => pk.startsWith(policyVersionKey('', 0).pk);
/** A site's members and invitations. */
export const teamPartition = (site: string) => `~B#${part(site)}`;
/** On how many sites somebody is a member. */
export const membershipsKey = (identity: string): Key => ({ pk: `~A#${part(identity)}`, sk: 'A' });
/** What was decided or published on a site, by the time of it. */
export const latestPartition = (site: string) => `~L#${part(site)}`;
export const latestKey = ({ site, comment, at, version }: Omit<EventRef, 'article'>): Key => ({
  pk: latestPartition(site),
  sk: `L#${idAt(at, comment)}#${comment}#${version}`,
});
export const queuePartition = (site: string, listing: Listing | Queue) =>
  `${queueCountsPartition(site)}#${listing}`;

/** A comment's keys in index `view`; undefined when no list shows it. */
export const viewOf = (comment: Standing): { readonly v: string; readonly vs: string } | undefined => {
  const { site, article, id, root, status } = comment;
  if (status === 'approved')
    return { v: articlePartition(site, article), vs: id === root ? id : `${root}${id}` };
  const listing = listingOf(comment);
  return listing && { v: queuePartition(site, listing), vs: idAt(placeTimeOf(comment), id) };
};

const queueCountsPartition = (site: string) => `~Q#${part(site)}`;
const part = (text: string) => text.replace(/[%#~]/g, (char) => encodeURIComponent(char).replace('~', '%7E'));
/** A number as part of a key, such that keys sort like numbers. */
const inOrder = (number: number) => String(number).padStart(9, '0');
