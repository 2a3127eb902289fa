import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DAY_MS } from '../../../comment/time.ts';
import type { Step } from '../../../moderation/tally.ts';
import { EXPIRES_AT, toSeconds } from '../codecs/expiry.ts';
import { FIRST_SEEN, LAST, writeLastWords } from '../codecs/last-words.ts';
import { writeIf } from '../conditional-writes.ts';
import { type Update, updateOf } from '../expressions.ts';
import { authorKey } from '../keys.ts';
import type { Table } from '../table.ts';

/** How long a record stays after its author had a comment erased: longer than their last proof lives, so that erasing washes nothing. */
const KEPT_MS = 400 * DAY_MS;

/**
 * An update of an author's record, which then has no end, with the words that a moderator decided on last and when the oldest comment came in.
 * @param isLate whether the record knows of a later decision: then the last words stay
 */
export const withHistory = (
  { set = {}, ...rest }: Update,
  steps: readonly Step[],
  isLate: boolean,
): Update => {
  const said = steps.flatMap(({ comment }) => comment ?? []);
  const last = said
    .filter(({ decision }) => decision !== undefined)
    .toSorted((one, other) => other.since - one.since)[0];
  return {
    ...rest,
    remove: [EXPIRES_AT],
    set: { ...set, ...(last && !isLate ? { [LAST]: writeLastWords(last) } : {}) },
    fill: {
      [FIRST_SEEN]: said.length === 0 ? undefined : Math.min(...said.map(({ createdAt }) => createdAt)),
    },
  };
};

/**
 * What is removed is quoted nowhere: only words that a moderator decided on are kept with their author. The record of somebody who erased a comment
 * ends by itself, unless another of theirs is counted later.
 */
export const forgetWords = async (table: Table, step: Step) => {
  const { id, comment, authorKey: author } = step;
  if (comment?.decision === undefined || author === undefined) return;
  if (comment.erasedAt !== undefined) await letEnd(table, author, comment.erasedAt);
  const update = { remove: [LAST], only: [[`${LAST}.id`, '=', id]] } as const;
  await writeIf(() => table.send(new UpdateItemCommand(updateOf(table, authorKey(author), update))));
};

/** Told again after a later decision on another of theirs, it says nothing any more. */
const letEnd = async (table: Table, author: string, erasedAt: number): Promise<void> => {
  const update = {
    set: { [EXPIRES_AT]: toSeconds(erasedAt + KEPT_MS) },
    only: [
      ['pk', 'exists'],
      ['lookedAt', 'absent or <=', erasedAt],
    ],
  } as const;
  await writeIf(() => table.send(new UpdateItemCommand(updateOf(table, authorKey(author), update))));
};
