import { type Item, textOf } from '../attributes.ts';
import { STATUS } from '../codecs/comment-item.ts';
import { EXPIRES_AT, toMs } from '../codecs/expiry.ts';
import { articleOf } from '../read-keys.ts';
import type { Table } from '../table.ts';

/** The items of one site that entries of index `author` lead to, in their order; what is gone since is left out. */
export const itemsBehind = async (
  table: Table,
  entries: readonly Item[],
  site: string,
): Promise<readonly { readonly entry: Item; readonly item: Item }[]> => {
  // The author's key of another site finds nothing here.
  const own = entries.filter(({ pk }) => articleOf(pk?.S ?? '').site === site);
  const items = await table.getAll(
    own.map((entry) => ({ pk: textOf(entry, 'pk'), sk: textOf(entry, 'sk') })),
  );
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  return own.flatMap((entry) => {
    const item = byKey.get(keyOf(entry));
    return item ? [{ entry, item }] : [];
  });
};

const keyOf = ({ pk, sk }: Item): string => `${pk?.S} ${sk?.S}`;

/** Whether retention still keeps an item; the table removes it later. What is published has no end. */
export const isStoredStill = (item: Item, now: number): boolean => {
  const seconds = item[STATUS]?.S === 'approved' ? undefined : item[EXPIRES_AT]?.N;
  return seconds === undefined || toMs(Number(seconds)) > now;
};
