import type { Answer, AuditPage } from '../wire.ts';

/** Pages without an entry that are read over before somebody is asked. */
const EMPTY_MAX = 10;

/** The first page from a cursor on that has something, or the last one that was read. */
export const readOn = async (
  ask: (cursor: string | null) => Promise<Answer<AuditPage>>,
  cursor: string | null,
): Promise<Answer<AuditPage>> => {
  let answer = await ask(cursor);
  for (let read = 1; read < EMPTY_MAX && answer.isOk; read += 1) {
    const { entries, next } = answer.reply;
    if (entries.length > 0 || next === null) break;
    answer = await ask(next);
  }
  return answer;
};
