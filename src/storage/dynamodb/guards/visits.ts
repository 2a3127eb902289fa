import type { CommentId } from '../../../comment/comment.ts';
import { bytesOf, commentIdOf, firstIdAt, timeOf } from '../../../comment/comment-id.ts';
import { FLOOD_MEMORY, NETWORK_MEMORY } from '../../../comment/policy.ts';
import { DAY_MS, futureFrom } from '../../../comment/time.ts';
import type { HistoryQuestion, Same } from '../../../submission/history.ts';
import { networkKey, personKey } from '../keys.ts';
import type { Push } from './ring-buffers.ts';
import { bytesOfTime } from './time-bytes.ts';

const ID_BYTES = 16;
/** Where the digest of a content stands in an entry. */
export const CONTENT_AT = ID_BYTES;
const CONTENT_BYTES = 4;
const TEN_MINUTES_MS = 600_000;
/** The widest window is a day. */
const RING_KEPT_S = 25 * 3600;

/**
 * A proven person's submissions: 16 bytes of comment id each, and 3 of a digest of the content. The outer windows are conditions; held comments
 * count too. The one that made them known is in no ring buffer yet: it begins theirs, by its time.
 */
export const personPush = (question: HistoryQuestion, author: string): Push => {
  const { site, id, ownContent = new Uint8Array(), now, provenAt } = question;
  const { pauseS, perDay } = site.policy.flood;
  return {
    key: personKey(author),
    entry: Uint8Array.of(...bytesOf(id), ...ownContent),
    ...(provenAt === undefined ? {} : { first: bytesOf(firstIdAt(provenAt)) }),
    size: FLOOD_MEMORY,
    olderThan: thresholds(now, [
      [pauseS === null ? null : 1, (pauseS ?? 0) * 1000],
      [perDay, DAY_MS],
    ]),
    future: bytesOfTime(futureFrom(now)),
    expiresAt: expiryOf(now),
  };
};

/** A network's submissions: the id, a digest of the content, and some bytes of the form token's digest. */
export const networkPush = (question: HistoryQuestion): Push => {
  const { site, id, content, formToken = new Uint8Array(), authorKey, now } = question;
  // The author's trust is not known yet, so the check decides later.
  const most = authorKey === undefined ? site.policy.flood.networkPer10Min : null;
  return {
    key: networkKey(site.id, question.networkKey),
    entry: Uint8Array.of(...bytesOf(id), ...content, ...formToken),
    size: NETWORK_MEMORY,
    olderThan: thresholds(now, [[most, TEN_MINUTES_MS]]),
    future: bytesOfTime(futureFrom(now)),
    expiresAt: expiryOf(now),
  };
};

const expiryOf = (now: number) => Math.floor(now / 1000) + RING_KEPT_S;

/** Searches a network's ring buffer for an earlier copy of a submission and for its neighbours. */
export const readVisits = (before: readonly Uint8Array[], question: HistoryQuestion) => {
  const { formToken = new Uint8Array() } = question;
  const visits = before.map((entry) => ({
    id: idOf(entry),
    content: entry.subarray(ID_BYTES, ID_BYTES + CONTENT_BYTES),
    token: entry.subarray(ID_BYTES + CONTENT_BYTES),
  }));
  const others = visits.filter((visit) => !isTwin(visit, question));
  const isUsed = formToken.length > 0 && others.some(({ token }) => isEqual(token, formToken));
  return { ...sameOf(visits, question), others: others.map(({ id }) => id), isUsed };
};

type Visit = { readonly id: CommentId; readonly content: Uint8Array };

/** A submission with a key is matched by the key's record alone. Otherwise the oldest match is taken, so that concurrent replays get the same id. */
const sameOf = (visits: readonly Visit[], question: HistoryQuestion): { readonly same?: Same } => {
  const { key, content, formToken, now, sameWithinMs } = question;
  if (key) return {};
  const recent = visits.filter(({ id }) => timeOf(id) > now - sameWithinMs && timeOf(id) < futureFrom(now));
  const twin = recent.findLast((visit) => isTwin(visit, question));
  if (twin) return { same: { id: twin.id, by: formToken ? 'form' : 'content' } };
  const alike = recent.findLast((visit) => isEqual(visit.content, content));
  return alike ? { same: { id: alike.id, by: 'content' } } : {};
};

const isTwin = (visit: Visit, { id }: HistoryQuestion) => isSameSubmission(visit.id, id);
/** Whether two ids are those of one submission, sent twice. */
export const isSameSubmission = (one: CommentId, other: CommentId): boolean => tagOf(one) === tagOf(other);
const tagOf = (id: CommentId) => id.slice(-ID_BYTES);

/** The comment ids in a ring buffer. */
export const idOf = (entry: Uint8Array): CommentId => commentIdOf(entry.subarray(0, ID_BYTES));

/** For each window of n comments, the nth newest must be older than the window. */
const thresholds = (now: number, windows: readonly (readonly [number | null, number])[]) => {
  const olderThan = new Map<number, Uint8Array>();
  for (const [count, ms] of windows) {
    if (count === null) continue;
    const stricter = olderThan.get(count - 1);
    // A comment from the exact moment the window opened is outside it.
    const threshold = bytesOfTime(now - ms + 1);
    if (!stricter || Buffer.compare(threshold, stricter) < 0) olderThan.set(count - 1, threshold);
  }
  return olderThan;
};

const isEqual = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
