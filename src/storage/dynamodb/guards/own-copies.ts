import { firstIdAt, timeOf } from '../../../comment/comment-id.ts';
import { futureFrom } from '../../../comment/time.ts';
import type { HistoryQuestion, Same, SubmissionHistory } from '../../../submission/history.ts';
import { toItem } from '../attributes.ts';
import { itemToComment } from '../codecs/comment-item.ts';
import { articlePartition, COMMENT_PREFIX } from '../keys.ts';
import type { Table } from '../table.ts';
import { CONTENT_AT, idOf } from './visits.ts';

/** The oldest copy of a submission among its proven author's own, from whatever network. A key alone says what is the same. */
export const ownCopy = (before: readonly Uint8Array[], question: HistoryQuestion): Same | undefined => {
  const { key, ownContent, now, sameWithinMs } = question;
  if (key || !ownContent) return undefined;
  const copy = before.findLast((entry) => {
    const at = timeOf(idOf(entry));
    const isRecent = at > now - sameWithinMs && at < futureFrom(now);
    return isRecent && Buffer.compare(entry.subarray(CONTENT_AT), ownContent) === 0;
  });
  return copy && { id: idOf(copy), by: 'content' };
};

/** Times of what is in the author's ring buffer, and which of the site's newest texts the submission resembles. */
type Known = Pick<SubmissionHistory, 'earlier' | 'resembling'>;

/**
 * A stranger's first comment is in no ring buffer of theirs, but the proof they got for it says when it came in: so it is looked for among what
 * came in under the article in that millisecond. A read unit or so, for who writes within the hour what somebody on the site wrote lately.
 */
export const firstCopy = async (
  table: Table,
  question: HistoryQuestion,
  known: Known,
): Promise<Same | undefined> => {
  const { site, article, authorKey, provenAt, fingerprint, key, now, sameWithinMs } = question;
  if (key || !authorKey || provenAt === undefined || provenAt <= now - sameWithinMs) return undefined;
  if (known.earlier.includes(provenAt) || !mayBeCopy(known, question)) return undefined;
  const { Items } = await table.query({
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
    ExpressionAttributeValues: toItem({
      ':pk': articlePartition(site.id, article),
      ':from': `${COMMENT_PREFIX}${firstIdAt(provenAt)}`,
      ':until': `${COMMENT_PREFIX}${firstIdAt(provenAt + 1)}`,
    }),
    ConsistentRead: true,
  });
  const copy = table
    .readable(Items, itemToComment)
    .find((comment) => comment.authorKey === authorKey && comment.fingerprint === fingerprint);
  return copy && { id: copy.id, by: 'content' };
};

/** Of what many people write by coincidence the site's newest texts tell nothing. */
const mayBeCopy = ({ resembling }: Known, { minHash, isSetPhrase }: HistoryQuestion): boolean =>
  isSetPhrase === true || minHash === undefined || resembling.some(({ same }) => same);
