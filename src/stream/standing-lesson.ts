import type { DecisionRecord } from '../moderation/decision.ts';
import type { Standing } from '../storage/learning-store.ts';

type Said = Pick<DecisionRecord, 'action' | 'version'>;

/** Whether a decision made a comment's second version: no other came before it. */
export const isFirst = ({ version }: Said): boolean => version <= 2;

/**
 * What stands after a later decision on the same comment. Undoing brings back what stood before the decision that it undoes; where that one was not
 * followed, all that was stands on.
 * @param taught what the decision itself teaches, if anything
 */
export const standingAfter = <Mark>(
  was: Standing<Mark>,
  { action, version }: Said,
  taught?: Mark,
): Standing<Mark> => {
  if (action === 'undo') return standing(version, was.version === version - 1 ? was.before : was.stands);
  return { ...standing(version, taught), ...(was.stands === undefined ? {} : { before: was.stands }) };
};

const standing = <Mark>(version: number, stands: Mark | undefined): Standing<Mark> => ({
  version,
  ...(stands === undefined ? {} : { stands }),
});
