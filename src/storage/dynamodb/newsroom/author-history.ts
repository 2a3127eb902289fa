import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Step } from '../../../moderation/tally.ts';
import { FIRST_SEEN, LAST, writeLastWords } from '../codecs/last-words.ts';
import { writeIf } from '../conditional-writes.ts';
import { type Update, updateOf } from '../expressions.ts';
import { authorKey } from '../keys.ts';
import type { Table } from '../table.ts';

/**
 * An update of an author's record, with the words that a moderator decided on last and when the oldest comment came in.
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
    set: { ...set, ...(last && !isLate ? { [LAST]: writeLastWords(last) } : {}) },
    fill: {
      [FIRST_SEEN]: said.length === 0 ? undefined : Math.min(...said.map(({ createdAt }) => createdAt)),
    },
  };
};

/** What is removed is quoted nowhere. Only words that a moderator decided on are kept with their author. */
export const forgetWords = async (table: Table, { id, comment, authorKey: author }: Step) => {
  if (comment?.decision === undefined || author === undefined) return;
  const update = { remove: [LAST], only: [[`${LAST}.id`, '=', id]] } as const;
  await writeIf(() => table.send(new UpdateItemCommand(updateOf(table, authorKey(author), update))));
};
