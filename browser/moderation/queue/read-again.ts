import type { Desk } from '../desk.ts';
import type { Row } from '../list/row.ts';
import type { Comment } from '../wire.ts';

/** Takes over what became of a row's comment since it was read. @returns it, or undefined where nothing newer is found */
export const readAgain = async ({ calls }: Pick<Desk, 'calls'>, row: Row): Promise<Comment | undefined> => {
  const before = row.comment.value;
  const found = await calls.current(before);
  if (!found || found.version <= before.version) return undefined;
  row.comment.value = { ...before, ...found };
  return found;
};
