import type { Answer } from '../wire.ts';

type Query = Readonly<Record<string, string>>;
type AskTable = (query: Query) => Promise<Answer<string>>;

const LINE_END = '\r\n';

/** All that a query finds, in one table. @param tell how many pages are there so far */
export const wholeTable = async (
  auditTable: AskTable,
  query: Query,
  tell: (pages: number) => void,
): Promise<Answer<string>> => {
  const parts: string[] = [];
  let cursor: string | null = null;
  do {
    const answer: Answer<string> = await auditTable({ ...query, ...(cursor === null ? {} : { cursor }) });
    if (!answer.isOk) return answer;
    parts.push(parts.length === 0 ? answer.reply : withoutTitles(answer.reply));
    cursor = answer.next?.get('cursor') ?? null;
    tell(parts.length);
  } while (cursor !== null);
  return { isOk: true, reply: parts.join('') };
};

const withoutTitles = (table: string): string => table.slice(table.indexOf(LINE_END) + LINE_END.length);
