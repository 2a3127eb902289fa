import type { Comment } from '../../../comment/comment.ts';
import { listingOf, placeTimeOf } from '../../../comment/queue.ts';
import { languages } from '../../../comment/site.ts';
import type { Standing } from '../../../moderation/status-change.ts';
import type { QueuedComment } from '../../comment-store.ts';
import { type Item, mapOf, optional, textOf } from '../attributes.ts';
import { APPEAL, readAppeal } from '../receipts/appeal-map.ts';
import { REPORTS, readReports } from '../reports/reported-map.ts';
import { toMs, toSeconds } from './expiry.ts';
import { joinVerdict, readVerdict, splitVerdict, writeVerdict } from './verdict-text.ts';

/** The verdict of screening, and the author's record at that time. */
type Screening = Pick<Comment, 'verdict' | 'authorRecord'>;
/** What a queue's row adds. Comments stored by an earlier release have neither pseudonym nor language here. */
type Queued = Screening &
  Pick<QueuedComment, 'expiresAt' | 'reports' | 'appeal'> &
  Partial<Pick<Comment, 'authorKey' | 'language'>>;

/**
 * The map of a listed comment that index `view` carries: all that a queue's row adds to what readers see, so the findings that objected or
 * pointed something out, the author's pseudonym (`a`), the language (`lang`) and the seconds (`ttl`) from its entry to its expiry. A field
 * added here needs no other index.
 */
export const QUEUED = 'queued';
/** The map that the index does not carry: of a listed comment the other findings, of any other one the whole verdict and the record. */
export const SCREENED = 'screened';
/** The paths that queues are filtered by. */
export const QUEUED_VERDICT = `${QUEUED}.verdict`;
export const QUEUED_AUTHOR = `${QUEUED}.a`;
export const QUEUED_LANGUAGE = `${QUEUED}.lang`;

type Screened = Screening &
  Pick<Standing, 'status' | 'since' | 'queuedAt' | 'expiresAt' | 'authorKey' | 'language'>;

export const writeScreening = (comment: Screened) => {
  const { verdict: all, authorRecord, expiresAt, authorKey: a, language } = comment;
  const verdict = writeVerdict(all);
  const record = writeRecord(authorRecord);
  if (!listingOf(comment)) return { [QUEUED]: undefined, [SCREENED]: { verdict, record } };
  const { remarks, others } = splitVerdict(verdict);
  const ttl = expiresAt === undefined ? undefined : toSeconds(expiresAt) - toSeconds(placeTimeOf(comment));
  return {
    [QUEUED]: { verdict: remarks, record, ttl, a, lang: language },
    [SCREENED]: { others },
  };
};

/** From an item of the table. @throws {DamagedItem} */
export const readScreening = (item: Item): Screening => {
  const map = mapOf(item, item[QUEUED] ? QUEUED : SCREENED);
  return readMap(map, item[SCREENED]?.M?.others?.S);
};

/**
 * From an entry of the index; the verdict has only the findings that a row shows.
 * @param since when the comment entered its queue @throws {DamagedItem}
 */
export const readQueued = (item: Item, since: number): Queued => {
  const map = mapOf(item, QUEUED);
  const language = languages.find((name) => name === map.lang?.S);
  return {
    ...readMap(map),
    ...(map.ttl ? { expiresAt: expiryInQueue(item, since) } : {}),
    ...optional('authorKey', map, 'a'),
    ...(language === undefined ? {} : { language }),
    ...(map[REPORTS]?.S ? { reports: readReports(map[REPORTS].S) } : {}),
    ...(map[APPEAL]?.S ? { appeal: readAppeal(map[APPEAL].S) } : {}),
  };
};

/** When an entry of the index expires, in milliseconds since 1970; Infinity when it does not. */
export const expiryInQueue = (item: Item, since: number): number => {
  const ttl = item[QUEUED]?.M?.ttl?.N;
  return ttl === undefined ? Number.POSITIVE_INFINITY : toMs(toSeconds(since) + Number(ttl));
};

const readMap = (map: Item, others?: string): Screening => ({
  verdict: readVerdict(joinVerdict(textOf(map, 'verdict'), others)),
  authorRecord: readRecord(map.record?.S),
});

/** Absent for a stranger's comment, which most are. */
const writeRecord = ({ approved, refused }: Comment['authorRecord']) =>
  approved === 0 && refused === 0 ? undefined : `${approved}/${refused}`;

const readRecord = (text = '0/0'): Comment['authorRecord'] => {
  const [approved = 0, refused = 0] = text.split('/').map(Number);
  return { approved, refused };
};
