import type { CommentId } from '../comment/comment.ts';
import { timeOf } from '../comment/comment-id.ts';
import { dayOf } from '../comment/time.ts';
import type { AuditEntry } from './audit-entry.ts';
import { AUTHOR } from './author/own-changes.ts';
import { decisions } from './status-change.ts';

/** What happened on one day of a site (UTC): names of what is counted, and how often. */
export type DayCounts = {
  readonly site: string;
  /** yyyy-mm-dd */
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
};

/**
 * Kinds of counts, each followed by a name: how comments were `screened` (by status), what moderators `did` (by action), `reasons` of
 * refusals, decisions by `member`, and how long held comments `waited` in their queue for their decision (by bucket).
 */
export const kinds = { screened: 's', did: 'd', reason: 'r', member: 'm', waited: 't' } as const;
export type Kind = keyof typeof kinds;
const nameOf = (kind: Kind, of: string | number): string => `${kinds[kind]} ${of}`;

/** A count's kind and what it counts; undefined for what this version does not know. */
export const readName = (name: string): readonly [Kind, string] | undefined => {
  const [letter, ...of] = name.split(' ');
  const [kind] = Object.entries(kinds).find(([, known]) => known === letter) ?? [];
  return kind === undefined ? undefined : [kind as Kind, of.join(' ')];
};

/** Buckets of waiting times grow by a quarter each, so that what is read of them is right to 12 %. */
const GROWTH = 1.25;
const LAST_BUCKET = 70;
const SECOND_MS = 1000;
export const bucketOf = (ms: number): number =>
  Math.min(LAST_BUCKET, Math.max(0, Math.round(Math.log(Math.max(1, ms / SECOND_MS)) / Math.log(GROWTH))));
/** The seconds that a bucket stands for. */
export const secondsOf = (bucket: number): number => GROWTH ** bucket;

/** The counts that comments' events add to their days. The site's own events add nothing. */
export const dayCountsOf = (site: string, entries: readonly AuditEntry[]): readonly DayCounts[] => {
  const days = Map.groupBy(entries.filter(isOfComment), ({ at }) => dayOf(at));
  return [...days].map(([day, ofDay]) => ({ site, day, counts: sumOf(ofDay.flatMap(namesOf)) }));
};

type OfComment = AuditEntry & { readonly comment: string };
const isOfComment = (entry: AuditEntry): entry is OfComment => entry.version !== undefined;

const namesOf = (entry: OfComment): readonly string[] => {
  const { action, by, after = '', before, reason, comment, at } = entry;
  const { heldAt = timeOf(comment as CommentId) } = entry;
  if (action === 'screen') return [nameOf('screened', after)];
  // Authors' changes of their own comments are no moderator's work.
  if (action === 'remove' || by === AUTHOR) return [];
  const isDecision = decisions.some((name) => name === action);
  return [
    nameOf('did', action),
    ...(isDecision ? [nameOf('member', by)] : []),
    ...(isDecision && reason !== undefined ? [nameOf('reason', reason)] : []),
    ...(isDecision && before === 'pending' ? [nameOf('waited', bucketOf(at - heldAt))] : []),
  ];
};

const sumOf = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
