import type { Comment } from '../../../comment/comment.ts';
import { listingOf } from '../../../comment/queue.ts';
import type { Standing } from '../../../moderation/status-change.ts';
import { type Item, mapOf, textOf } from '../attributes.ts';
import { toMs, toSeconds } from './expiry.ts';
import { readVerdict, writeVerdict } from './verdict-text.ts';

/** What screening said of a comment, and knew of its author. */
type Screening = Pick<Comment, 'verdict' | 'authorRecord'>;

/**
 * The map that holds it while the comment is listed, with the seconds (`ttl`) from its entry to its expiry: all that a queue's
 * row adds to what readers see. Index `view` carries it whole, so that a field added here needs no other index.
 */
export const QUEUED = 'queued';
/** The map that holds it otherwise. The index does not carry this one: public pages need not pay for it. */
export const SCREENED = 'screened';
/** The path of a listed comment's verdict. */
export const QUEUED_VERDICT = `${QUEUED}.verdict`;

type Screened = Screening & Pick<Standing, 'status' | 'since' | 'expiresAt'>;

/** Both maps, of which a comment has one. */
export const writeScreening = (comment: Screened) => {
  const { verdict, authorRecord, since, expiresAt } = comment;
  const map = { verdict: writeVerdict(verdict), record: writeRecord(authorRecord) };
  const ttl = expiresAt === undefined ? undefined : toSeconds(expiresAt) - toSeconds(since);
  return listingOf(comment)
    ? { [QUEUED]: { ...map, ttl }, [SCREENED]: undefined }
    : { [QUEUED]: undefined, [SCREENED]: map };
};

/** From an item of the table. @throws {DamagedItem} */
export const readScreening = (item: Item): Screening =>
  readMap(mapOf(item, item[QUEUED] ? QUEUED : SCREENED));

/** From an entry of the index. @param since when it came under its queue. @throws {DamagedItem} */
export const readQueued = (item: Item, since: number): Screening & Pick<Comment, 'expiresAt'> => {
  const map = mapOf(item, QUEUED);
  return { ...readMap(map), ...(map.ttl ? { expiresAt: expiryInQueue(item, since) } : {}) };
};

/** When an entry of the index is due to go, in milliseconds since 1970; never when it does not say. */
export const expiryInQueue = (item: Item, since: number): number => {
  const ttl = item[QUEUED]?.M?.ttl?.N;
  return ttl === undefined ? Number.POSITIVE_INFINITY : toMs(toSeconds(since) + Number(ttl));
};

const readMap = (map: Item): Screening => ({
  verdict: readVerdict(textOf(map, 'verdict')),
  authorRecord: readRecord(map.record?.S),
});

/** A stranger's comment, which most are, has none. */
const writeRecord = ({ approved, refused }: Comment['authorRecord']) =>
  approved === 0 && refused === 0 ? undefined : `${approved}/${refused}`;

const readRecord = (text = '0/0'): Comment['authorRecord'] => {
  const [approved = 0, refused = 0] = text.split('/').map(Number);
  return { approved, refused };
};
