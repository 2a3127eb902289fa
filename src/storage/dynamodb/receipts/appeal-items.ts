import type { Comment } from '../../../comment/comment.ts';
import { idAt } from '../../../comment/comment-id.ts';
import { DAY_MS } from '../../../comment/time.ts';
import { type Appeal, appealAnswers, appealedStatuses } from '../../../moderation/author/appeal.ts';
import { type Item, numberOf, optional, textOf, toItem } from '../attributes.ts';
import { EXPIRES_AT, toSeconds } from '../codecs/expiry.ts';
import { QUEUED, writeScreening } from '../codecs/screening-map.ts';
import { writeShown } from '../codecs/shown-map.ts';
import { appealKey, queuePartition } from '../keys.ts';
import { appealIdOf, articleOf } from '../read-keys.ts';
import { APPEAL, writeAppeal } from './appeal-map.ts';

const LISTED = 'listed';
/** An appeal outlives its comment, so that the stream finds it when it tells of the comment's end, and counts it. */
const OUTLIVES_MS = 7 * DAY_MS;

/** @param comment as it is shown: the queue reads it here */
export const appealToItem = (appeal: Appeal, comment: Comment): Item => {
  const { at, text, answer, answeredAt, listedAs, waitsSince } = appeal;
  const { expiresAt } = comment;
  return toItem({
    ...appealKey(appeal),
    ...{ at, text, answer, answered: answeredAt, waitsSince, [LISTED]: listedAs },
    ...(expiresAt === undefined ? {} : { [EXPIRES_AT]: toSeconds(expiresAt + OUTLIVES_MS) }),
    ...(listedAs === undefined ? {} : listing(appeal, comment, listedAs)),
  });
};

const listing = ({ at, text }: Appeal, comment: Comment, status: NonNullable<Appeal['listedAs']>) => {
  // As if it waited.
  const { [QUEUED]: queued } = writeScreening({ ...comment, status: 'pending', since: at, queuedAt: at });
  const told = writeAppeal({ status, ...(text === undefined ? {} : { text }) });
  return {
    v: queuePartition(comment.site, 'appeals'),
    vs: idAt(at, comment.id),
    ...writeShown(comment),
    [QUEUED]: { ...queued, [APPEAL]: told },
  };
};

/** @throws {DamagedItem} */
export const itemToAppeal = (item: Item): Appeal => {
  const answer = appealAnswers.find((name) => name === item.answer?.S);
  const listedAs = appealedStatuses.find((name) => name === item[LISTED]?.S);
  return {
    ...articleOf(textOf(item, 'pk')),
    id: appealIdOf(textOf(item, 'sk')),
    at: numberOf(item, 'at'),
    ...optional('text', item),
    ...(listedAs === undefined ? {} : { listedAs }),
    ...(answer === undefined ? {} : { answer }),
    ...(item.answered === undefined ? {} : { answeredAt: numberOf(item, 'answered') }),
    ...(item.waitsSince === undefined ? {} : { waitsSince: numberOf(item, 'waitsSince') }),
  };
};
