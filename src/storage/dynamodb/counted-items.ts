import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { CommentId } from '../../comment/comment.ts';
import { timeOf } from '../../comment/comment-id.ts';
import type { Counted, Step } from '../../moderation/tally.ts';
import { DamagedItem, type Item } from './attributes.ts';
import { eventAttributes, eventToItem } from './codecs/event-item.ts';
import { putOf, updateOf } from './expressions.ts';
import { eventKey, type Key } from './keys.ts';
import type { Table } from './table.ts';

// The counted state of a comment is stored in the event of its screening. Each comment has one such event, which outlives it:
// `version status place`, as in `2 approved! approved` or `3 removed`; `!` when a moderator has said so.

const FIRST_VERSION = 1;
const SEEN = '!';

/** The event of a comment's screening. */
export const screeningKey = (site: string, article: string, comment: CommentId): Key =>
  eventKey({ site, article, comment, at: timeOf(comment), version: FIRST_VERSION });

/** Reads what was counted; undefined when the event does not say. @throws {DamagedItem} */
export const itemToCounted = ({ counted }: Item): Counted | undefined => {
  if (counted === undefined) return undefined;
  const [version = '', status, place] = counted.S?.split(' ') ?? [];
  if (!/^\d+$/.test(version) || !status) throw new DamagedItem('counted');
  return {
    version: Number(version),
    status: status.replace(SEEN, '') as Counted['status'],
    seen: status.endsWith(SEEN),
    place: place as Counted['place'],
  };
};

/** The write that marks a comment as counted, conditional on nobody else having counted it meanwhile. */
export const stepParts = (
  table: Table,
  site: string,
  article: string,
  step: Step,
): readonly TransactWriteItem[] => {
  const { id, before, after, screened, removed } = step;
  const counted = textOf(after);
  const key = screeningKey(site, article, id);
  const marks = screened
    ? // The newsroom's replies wrote theirs, which stays as it is sealed.
      { fill: eventAttributes(screened), only: [['counted', 'absent']] as const }
    : { only: [['counted', '=', before ? textOf(before) : '']] as const };
  return [
    { Update: updateOf(table, key, { set: { counted }, ...marks }) },
    ...(removed ? [{ Put: putOf(table, eventToItem(removed)) }] : []),
  ];
};

const textOf = ({ version, status, seen, place }: Counted): string =>
  [version, `${status}${seen ? SEEN : ''}`, ...(place === undefined ? [] : [place])].join(' ');
